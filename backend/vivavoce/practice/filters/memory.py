"""By what cards, reviews and practice sessions can be filtered."""

from __future__ import annotations

from typing import cast

from django.db.models import QuerySet

from vivavoce.accounts.models import Person
from vivavoce.core.filters import AnyOf, AnyOfId, AnyOfSlug, DateTimeRange, Flag, Parameter, Range, ResourceFilterSet
from vivavoce.practice import memory_rules as rules
from vivavoce.practice.models import Card, PracticeSession, Review
from vivavoce.practice.models.memory import CardQuerySet
from vivavoce.practice.serializers.memory import STATES
from vivavoce.practice.services.sessions import Practice
from vivavoce.questions.counting import live
from vivavoce.questions.filters import questions
from vivavoce.questions.models import Category, Quality


class DueFlag(Flag):
    """A flag that a method answers."""

    def parameters(self, name: str) -> dict[str, Parameter]:
        """The one parameter."""
        return {name: self.make(self.help, method="is_due")}


class AnyOfWords(AnyOf):
    """Any of some words that stand for numbers."""

    def __init__(self, path: str, numbers: dict[str, int]) -> None:
        super().__init__(path, choices=list(numbers))
        self.numbers = numbers

    def parse(self, word: str) -> int:
        """The number that the word stands for."""
        return self.numbers[super().parse(word)]


class CardFilterSet(ResourceFilterSet):
    """Cards by when they return and what they are of."""

    due = DueFlag("due_at", help="true: to be reviewed today, toward the date of the next interview; false: the rest")
    question = AnyOfSlug("question", queryset=questions)
    category = AnyOfSlug("question__current__category", queryset=lambda _: live(Category))
    quality = AnyOfSlug("question__current__qualities", queryset=lambda _: live(Quality))
    state = AnyOfWords("state", {word: number for number, word in STATES.items()})
    due_at = DateTimeRange("due_at", help="When it returns")
    lapses = Range("lapses", help="How often it was forgotten")

    class Meta:
        model = Card
        fields: list[str] = []

    def is_due(self, queryset: CardQuerySet, name: str, value: bool) -> QuerySet[Card]:
        """By the rule that sessions follow too."""
        day = Practice(cast(Person, self.request.user))
        due = queryset.due(day.now, day.tomorrow, day.interview_at)
        return due if value else queryset.exclude(pk__in=due.values("pk"))


class ReviewFilterSet(ResourceFilterSet):
    """Reviews by what was graded, how and when."""

    id = AnyOfId("key", help="Any of these ids")
    question = AnyOfSlug("card__question", queryset=questions)
    session = AnyOfId("session")
    grade = AnyOfWords("grade", rules.GRADES)
    reviewed_at = DateTimeRange("reviewed_at", help="When it was graded")

    class Meta:
        model = Review
        fields: list[str] = []


class PracticeSessionFilterSet(ResourceFilterSet):
    """Practice sessions by whether they ended."""

    ended_at = DateTimeRange("ended_at", null=True, help="When it ended")

    class Meta:
        model = PracticeSession
        fields: list[str] = []
