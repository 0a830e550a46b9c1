"""Questions and their answers do what every resource must do."""

from __future__ import annotations

from typing import Any
from unittest.mock import ANY

from tests.questions import samples
from vivavoce.core.testing.contract import ResourceContract
from vivavoce.questions import views
from vivavoce.questions.models import Answer, Question

TIMES = {"created_at": ANY, "updated_at": ANY}


class TestAnswers(ResourceContract):
    path = "/api/v1/answers/"
    viewset = views.AnswerViewSet
    public = True
    filters = {
        "question=question-0": [0],
        "question__not=question-0": [1, 2],
        "score=1,2": [0, 1],
        "score__not=1": [1, 2],
        "category=category-1": [1, 2],
        "category__not=category-1": [0],
        "topic=orm": [0, 1],
        "topic__not=orm": [2],
        "topic__all=orm,sql": [0],
        "quality=modelling": [1, 2],
        "quality__not=modelling": [0],
        "quality__all=modelling,reliability": [2],
        "level=mid": [1],
        "level__not=mid": [0, 2],
        "kind=interview": [0],
        "kind__not=interview": [1, 2],
        "has_samples=true": [0],
    }

    def make(self, owner: Any, number: int) -> Answer:
        current = samples.question(number).current
        assert current is not None
        return current.answers.get()

    def make_hidden(self, stranger: Any) -> Answer:
        current = samples.question(7, status="draft").current
        assert current is not None
        return current.answers.get()

    def exact(self, row: Answer) -> dict[str, Any]:
        code = {"language": "python", "code": "assert True", "code_html": "<pre></pre>", "run": True}
        return {
            "id": str(row.pk),
            "url": f"/api/v1/answers/{row.pk}/",
            "question": {
                "id": str(row.version.question_id),
                "slug": "question-0",
                "number": 100,
                "prompt": "Why is a queryset lazy?",
                "url": "/api/v1/questions/question-0/",
            },
            "version": 1,
            "score": 1,
            "body": "Said.",
            "body_html": "<p>Said.</p>",
            "why_this_score": "Because.",
            "why_this_score_html": "<p>Because.</p>",
            "samples": [code],
            **TIMES,
        }


class TestQuestions(ResourceContract):
    path = "/api/v1/questions/"
    viewset = views.QuestionViewSet
    public = True
    filters = {
        "q=queryset": [0],
        "number=100,101": [0, 1],
        "number__gte=101": [1, 2],
        "number__lte=101": [0, 1],
        "slug=question-0": [0],
        "slug__not=question-0": [1, 2],
        "category=category-1": [1, 2],
        "category__not=category-1": [0],
        "topic=orm": [0, 1],
        "topic__not=orm": [2],
        "topic__all=orm,sql": [0],
        "quality=modelling": [1, 2],
        "quality__not=modelling": [0],
        "quality__all=modelling,reliability": [2],
        "role=engineer": [0, 1],
        "role__not=engineer": [2],
        "level=junior,mid": [0, 1],
        "level__not=junior": [1, 2],
        "kind=interview": [0],
        "kind__not=interview": [1, 2],
        "format=problem": [1],
        "format__not=problem": [0, 2],
        "audience=public": [0, 1, 2],
        "audience__not=public": [],
        "status=published": [0, 1, 2],
        "status__not=published": [],
        "pack=samples": [0, 1, 2],
        "pack__not=samples": [],
        "importance=3": [0],
        "importance__gte=2": [0, 1],
        "importance__lte=2": [1, 2],
        "minutes=5": [0],
        "minutes__gte=10": [1, 2],
        "minutes__lte=10": [0, 1],
        "version=1": [0, 1, 2],
        "version__gte=2": [],
        "version__lte=1": [0, 1, 2],
        "applies_to=django:5.2": [0, 2],
        "applies_to=django:6.1,python:3.11": [0, 1, 2],
        "exercise=true": [0, 1],
        "exercise=false": [2],
        "checked=django:5.2": [0],
        "checked=django:5.2.1": [],
    }

    def make(self, owner: Any, number: int) -> Question:
        return samples.question(number, searchable=True)

    def make_hidden(self, stranger: Any) -> Question:
        return samples.question(7, audience="hiring")

    def exact(self, row: Question) -> dict[str, Any]:
        def brief(collection: str, slug: str, name: str) -> dict[str, Any]:
            return {"id": ANY, "slug": slug, "name": name, "url": f"/api/v1/{collection}/{slug}/"}

        texts = ("assesses", "guidance", "common_mistakes")
        return {
            "id": str(row.pk),
            "url": "/api/v1/questions/question-0/",
            "number": 100,
            "slug": "question-0",
            "aliases": ["former-0"],
            "pack": "samples",
            "licence": "CC BY 4.0",
            "status": "published",
            "version": 1,
            "kind": "interview",
            "audience": "public",
            "format": "knowledge",
            "prompt": "Why is a queryset lazy?",
            "material": "",
            "material_html": "",
            **{name: name for name in texts},
            **{f"{name}_html": f"<p>{name}</p>" for name in texts},
            "key_points": [samples.POINT],
            "red_flags": [samples.FLAG],
            "probes": ["And then?"],
            "level": "junior",
            "minutes": 5,
            "importance": 3,
            "category": brief("categories", "category-0", "Category 0"),
            "topics": [brief("topics", "orm", "ORM"), brief("topics", "sql", "SQL")],
            "roles": [brief("roles", "engineer", "Engineer")],
            "qualities": [{"quality": brief("qualities", "reliability", "Reliability"), "strength": 3}],
            "applies_to": {"django": ">=5.2"},
            "sources": [samples.SOURCE],
            "checked_on": [samples.CHECK],
            "answers": [{"id": ANY, "score": 1, "url": ANY}],
            "exercise": "/api/v1/questions/question-0/exercise/",
            "match": None,
            **TIMES,
        }
