"""What a candidate remembers of an interview."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from vivavoce.accounts.models import Person
from vivavoce.core.models import Counted, Resource
from vivavoce.interviews.models.interviews import Interview
from vivavoce.questions.models import Question


class Feeling(models.TextChoices):
    """How it went, in the candidate's own eyes."""

    BADLY = "badly", "Badly"
    MIXED = "mixed", "Mixed"
    WELL = "well", "Well"
    VERY_WELL = "very_well", "Very well"


class RetrospectiveQuerySet(models.QuerySet["Retrospective"]):
    """Reads of retrospectives."""

    def visible_to(self, person: Person | AnonymousUser) -> RetrospectiveQuerySet:
        """Those of one's own interviews; everyone else's do not exist."""
        return self.filter(interview__owner=person) if isinstance(person, Person) else self.none()


class Retrospective(Counted):
    """What a candidate notes after an interview: what was asked, and how it went."""

    interview = models.OneToOneField(Interview, models.CASCADE, related_name="retrospective")
    feeling = models.CharField(max_length=9, choices=Feeling.choices, blank=True)
    summary = models.TextField(max_length=10_000, blank=True, help_text="How it went.")
    went_well = models.TextField(max_length=10_000, blank=True)
    to_improve = models.TextField(max_length=10_000, blank=True)
    next_steps = models.TextField(max_length=10_000, blank=True, help_text="What was agreed for afterwards.")

    objects = RetrospectiveQuerySet.as_manager()

    def __str__(self) -> str:
        """Whose it is."""
        return f"Retrospective of {self.interview_id}"


class AskedQuestion(Resource):
    """One thing that was asked, in the candidate's words, and how the answer went."""

    retrospective = models.ForeignKey(Retrospective, models.CASCADE, related_name="asked")
    position = models.PositiveSmallIntegerField()
    prompt = models.CharField(max_length=1_000)
    question = models.ForeignKey(
        Question, models.SET_NULL, null=True, blank=True, related_name="+", help_text="The bank's question, when known."
    )
    score = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(4)],
        help_text="One's own judgement, 1 to 4.",
    )
    note = models.CharField(max_length=2_000, blank=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["retrospective", "position"], name="asked_question_position_is_unique"),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__range=(1, 4)),
                name="asked_question_score_is_1_to_4",
            ),
        ]

    def __str__(self) -> str:
        """What was asked."""
        return self.prompt
