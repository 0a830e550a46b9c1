"""Categories, topics, qualities, roles and steps do what every resource must do."""

from __future__ import annotations

from typing import Any
from unittest.mock import ANY

from tests.questions import samples
from vivavoce.core.testing.contract import ResourceContract
from vivavoce.questions import views
from vivavoce.questions.models import Category, Quality, Role, Step, Topic

TIMES = {"created_at": ANY, "updated_at": ANY}


class TestCategories(ResourceContract):
    path = "/api/v1/categories/"
    viewset = views.CategoryViewSet
    public = True
    filters = {
        "slug=category-0": [0],
        "slug__not=category-0": [1, 2],
        "name=category 1": [1],
        "name__not=Category 1": [0, 2],
        "name__contains=CATEGORY": [0, 1, 2],
        "position=2,3": [1, 2],
        "position__gte=2": [1, 2],
        "position__lte=2": [0, 1],
    }

    def make(self, owner: Any, number: int) -> Category:
        return samples.category(number)

    def make_hidden(self, stranger: Any) -> Category:
        return samples.category(7, retired=True)

    def exact(self, row: Category) -> dict[str, Any]:
        return {
            "id": str(row.pk),
            "url": "/api/v1/categories/category-0/",
            "slug": "category-0",
            "name": "Category 0",
            "position": 1,
            "summary": "Short.",
            "what_to_expect": "Long.",
            "question_count": 0,
            **TIMES,
        }


class TestTopics(ResourceContract):
    path = "/api/v1/topics/"
    viewset = views.TopicViewSet
    public = True
    filters = {
        "slug=topic-0": [0],
        "slug__not=topic-0": [1, 2],
        "name=topic-1": [1],
        "name__not=topic-1": [0, 2],
        "name__contains=opic": [0, 1, 2],
        "question_count=0": [0, 1, 2],
        "question_count__gte=1": [],
        "question_count__lte=1": [0, 1, 2],
    }

    def make(self, owner: Any, number: int) -> Topic:
        return samples.topic(f"topic-{number}")

    def make_hidden(self, stranger: Any) -> Topic:
        return samples.topic("gone", retired=True)

    def exact(self, row: Topic) -> dict[str, Any]:
        return {
            "id": str(row.pk),
            "url": "/api/v1/topics/topic-0/",
            "slug": "topic-0",
            "name": "TOPIC-0",
            "question_count": 0,
            **TIMES,
        }


class TestQualities(ResourceContract):
    path = "/api/v1/qualities/"
    viewset = views.QualityViewSet
    public = True
    filters = {
        "slug=quality-0": [0],
        "slug__not=quality-0": [1, 2],
        "name=quality-1": [1],
        "name__not=quality-1": [0, 2],
        "name__contains=Quality": [0, 1, 2],
        "position=2,3": [1, 2],
        "position__gte=2": [1, 2],
        "position__lte=2": [0, 1],
    }

    def make(self, owner: Any, number: int) -> Quality:
        return samples.quality(f"quality-{number}", number + 1)

    def make_hidden(self, stranger: Any) -> Quality:
        return samples.quality("gone", retired=True)

    def exact(self, row: Quality) -> dict[str, Any]:
        return {
            "id": str(row.pk),
            "url": "/api/v1/qualities/quality-0/",
            "slug": "quality-0",
            "name": "Quality-0",
            "position": 1,
            "summary": "Short.",
            "signals": ["Says so."],
            "anchors": samples.ANCHORS,
            "question_count": 0,
            **TIMES,
        }


class TestRoles(ResourceContract):
    path = "/api/v1/roles/"
    viewset = views.RoleViewSet
    public = True
    filters = {
        "slug=role-0": [0],
        "slug__not=role-0": [1, 2],
        "title=role-1": [1],
        "title__not=role-1": [0, 2],
        "title__contains=ROLE": [0, 1, 2],
        "pack=samples": [0, 1, 2],
        "pack__not=samples": [],
    }

    def make(self, owner: Any, number: int) -> Role:
        return samples.role(f"role-{number}")

    def make_hidden(self, stranger: Any) -> Role:
        return samples.role("gone", retired=True)

    def exact(self, row: Role) -> dict[str, Any]:
        return {
            "id": str(row.pk),
            "url": "/api/v1/roles/role-0/",
            "slug": "role-0",
            "name": "Role-0",
            "title": "Role-0",
            "summary": "Text.",
            "summary_html": "<p>Text.</p>",
            "work": ["Work."],
            "ladder": [{"level": "mid", "title": "Mid", "summary": "Alone.", "signs": ["One."]}],
            "titles": [{"title": "Other", "note": "Near."}],
            "keywords": [{"term": "ETL", "aliases": ["ELT"], "topic": None, "quality": None, "note": ""}],
            "question_count": 0,
            **TIMES,
        }


class TestSteps(ResourceContract):
    path = "/api/v1/steps/"
    viewset = views.StepViewSet
    public = True
    filters = {
        "slug=step-0": [0],
        "slug__not=step-0": [1, 2],
        "title=step 1": [1],
        "title__not=step 1": [0, 2],
        "title__contains=step": [0, 1, 2],
        "position=1": [0],
        "position__gte=2": [1, 2],
        "position__lte=2": [0, 1],
        "minutes=30": [0],
        "minutes__gte=60": [1, 2],
        "minutes__lte=60": [0, 1],
        "question=question-1": [1],
        "question__not=question-1": [0, 2],
    }

    def make(self, owner: Any, number: int) -> Step:
        return samples.step(number)

    def make_hidden(self, stranger: Any) -> Step:
        return samples.step(7, retired=True)

    def exact(self, row: Step) -> dict[str, Any]:
        return {
            "id": str(row.pk),
            "url": "/api/v1/steps/step-0/",
            "slug": "step-0",
            "name": "Step 0",
            "position": 1,
            "title": "Step 0",
            "why": "Because.",
            "minutes": 30,
            "what_to_do": "1. Do.",
            "what_to_do_html": "<ol></ol>",
            "reading": [samples.SOURCE],
            "questions": [
                {
                    "id": ANY,
                    "slug": "question-0",
                    "number": 100,
                    "prompt": "Why is a queryset lazy?",
                    "url": "/api/v1/questions/question-0/",
                }
            ],
            **TIMES,
        }
