"""Interviews: one conversation each, when it is, who is there and what became of it."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, FilteredRelation, OuterRef, Q
from django.db.models.functions import Coalesce

from vivavoce.accounts.models import Person, validate_time_zone
from vivavoce.core.models import Counted, Resource
from vivavoce.interviews import rules
from vivavoce.interviews.models.kits import Kit
from vivavoce.openings.models import Application, PanelMember


class Round(models.TextChoices):
    """What kind of conversation it is."""

    SCREEN = "screen", "First call"
    TECHNICAL = "technical", "Technical"
    CODING = "coding", "Live coding"
    SYSTEM_DESIGN = "system_design", "System design"
    BEHAVIOURAL = "behavioural", "Behavioural"
    TAKE_HOME = "take_home", "Take-home review"
    FINAL = "final", "Final"
    OTHER = "other", "Other"


class Side(models.TextChoices):
    """Who was expected at the table."""

    CANDIDATE = "candidate", "Candidate"
    INTERVIEWER = "interviewer", "Interviewer"


class ParticipantRole(models.TextChoices):
    """What somebody does in an interview."""

    LEAD = "lead", "Lead"
    INTERVIEWER = "interviewer", "Interviewer"
    OBSERVER = "observer", "Observer"
    CANDIDATE = "candidate", "Candidate"
    RECRUITER = "recruiter", "Recruiter"


class CardState(models.TextChoices):
    """How far a participant's scorecard is; the only thing about it that colleagues know."""

    NONE = "", "None"
    EXPECTED = "expected", "Expected"
    SUBMITTED = "submitted", "Submitted"
    DECLINED = "declined", "Declined"


class InterviewQuerySet(models.QuerySet["Interview"]):
    """Reads of interviews."""

    def visible_to(self, person: Person | AnonymousUser) -> InterviewQuerySet:
        """One's own, those one takes part in, those of a panel one sits on; everyone else's do not exist."""
        if not isinstance(person, Person):
            return self.none()
        seat = Participant.objects.filter(interview=OuterRef("pk"), person=person)
        panel = PanelMember.objects.filter(application=OuterRef("application"), person=person)
        return self.filter(Q(owner=person) | Exists(seat) | Exists(panel))

    def plan_open_to(self, person: Person | AnonymousUser) -> InterviewQuerySet:
        """Those whose kit one may read because they were held by it, whatever became of the kit since.

        Who is rehearsing as the candidate reads it afterwards.
        """
        if not isinstance(person, Person):
            return self.none()
        seats = Participant.objects.filter(interview=OuterRef("pk"), person=person)
        asks = Exists(seats.exclude(role=ParticipantRole.CANDIDATE))
        rehearses = Exists(seats.filter(role=ParticipantRole.CANDIDATE))
        held = self.visible_to(person).filter(started_at__isnull=False)
        return held.filter(Q(asks) | ~Q(rehearses) | Q(state="complete"))

    def with_parts(self, person: Person | AnonymousUser) -> InterviewQuerySet:
        """With all that a reply shows this person, in a constant number of queries; ``held_by`` is the organization."""
        key = person.pk if isinstance(person, Person) else None
        return (
            self.select_related("application__opening", "kit")
            .prefetch_related(
                "participants__person", "history", "application__panel", "application__opening__frozen_kits"
            )
            .annotate(
                held_by=Coalesce("application__opening__organization", "own_organization"),
                has_notes=ExpressionWrapper(
                    Q(retrospective__isnull=False, owner_id=key), output_field=models.BooleanField()
                ),
                own_card=FilteredRelation("scorecards", condition=Q(scorecards__interviewer=key)),
                my_scorecard=F("own_card__id"),
                debrief_key=Coalesce("application__debrief__id", "debrief__id"),
            )
        )


class Interview(Counted):
    """One conversation: tracked (mine, elsewhere), mock (a rehearsal) or hiring (our team assesses)."""

    owner = models.ForeignKey(Person, models.CASCADE, related_name="interviews")
    purpose = models.CharField(max_length=7, choices=list(rules.PURPOSES.items()), default="tracked")
    application = models.ForeignKey(Application, models.RESTRICT, null=True, blank=True, related_name="interviews")
    own_organization = models.CharField(
        max_length=200, blank=True, help_text="Who holds it, when no application says so."
    )
    title = models.CharField(max_length=200, blank=True, help_text="What to call it; else its round does.")
    round = models.CharField(max_length=13, choices=Round.choices, default=Round.OTHER)
    starts_at = models.DateTimeField(null=True, blank=True)
    time_zone = models.CharField(max_length=64, validators=[validate_time_zone], help_text="IANA name.")
    minutes = models.PositiveSmallIntegerField(
        default=60, validators=[MinValueValidator(5), MaxValueValidator(720)], help_text="Planned length."
    )
    place = models.CharField(max_length=200, blank=True, help_text="Where it is held, when in person.")
    video_link = models.URLField(max_length=500, blank=True)
    notes = models.TextField(max_length=20_000, blank=True, help_text="What to remember beforehand.")
    kit = models.ForeignKey(
        Kit, models.PROTECT, null=True, blank=True, related_name="interviews", help_text="The version it is held by."
    )
    started_at = models.DateTimeField(null=True, editable=False, help_text="When it really began; held here only.")
    finished_at = models.DateTimeField(null=True, editable=False, help_text="When it really ended; held here only.")
    state = models.CharField(max_length=17, choices=list(rules.STATES.items()), default="draft", editable=False)
    cancel_reason = models.CharField(max_length=500, blank=True, editable=False)
    no_show_by = models.CharField(max_length=11, choices=Side.choices, blank=True, editable=False)
    sequence = models.PositiveIntegerField(
        default=0, editable=False, help_text="iCalendar SEQUENCE: grows when the time changes."
    )

    objects = InterviewQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [
            models.Index(fields=["owner", "starts_at", "id"]),
            models.Index(fields=["owner", "state"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["draft", "cancelled"]) | Q(starts_at__isnull=False),
                name="interview_has_a_time_once_scheduled",
            ),
            models.CheckConstraint(
                condition=Q(application__isnull=False, own_organization="")
                | (Q(application__isnull=True) & (Q(purpose="mock") | ~Q(own_organization=""))),
                name="interview_names_its_organization_once",
            ),
            models.CheckConstraint(
                condition=Q(purpose="tracked", kit__isnull=True)
                | Q(purpose="mock", kit__isnull=False, application__isnull=True)
                | Q(purpose="hiring", kit__isnull=False, application__isnull=False),
                name="interview_has_what_its_purpose_needs",
            ),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(cancel_reason=""),
                name="interview_cancelled_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state="no_show", no_show_by__in=Side.values) | (~Q(state="no_show") & Q(no_show_by="")),
                name="interview_no_show_says_by_whom",
            ),
        ]

    def __str__(self) -> str:
        """What and with whom; without a title its round says what."""
        what = self.title or ("Interview" if self.round == Round.OTHER else self.get_round_display())
        whom = self.application.candidate_name if self.application else ""
        return ", ".join(part for part in (what, whom or self.organization) if part)

    @property
    def organization(self) -> str:
        """Who holds it: the opening's organization when there is an application, else the interview's own."""
        if self.application:
            return self.application.opening.organization if self.application.opening else ""
        return self.own_organization

    @property
    def name(self) -> str:
        """The interview in one line, for relations."""
        return str(self)

    @property
    def ends_at(self) -> datetime | None:
        """The planned end; none without a beginning."""
        return rules.ends_at(self.starts_at, self.minutes) if self.starts_at else None

    @property
    def candidate_name(self) -> str:
        """Who is assessed: the application's candidate in hiring, whoever sits as one in a mock."""
        if self.purpose == "hiring":
            return self.application.candidate_name if self.application else ""
        seated = (seat.name for seat in self.participants.all() if seat.role == ParticipantRole.CANDIDATE)
        return next(seated, "") if self.purpose == "mock" else ""

    @property
    def kit_frozen(self) -> bool:
        """True once its kit cannot change: it started, or another interview for the same opening did."""
        if self.started_at or not (self.kit and self.application and self.application.opening):
            return self.started_at is not None
        frozen = self.application.opening.frozen_kits.all()
        return self.kit.slug in {one.kit_slug for one in frozen}

    def roles_of(self, person: Person) -> list[str]:
        """What somebody is at the table or on the panel behind it. Reads the participants and the panel."""
        roles = [seat.role for seat in self.participants.all() if seat.person_id == person.pk]
        behind = self.application.role_of(person) if self.purpose == "hiring" and self.application else ""
        return [*roles, *([behind] if behind and behind not in roles else [])]

    def may_be_led_by(self, person: Person) -> bool:
        """True for those who take its steps: the owner, and in those held here leads and interviewers."""
        return self.owner_id == person.pk or any(role in rules.ASSESSING for role in self.roles_of(person))

    @property
    def allowed_transitions(self) -> list[str]:
        """The verbs that are legal in this state. What somebody rated is not called off. Reads the participants."""
        rated = any(seat.card_state == CardState.SUBMITTED for seat in self.participants.all())
        return [verb for verb in rules.allowed(self.purpose, self.state) if verb != "cancel" or not rated]


class Participant(Resource):
    """Somebody at the table: a name, or a person of this installation who may then see the interview."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="participants")
    position = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=11, choices=ParticipantRole.choices, default=ParticipantRole.INTERVIEWER)
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="seats")
    name = models.CharField(max_length=120)
    note = models.CharField(max_length=200, blank=True, help_text="Job title, or what one should know.")
    card_state = models.CharField(max_length=9, choices=CardState.choices, blank=True, default=CardState.NONE)
    informed = models.BooleanField(
        default=False, editable=False, help_text="Could read scorecards of the candidate when asked to rate."
    )

    class Meta:
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["person", "interview"])]
        constraints = [
            models.UniqueConstraint(fields=["interview", "position"], name="participant_position_is_unique"),
            models.UniqueConstraint(
                fields=["interview", "person", "role"], condition=Q(person__isnull=False), name="one_seat_a_role"
            ),
            models.UniqueConstraint(
                fields=["interview", "person"],
                condition=Q(person__isnull=False) & ~Q(card_state=""),
                name="one_scorecard_an_interviewer",
            ),
            models.CheckConstraint(
                condition=Q(card_state="") | Q(person__isnull=False, role__in=["lead", "interviewer"]),
                name="only_interviewers_have_scorecards",
            ),
        ]

    def __str__(self) -> str:
        """Name and role."""
        return f"{self.name} ({self.role})"


class InterviewEvent(Resource):
    """One line of an interview's history: what happened to it, when, and by whose hand."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="history")
    at = models.DateTimeField()
    verb = models.CharField(max_length=20, help_text="create, reschedule, cancel, complete or no-show.")
    from_state = models.CharField(max_length=17, choices=list(rules.STATES.items()), blank=True)
    to_state = models.CharField(max_length=17, choices=list(rules.STATES.items()))
    starts_at = models.DateTimeField(null=True, help_text="The time that held from then on.")
    note = models.CharField(max_length=500, blank=True, help_text="The reason that was given.")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        """The verb and where it led."""
        return f"{self.verb}: {self.to_state}"
