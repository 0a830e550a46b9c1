"""Cards, and the log of reviews that they can be rebuilt from."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import DurationField, ExpressionWrapper, F, Q, Value
from django.db.models.functions import Greatest, Least, Round

from vivavoce.accounts.models import Person
from vivavoce.core.models import KeyField, Resource
from vivavoce.practice import memory_rules as rules
from vivavoce.practice.models.attempts import Attempt
from vivavoce.questions.models import Question, Step
from vivavoce.questions.models.questions import visible
from vivavoce.questions.visibility import sight_of

M = TypeVar("M", bound=models.Model)


class Grade(models.IntegerChoices):
    """FSRS's four ratings; hard means recalled with effort, not forgotten."""

    AGAIN = 1, "Again"
    HARD = 2, "Hard"
    GOOD = 3, "Good"
    EASY = 4, "Easy"


class OwnQuerySet(models.QuerySet[M]):
    """Reads of what belongs to one person."""

    def visible_to(self, person: Person | AnonymousUser) -> OwnQuerySet[M]:
        """One's own; everyone else's do not exist."""
        return self.filter(owner=person) if isinstance(person, Person) else self.none()


class CardQuerySet(OwnQuerySet["Card"]):
    """Reads of cards."""

    def visible_to(self, person: Person | AnonymousUser) -> CardQuerySet:
        """One's own, of questions that one may still read, unless every review was taken back."""
        mine = self.filter(owner=person) if isinstance(person, Person) else self.none()
        return mine.filter(visible(sight_of(person), "question__"), reviews_count__gt=0)

    def due(self, now: datetime, tomorrow: datetime, interview_at: datetime | None) -> CardQuerySet:
        """What is to be reviewed today, toward the date of an interview where there is one.

        Days count from midnight to midnight, where the person is; the minutes of what is just being learned count.
        What a date called early returns in its own time when that date is gone (``memory_rules.due_at``).
        """
        longest = float(rules.longest_interval(now, interview_at))
        called_at = _days_later(Least(Greatest(Round(F("stability")), 1.0), longest))
        # Recall falls under nine in ten as many days after the review as the memory is stable.
        fading_at = _days_later(Least(F("stability"), float(rules.LONGEST)))
        rows = self.alias(called_at=called_at, fading_at=fading_at)
        learning = ~Q(state=rules.REVIEW) & Q(due_at__lte=now)
        returning = Q(state=rules.REVIEW, due_at__lt=tomorrow) & (Q(stability=None) | Q(called_at__lt=tomorrow))
        condition = learning | returning
        if cutoff := rules.reviewed_too_long_ago(now, interview_at):
            condition |= Q(last_review_at__lte=cutoff)
        if rules.is_near(now, interview_at):
            condition |= Q(fading_at__lt=now)
        return rows.filter(condition)


def _days_later(days: Any) -> Any:
    return F("last_review_at") + ExpressionWrapper(days * Value(rules.DAY), DurationField())


class Card(Resource):
    """One person's memory of one question: derived from their reviews, and rebuilt from them exactly."""

    owner = models.ForeignKey(Person, models.CASCADE, related_name="cards")
    question = models.ForeignKey(Question, models.CASCADE, related_name="+")
    state = models.PositiveSmallIntegerField(default=1, help_text="FSRS: 1 learning, 2 review, 3 relearning.")
    step = models.PositiveSmallIntegerField(null=True, default=0)
    stability = models.FloatField(null=True, help_text="Days until recall falls to nine in ten.")
    difficulty = models.FloatField(null=True, help_text="1 to 10.")
    due_at = models.DateTimeField()
    last_review_at = models.DateTimeField(null=True)
    reviews_count = models.PositiveIntegerField(default=0)
    lapses = models.PositiveIntegerField(default=0, help_text="How often it was forgotten once learned.")

    objects = CardQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "id"]
        indexes = [models.Index(fields=["owner", "due_at", "id"])]
        constraints = [models.UniqueConstraint(fields=["owner", "question"], name="one_card_a_question")]

    def __str__(self) -> str:
        """Whose, of what."""
        return f"{self.owner_id} {self.question_id}"

    @property
    def memory(self) -> rules.Memory:
        """Its state, as the rules know it."""
        return rules.Memory(
            self.state,
            self.step,
            self.stability,
            self.difficulty,
            self.due_at,
            self.last_review_at,
            self.reviews_count,
            self.lapses,
        )

    @property
    def is_story(self) -> bool:
        """True when it is rehearsed on fixed days."""
        return is_story(self.question)

    def recall_at(self, moment: datetime) -> float | None:
        """The chance to recall it then."""
        return rules.recall(self.stability, self.last_review_at, moment)


def is_story(question: Question) -> bool:
    """True for behavioural and situational questions."""
    return question.current is not None and question.current.format in rules.STORY_FORMATS


class PracticeSession(Resource):
    """A stretch of practice: which questions, why each, when it began and ended."""

    owner = models.ForeignKey(Person, models.CASCADE, related_name="practice_sessions")
    items = models.JSONField(default=list)
    """``{question, why}`` in order; why: due, weak, new or lapsed."""
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = OwnQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "id"]
        indexes = [models.Index(fields=["owner", "-created_at", "id"])]

    def __str__(self) -> str:
        """Whose, when."""
        return f"{self.owner_id} {self.created_at}"


class ReviewQuerySet(OwnQuerySet["Review"]):
    """Reads of reviews."""

    def visible_to(self, person: Person | AnonymousUser) -> ReviewQuerySet:
        """One's own, of questions that one may still read: a review is shown with its question's prompt."""
        mine = self.filter(owner=person) if isinstance(person, Person) else self.none()
        return mine.filter(visible(sight_of(person), "card__question__"))


class Review(Resource):
    """One grade of one question at one time; the log is the truth. Callers may choose its id: so it arrives once."""

    owner = models.ForeignKey(Person, models.CASCADE, related_name="reviews")
    key = KeyField()
    card = models.ForeignKey(Card, models.CASCADE, related_name="reviews")
    attempt = models.ForeignKey(Attempt, models.SET_NULL, null=True, related_name="reviews")
    session = models.ForeignKey(PracticeSession, models.SET_NULL, null=True, related_name="reviews")
    grade = models.PositiveSmallIntegerField(choices=Grade.choices)
    suggested = models.PositiveSmallIntegerField(choices=Grade.choices, null=True)
    seconds = models.PositiveIntegerField(default=0, help_text="How long the answer took.")
    reviewed_at = models.DateTimeField()
    maximum_interval = models.PositiveIntegerField(help_text="Days; the cap that held then, part of the truth.")
    undone_at = models.DateTimeField(null=True, help_text="Taken back; it no longer counts.")

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-reviewed_at", "id"]
        indexes = [
            models.Index(fields=["owner", "-reviewed_at", "id"]),
            models.Index(fields=["card", "reviewed_at", "id"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="review_key_is_its_owners"),
            models.CheckConstraint(condition=Q(grade__range=(1, 4)), name="review_grade_1_to_4"),
            models.CheckConstraint(condition=Q(maximum_interval__gte=1), name="review_cap_at_least_a_day"),
        ]

    def __str__(self) -> str:
        """Of which card, how."""
        return f"{self.card_id} {self.grade}"


class StepMark(Resource):
    """One of the ten steps of preparation that a person has done."""

    owner = models.ForeignKey(Person, models.CASCADE, related_name="step_marks")
    step = models.ForeignKey(Step, models.CASCADE, related_name="+")
    done_at = models.DateTimeField()

    objects = OwnQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "step"], name="one_mark_a_step")]

    def __str__(self) -> str:
        """Whose, of what."""
        return f"{self.owner_id} {self.step_id}"
