"""Practice for tests: questions with a recall, interviewers' stories, grades at chosen times."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from tests.questions import samples
from vivavoce.accounts.models import Person
from vivavoce.practice import memory_rules as rules
from vivavoce.practice.models import Card, Review
from vivavoce.practice.services.reviews import NewReview, record_review
from vivavoce.questions.models import Question, QuestionQuality


def an_asked(number: int, *, format: str = "knowledge", minutes: int = 5, **members: Any) -> Question:
    """A question that interviewers ask; its category is that of its number, modulo two."""
    made = Question.objects.create(
        number=100 + number, slug=f"question-{number}", pack=samples.pack(), status="published", checked_on=[]
    )
    texts = {
        f"{name}{suffix}": "Text." for name in ("assesses", "guidance", "common_mistakes") for suffix in ("", "_html")
    }
    fields = {
        "kind": "interview",
        "audience": "public",
        "status": "published",
        "level": "mid",
        "importance": 3,
        "category": samples.category(number % 2),
        "prompt": f"Question {number}?",
        "key_points": [samples.POINT],
        "red_flags": [samples.FLAG],
        **texts,
        **members,
    }
    made.current = made.versions.create(version=1, format=format, minutes=minutes, **fields)
    made.save(update_fields=["current"])
    slug = "modelling" if number % 2 else "reliability"
    quality = samples.quality(slug, position=1 + number % 2)
    QuestionQuality.objects.create(version=made.current, quality=quality, strength=2)
    return made


def version_of(question: Question) -> UUID:
    """Its current version."""
    assert question.current_id is not None
    return question.current_id


def graded(owner: Person, question: Question, grade: str, at: datetime, **members: Any) -> Review:
    """One review."""
    return record_review(owner, NewReview(question, rules.GRADES[grade], reviewed_at=at, **members))[0]


def card_of(owner: Person, question: Question) -> Card:
    """The card as the database has it."""
    return Card.objects.select_related("question__current").get(owner=owner, question=question)
