"""Openings that somebody follows, and their way through them."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.core.models import Counted, Resource
from vivavoce.openings import rules


class Remote(models.TextChoices):
    """How much of the work is done away from the office."""

    NO = "no", "On site"
    HYBRID = "hybrid", "Hybrid"
    FULL = "full", "Fully remote"


class EmploymentType(models.TextChoices):
    """The kind of contract, as schema.org names it."""

    FULL_TIME = "full_time", "Full time"
    PART_TIME = "part_time", "Part time"
    CONTRACTOR = "contractor", "Contractor"
    TEMPORARY = "temporary", "Temporary"
    INTERN = "intern", "Intern"
    OTHER = "other", "Other"


class Level(models.TextChoices):
    """The seniority that an opening asks for."""

    JUNIOR = "junior", "Junior"
    MID = "mid", "Mid"
    SENIOR = "senior", "Senior"
    LEAD = "lead", "Lead"


class Period(models.TextChoices):
    """What a salary is paid per."""

    YEAR = "year", "Year"
    MONTH = "month", "Month"
    WEEK = "week", "Week"
    DAY = "day", "Day"
    HOUR = "hour", "Hour"


class Side(models.TextChoices):
    """The side of the table that an application is seen from."""

    CANDIDATE = "candidate", "Candidate"
    HIRING = "hiring", "Hiring"


class PanelRole(models.TextChoices):
    """What somebody does in a hiring application."""

    LEAD = "lead", "Lead"
    INTERVIEWER = "interviewer", "Interviewer"
    OBSERVER = "observer", "Observer"


class OpeningQuerySet(models.QuerySet["Opening"]):
    """Reads of openings."""

    def visible_to(self, person: Person | AnonymousUser) -> OpeningQuerySet:
        """One's own, and those that a hiring application on whose panel one sits goes through."""
        if not isinstance(person, Person):
            return self.none()
        seat = PanelMember.objects.filter(application__opening=OuterRef("pk"), person=person)
        return self.filter(Q(owner=person) | Exists(seat))

    def with_stages(self, person: Person | AnonymousUser) -> OpeningQuerySet:
        """Adds ``stages``, to filter by: of the applications that this person may see, not of other panels'."""
        seen = Application.objects.visible_to(person).filter(opening=OuterRef("pk")).order_by()
        return self.alias(stages=ArraySubquery(seen.values("stage")))

    def with_salary(self) -> OpeningQuerySet:
        """Adds both ends of the salary, one standing for the other where only one is known."""
        return self.annotate(
            salary_top=Coalesce("salary_max", "salary_min"), salary_bottom=Coalesce("salary_min", "salary_max")
        )


class Opening(Counted):
    """A job posting, with the fields of schema.org's JobPosting that people ask about."""

    owner = models.ForeignKey(Person, models.CASCADE, related_name="openings")
    title = models.CharField(max_length=200, help_text="The job's title as the advert has it.")
    organization = models.CharField(max_length=200, help_text="Who is hiring.")
    industry = models.CharField(max_length=100, blank=True)
    description = models.TextField(max_length=20_000, blank=True)
    city = models.CharField(max_length=100, blank=True)
    region = models.CharField(max_length=100, blank=True)
    country = models.CharField(
        max_length=2,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{2}\Z", "Write two capitals (ISO 3166), such as NL.")],
        help_text="ISO 3166 code, such as NL.",
    )
    remote = models.CharField(max_length=6, choices=Remote.choices, default=Remote.NO)
    employment_type = models.CharField(max_length=10, choices=EmploymentType.choices, default=EmploymentType.FULL_TIME)
    salary_min = models.PositiveIntegerField(null=True, blank=True, help_text="Lower end, in whole units.")
    salary_max = models.PositiveIntegerField(null=True, blank=True, help_text="Upper end, in whole units.")
    salary_currency = models.CharField(
        max_length=3,
        default="EUR",
        validators=[RegexValidator(r"^[A-Z]{3}\Z", "Write three capitals (ISO 4217), such as EUR.")],
        help_text="ISO 4217 code, such as EUR.",
    )
    salary_period = models.CharField(max_length=5, choices=Period.choices, default=Period.YEAR)
    level = models.CharField(max_length=6, choices=Level.choices, blank=True)
    posting_url = models.URLField(max_length=500, blank=True, help_text="Where the advert stands.")
    posted_on = models.DateField(null=True, blank=True)
    valid_through = models.DateField(null=True, blank=True, help_text="Last day to apply.")
    skills = ArrayField(models.CharField(max_length=60), default=list, blank=True, size=50)

    objects = OpeningQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "id"]
        indexes = [models.Index(fields=["owner", "-created_at", "id"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(salary_min__isnull=True) | Q(salary_max__isnull=True) | Q(salary_min__lte=F("salary_max")),
                name="opening_salary_range_is_in_order",
                violation_error_message="The lower end of the salary is above its upper end.",
            ),
            models.CheckConstraint(
                condition=Q(posted_on__isnull=True)
                | Q(valid_through__isnull=True)
                | Q(posted_on__lte=F("valid_through")),
                name="opening_closes_after_it_was_posted",
                violation_error_message="The last day to apply is before the day it was posted.",
            ),
        ]

    def __str__(self) -> str:
        """What a person would call it."""
        return f"{self.title}, {self.organization}"

    @property
    def name(self) -> str:
        """The opening in one line, for relations."""
        return str(self)


class ApplicationQuerySet(models.QuerySet["Application"]):
    """Reads of applications."""

    def visible_to(self, person: Person | AnonymousUser) -> ApplicationQuerySet:
        """One's own, and those on whose panel one sits; everyone else's do not exist."""
        if not isinstance(person, Person):
            return self.none()
        seat = PanelMember.objects.filter(application=OuterRef("pk"), person=person)
        return self.filter(Q(owner=person) | Exists(seat))

    def with_parts(self) -> ApplicationQuerySet:
        """With all that a reply shows, in a constant number of queries."""
        return self.select_related("opening").prefetch_related("history", "panel__person")

    def with_salary(self) -> ApplicationQuerySet:
        """Adds both ends of the opening's salary, one standing for the other where only one is known."""
        return self.annotate(
            salary_top=Coalesce("opening__salary_max", "opening__salary_min"),
            salary_bottom=Coalesce("opening__salary_min", "opening__salary_max"),
        )

    def with_last_move(self) -> ApplicationQuerySet:
        """Adds ``last_moved_at``, to sort by."""
        moves = StageChange.objects.filter(application=OuterRef("pk")).order_by("-at")
        return self.annotate(last_moved_at=Subquery(moves.values("at")[:1]))


class Application(Counted):
    """One person's way through one opening."""

    owner = models.ForeignKey(Person, models.CASCADE, related_name="applications")
    side = models.CharField(max_length=9, choices=Side.choices, default=Side.CANDIDATE)
    opening = models.ForeignKey(
        Opening,
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="applications",
        help_text="Hiring may add it later.",
    )
    candidate_name = models.CharField(max_length=120, blank=True, help_text="Who applies; hiring only.")
    visibility = models.CharField(
        max_length=20,
        choices=list(rules.VISIBILITIES.items()),
        default="after_own_submission",
        help_text="When an interviewer may read colleagues' scorecards; hiring only.",
    )
    stage = models.CharField(max_length=12, choices=list(rules.STAGES.items()), default="saved")
    stage_label = models.CharField(max_length=60, blank=True, help_text="One's own name for the stage.")
    next_action = models.CharField(max_length=200, blank=True)
    next_action_on = models.DateField(null=True, blank=True)
    contacts = models.JSONField(default=list, blank=True, help_text="People: name, role, email, phone.")
    notes = models.TextField(max_length=20_000, blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at", "id"]
        indexes = [
            models.Index(fields=["owner", "-updated_at", "id"]),
            models.Index(fields=["owner", "stage"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(side="candidate", opening__isnull=False, candidate_name="")
                | (Q(side="hiring") & ~Q(candidate_name="")),
                name="application_says_who_or_where",
            )
        ]

    def __str__(self) -> str:
        """The opening it goes through, and in hiring whose application it is."""
        return ", ".join(str(part) for part in (self.candidate_name, self.opening) if part)

    @property
    def name(self) -> str:
        """The application in one line, for relations."""
        return str(self)

    def role_of(self, person: Person) -> str:
        """What somebody is on the panel; the owner leads, whether they sit on it or not. Reads the panel."""
        seat = next((member.role for member in self.panel.all() if member.person_id == person.pk), "")
        return PanelRole.LEAD if self.owner_id == person.pk else seat

    @property
    def quiet_days(self) -> int | None:
        """Whole days in which nothing moved; nothing once it is closed. Reads the history."""
        last = max((change.at for change in self.history.all()), default=None)
        return rules.quiet_days(self.stage, last and timezone.localdate(last), timezone.localdate())


class PanelMember(Resource):
    """Somebody who has a say in a hiring application, and which."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="panel")
    person = models.ForeignKey(Person, models.CASCADE, related_name="panels")
    role = models.CharField(max_length=11, choices=PanelRole.choices, default=PanelRole.INTERVIEWER)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [models.UniqueConstraint(fields=["application", "person"], name="one_seat_on_a_panel")]

    def __str__(self) -> str:
        """The role."""
        return f"{self.person_id} ({self.role})"


class StageChange(Resource):
    """One line of an application's history; never changed, never removed while the application lives."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="history")
    from_stage = models.CharField(max_length=12, choices=list(rules.STAGES.items()), blank=True)
    to_stage = models.CharField(max_length=12, choices=list(rules.STAGES.items()))
    label = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField(help_text="When it happened, which may be before it was written down.")
    note = models.TextField(max_length=2_000, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        """From where to where."""
        return f"{self.from_stage or 'new'} to {self.to_stage}"
