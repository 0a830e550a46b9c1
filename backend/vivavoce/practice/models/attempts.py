"""Attempts: a candidate's own answers, private to them."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from vivavoce.accounts.models import Person
from vivavoce.core.models import Counted, KeyField
from vivavoce.practice.grading_rules import Marks, suggest
from vivavoce.questions.models import QuestionVersion


class AttemptState(models.TextChoices):
    """How far an attempt is; it only ever moves on."""

    DRAFTING = "drafting", "Drafting"
    COMMITTED = "committed", "Committed"
    REVEALED = "revealed", "Revealed"
    GRADED = "graded", "Graded"


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Reads of attempts."""

    def visible_to(self, person: Person | AnonymousUser) -> AttemptQuerySet:
        """One's own; everyone else's do not exist."""
        return self.filter(owner=person) if isinstance(person, Person) else self.none()


class Attempt(Counted):
    """One try at one version of a question. Its text is immutable once committed; a new try is a new attempt."""

    owner = models.ForeignKey(Person, models.CASCADE, related_name="attempts")
    key = KeyField()
    question_version = models.ForeignKey(QuestionVersion, models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=AttemptState.choices, default=AttemptState.DRAFTING, editable=False)
    body = models.TextField(max_length=20_000, blank=True, help_text="The answer, as written or noted while speaking.")
    spoken = models.BooleanField(default=False, help_text="Answered aloud; the recording stays on the device.")
    seconds = models.PositiveIntegerField(default=0, help_text="How long it took.")
    committed_at = models.DateTimeField(null=True, editable=False)
    revealed_at = models.DateTimeField(null=True, editable=False)
    graded_at = models.DateTimeField(null=True, editable=False)
    found = models.JSONField(default=list, editable=False)
    """``{id, state, sentence}`` of each key point: found, not_found or cannot_tell, as it was at the commit."""
    flags = models.JSONField(default=list, editable=False)
    """``{id, sentence}`` of each red flag whose wording was found."""
    overrules = models.JSONField(default=dict)
    """Key point or red flag id -> true or false, where the person saw it otherwise than the machine."""
    self_scores = models.JSONField(default=list)
    """``{quality, score}``: the person's own scores on the anchors."""
    self_score = models.PositiveSmallIntegerField(null=True, blank=True, help_text="The example it is closest to.")
    reflection = models.TextField(max_length=4_000, blank=True, help_text="Why, or what to do otherwise.")

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "id"]
        indexes = [
            models.Index(fields=["owner", "-created_at", "id"]),
            models.Index(fields=["owner", "question_version"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="attempt_key_is_its_owners"),
            models.CheckConstraint(
                condition=Q(state="drafting", committed_at__isnull=True)
                | (~Q(state="drafting") & Q(committed_at__isnull=False)),
                name="attempt_is_committed_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(self_score__isnull=True) | Q(self_score__range=(1, 4)), name="attempt_self_score_1_to_4"
            ),
        ]

    def __str__(self) -> str:
        """Whose, of what."""
        return f"{self.owner_id} {self.question_version_id}"

    @property
    def suggested_grade(self) -> str | None:
        """What the marks, as the person left them, suggest for the review."""
        version = self.question_version
        if self.state == AttemptState.DRAFTING:
            return None
        marks = Marks(self.found, self.flags)
        return suggest(version.key_points, marks, self.overrules, seconds=self.seconds, minutes=version.minutes)
