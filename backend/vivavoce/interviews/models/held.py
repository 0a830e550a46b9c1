"""What an interview that is held here needs beside its plan: its items, a frozen kit, invitations."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from vivavoce.accounts.models import Person
from vivavoce.core.models import Counted, Resource
from vivavoce.interviews.models.interviews import Interview, ParticipantRole
from vivavoce.interviews.models.kits import Kit, KitItem
from vivavoce.openings.models import Opening
from vivavoce.questions.models import QuestionVersion


class Asked(models.TextChoices):
    """Whether a planned question was asked; everything but yes is a deviation from the kit."""

    OPEN = "", "Open"
    YES = "yes", "Asked"
    REWORDED = "reworded", "Reworded"
    NO = "no", "Not asked"


class InterviewItemQuerySet(models.QuerySet["InterviewItem"]):
    """Reads of items."""

    def visible_to(self, person: Person | AnonymousUser) -> InterviewItemQuerySet:
        """Those of the interviews that one may see."""
        return self.filter(interview__in=Interview.objects.visible_to(person))


class InterviewItem(Counted):
    """One question of an interview, copied from the kit when it started, and what became of it."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="items")
    kit_item = models.ForeignKey(KitItem, models.PROTECT, null=True, related_name="+", help_text="null: not planned.")
    question_version = models.ForeignKey(QuestionVersion, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    asked = models.CharField(max_length=8, choices=Asked.choices, blank=True, default=Asked.OPEN)
    asked_at = models.DateTimeField(null=True, blank=True)
    seconds = models.PositiveIntegerField(default=0, help_text="How long it really took.")
    wording = models.CharField(max_length=2_000, blank=True, help_text="How it was asked instead, when reworded.")
    lapsed = models.BooleanField(default=False, editable=False, help_text="Mock: a crucial point was not heard.")

    objects = InterviewItemQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "position"], name="interview_item_position_is_unique"),
            models.UniqueConstraint(fields=["interview", "question_version"], name="an_interview_asks_a_question_once"),
        ]

    def __str__(self) -> str:
        """Its place in the interview."""
        return f"{self.interview_id} {self.position}"

    @property
    def planned(self) -> bool:
        """False for a question that was added beside the kit."""
        return self.kit_item is not None

    @property
    def required(self) -> bool:
        """True when the kit says that it must be asked."""
        return self.kit_item is not None and self.kit_item.required

    @property
    def part(self) -> str:
        """What of a longer day begins with it."""
        return self.kit_item.part if self.kit_item else ""

    @property
    def pause(self) -> int:
        """Planned minutes of break before it."""
        return self.kit_item.pause if self.kit_item else 0

    @property
    def minutes(self) -> int:
        """Planned time: the kit's, else the question's."""
        return self.kit_item.minutes if self.kit_item else self.question_version.minutes

    @property
    def probes(self) -> list[str]:
        """Follow-up questions: the kit's, else the question's."""
        return list(self.kit_item.probes if self.kit_item else self.question_version.probes)


class FrozenKit(Resource):
    """The version of a kit that every interview for an opening is held by, since the first one that started."""

    opening = models.ForeignKey(Opening, models.CASCADE, related_name="frozen_kits")
    kit_slug = models.SlugField(max_length=80)
    kit = models.ForeignKey(Kit, models.PROTECT, related_name="+")
    interview = models.ForeignKey(Interview, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["opening", "kit_slug"], name="one_frozen_version_a_kit")]

    def __str__(self) -> str:
        """Which kit."""
        return f"{self.opening_id} {self.kit_slug}"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Reads of invitations."""

    def visible_to(self, person: Person | AnonymousUser) -> InvitationQuerySet:
        """Those that one made and did not revoke; revoked ones stay in the table, so that their links can say so."""
        return self.filter(made_by=person, revoked_at=None) if isinstance(person, Person) else self.none()


class Invitation(Resource):
    """A link that lets one partner join a mock interview; its secret is not kept."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="invitations")
    made_by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    role = models.CharField(max_length=11, choices=ParticipantRole.choices, default=ParticipantRole.INTERVIEWER)
    fingerprint = models.CharField(max_length=64, unique=True, editable=False, help_text="SHA-256 of the secret.")
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=["interviewer", "candidate"]), name="invited_as_interviewer_or_candidate"
            )
        ]

    def __str__(self) -> str:
        """To what."""
        return f"{self.interview_id} {self.role}"
