"""How many questions a person may see of a category, a topic, a quality or a role."""

from __future__ import annotations

from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from vivavoce.accounts.models import Person
from vivavoce.questions.models import Category, Quality, Question, Role, Topic
from vivavoce.questions.models.questions import QuestionQuerySet
from vivavoce.questions.models.vocabulary import Term

T = TypeVar("T", bound=Term)
PATHS: dict[type[Term], str] = {
    Category: "current__category",
    Topic: "current__topics",
    Quality: "current__qualities",
    Role: "current__roles",
}


def live(model: type[T]) -> QuerySet[T]:
    """The terms that a pack holds today."""
    return model._default_manager.filter(retired=False)


def with_counts(rows: QuerySet[T], person: Person | AnonymousUser | None) -> QuerySet[T]:
    """Add ``question_count``."""
    path = PATHS[rows.model]
    mine = Question.objects.visible_to(person).filter(**{path: OuterRef("pk")}).order_by()
    number = mine.values(path).annotate(number=Count("pk")).values("number")
    counted: QuerySet[Any] = rows.annotate(question_count=Coalesce(Subquery(number, output_field=IntegerField()), 0))
    return counted


def questions_of(term: Term, person: Person | AnonymousUser | None) -> QuestionQuerySet:
    """The questions of one term that a person may see."""
    return Question.objects.visible_to(person).filter(**{PATHS[type(term)]: term})
