"""How interviews look to programs, and what their steps take."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from rest_framework import serializers
from rest_framework.request import Request

from vivavoce.accounts.models import validate_time_zone
from vivavoce.core.serializers import RelatedObject, ResourceSerializer, StrictSerializer
from vivavoce.interviews import rules
from vivavoce.interviews.models import (
    Interview,
    InterviewEvent,
    Kit,
    Side,
)
from vivavoce.interviews.serializers.kits import KitSerializer
from vivavoce.interviews.serializers.participants import ParticipantSerializer, table_complaint
from vivavoce.openings.fields import OptionalChoice, OptionalLink
from vivavoce.openings.models import Application
from vivavoce.openings.models import Side as ApplicationSide
from vivavoce.openings.serializers import ApplicationSerializer

TIMES = ("starts_at", "time_zone", "minutes")


def own_applications(request: Request) -> QuerySet[Application]:
    """The applications that an interview of the caller may belong to."""
    return Application.objects.visible_to(request.user).select_related("opening")


def validate_start(value: datetime) -> None:
    """A time that calendars can show."""
    if not rules.may_begin(value):
        complaint = f"This must lie between {rules.EARLIEST:%Y-%m-%d} and {rules.LATEST:%Y-%m-%d}."
        raise serializers.ValidationError(complaint, "out_of_range")


def kits(request: Request) -> QuerySet[Kit]:
    """The kits that the caller may hold an interview by; a slug means the newest version."""
    return Kit.objects.visible_to(request.user).order_by("-is_current", "-version").distinct()


class HeldKit(RelatedObject):
    """The kit in the version that is meant: its address leads to exactly this one."""

    def to_representation(self, value: Kit) -> dict[str, Any]:
        """As everywhere else, except for its address."""
        return {**super().to_representation(value), "url": reverse("kit-detail", args=[value.pk])}


class PanelsApplication(RelatedObject):
    """The application; expanded only for those who may read it at its own address, its owner and panel."""

    def to_representation(self, value: Application) -> Any:
        """All of it, or what every relation shows."""
        shown = super().to_representation(value)
        if value.role_of(self.context["request"].user):
            return shown
        return {name: shown[name] for name in self.brief}


class InterviewEventSerializer(serializers.ModelSerializer[InterviewEvent]):
    """One line of the history."""

    from_state = OptionalChoice(list(rules.STATES.items()), read_only=True, help_text="null for the first line.")

    class Meta:
        model = InterviewEvent
        fields = ("id", "at", "verb", "from_state", "to_state", "starts_at", "note")
        read_only_fields = fields
        extra_kwargs = {"verb": {"help_text": "create, reschedule, start, finish, complete, cancel or no-show."}}


class InterviewSerializer(ResourceSerializer[Interview]):
    """One conversation. Times change through ``reschedule/`` and states through the other steps, nowhere else."""

    name = serializers.CharField(read_only=True, help_text="Title and organization in one line.")
    purpose = serializers.ChoiceField(
        choices=list(rules.PURPOSES.items()),
        default="tracked",
        help_text="tracked: mine, held elsewhere; mock: a rehearsal here; hiring: interviewers assess somebody.",
    )
    kit = HeldKit(
        KitSerializer,
        queryset=kits,
        required=False,
        allow_null=True,
        help_text="The plan, of interviews that are held here; a slug means its newest or its frozen version.",
    )
    kit_version = serializers.IntegerField(source="kit.version", read_only=True, allow_null=True)
    kit_frozen = serializers.BooleanField(read_only=True, help_text="True once its version cannot change.")
    candidate_name = serializers.CharField(
        max_length=120, required=False, help_text="Who is assessed. Hiring without an application begins one for them."
    )
    my_role = serializers.ChoiceField(
        choices=list(rules.MY_ROLES.items()), write_only=True, required=False, help_text="In a mock; both when alone."
    )
    my_roles = serializers.SerializerMethodField(help_text="What the caller is, at the table or on the panel.")
    my_scorecard = serializers.UUIDField(read_only=True, allow_null=True, help_text="Id of the caller's own.")
    debrief = serializers.UUIDField(source="debrief_key", read_only=True, allow_null=True, help_text="Its id.")
    application = PanelsApplication(ApplicationSerializer, queryset=own_applications, required=False, allow_null=True)
    organization = serializers.CharField(
        max_length=200, required=False, help_text="Who holds it. With an application this is the opening's."
    )
    ends_at = serializers.DateTimeField(read_only=True, allow_null=True)
    time_zone = serializers.CharField(
        max_length=64,
        required=False,
        validators=[validate_time_zone],
        help_text="IANA name, such as Europe/Lisbon; one's own when left out.",
    )
    video_link = OptionalLink()
    participants = ParticipantSerializer(many=True, required=False, max_length=30)  # type: ignore[call-arg]  # the list's
    allowed_transitions = serializers.SerializerMethodField(help_text="The steps that the caller may take now.")
    no_show_by = OptionalChoice(Side.choices, read_only=True, help_text="Who did not come.")
    history = InterviewEventSerializer(many=True, read_only=True)
    has_retrospective = serializers.BooleanField(source="has_notes", read_only=True)

    class Meta:
        model = Interview
        fields = (
            "id",
            "url",
            "name",
            "purpose",
            "application",
            "candidate_name",
            "organization",
            "title",
            "kit",
            "kit_version",
            "kit_frozen",
            "round",
            "starts_at",
            "ends_at",
            "time_zone",
            "minutes",
            "place",
            "video_link",
            "participants",
            "my_role",
            "my_roles",
            "my_scorecard",
            "debrief",
            "notes",
            "state",
            "allowed_transitions",
            "started_at",
            "finished_at",
            "cancel_reason",
            "no_show_by",
            "sequence",
            "history",
            "has_retrospective",
            "created_at",
            "updated_at",
        )
        expandable = ("application",)  # a kit is read at its own address, which knows who rehearses
        read_only_fields = ("state", "started_at", "finished_at", "cancel_reason", "sequence")
        extra_kwargs = {"starts_at": {"validators": [validate_start]}}

    def get_my_roles(self, interview: Interview) -> list[str]:
        """Of the participants, and of the panel."""
        return interview.roles_of(self.context["request"].user)

    def get_allowed_transitions(self, interview: Interview) -> list[str]:
        """None for those who only listen."""
        leads = interview.may_be_led_by(self.context["request"].user)
        return interview.allowed_transitions if leads else []

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Times by their own step once made; what fits the purpose; the organization said once."""
        wrong = self._unchangeable(attrs) if self.instance else {}
        purpose = self.instance.purpose if self.instance else attrs["purpose"]
        wrong |= {name: [not_of(purpose)] for name in rules.NOT_OF[purpose] if attrs.get(name)}
        if not self.instance:
            wrong |= missing(attrs)
        if complaint := table_complaint(purpose, attrs.get("participants", []), self.context["request"]):
            wrong["participants"] = [serializers.ErrorDetail(complaint, "conflict")]
        if wrong:
            raise serializers.ValidationError(wrong)
        if purpose == "tracked" and (self.instance is None or {"application", "organization"} & attrs.keys()):
            self._settle_organization(attrs)
        elif purpose == "mock" and "organization" in attrs:
            attrs["own_organization"] = attrs.pop("organization")
        return attrs

    def _unchangeable(self, attrs: dict[str, Any]) -> dict[str, Any]:
        before: Any = self.instance
        step = serializers.ErrorDetail("Change times with reschedule/.", "use_reschedule")
        fixed = serializers.ErrorDetail("This stays as it was made.", "unchangeable")
        wrong: dict[str, Any] = {name: [step] for name in TIMES if name in attrs}
        names = ["candidate_name", "my_role", *(["application"] if before.purpose != "tracked" else [])]
        wrong |= {name: [fixed] for name in names if name in attrs}
        if attrs.get("purpose", before.purpose) != before.purpose:
            wrong["purpose"] = [fixed]
        if before.purpose != "tracked" and "kit" in attrs and attrs["kit"] is None:
            wrong["kit"] = [serializers.ErrorDetail("An interview that is held here has a kit.", "required")]
        return wrong

    def _settle_organization(self, attrs: dict[str, Any]) -> None:
        before = self.instance
        application = attrs.get("application", before.application if before else None)
        said = attrs.pop("organization", None)
        attrs["own_organization"] = "" if application else said or (before.organization if before else "")
        if application is None and not attrs["own_organization"]:
            complaint = serializers.ErrorDetail("Name the organization, or the application.", "required")
            raise serializers.ValidationError({"organization": [complaint]})
        if application is not None and application.side != ApplicationSide.CANDIDATE:
            complaint = serializers.ErrorDetail("This application is hiring's: say purpose=hiring.", "conflict")
            raise serializers.ValidationError({"application": [complaint]})
        if application is not None and said not in {None, application.opening.organization}:
            complaint = serializers.ErrorDetail("The application's opening says another organization.", "conflict")
            raise serializers.ValidationError({"organization": [complaint]})


def not_of(purpose: str) -> serializers.ErrorDetail:
    """The complaint about a member that interviews of this purpose do not have."""
    return serializers.ErrorDetail(f"An interview with purpose={purpose} does not take this.", "not_of_purpose")


def missing(attrs: dict[str, Any]) -> dict[str, Any]:
    """What an interview that is held here cannot be made without."""
    if attrs["purpose"] == "tracked":
        return {}
    application = attrs.get("application")
    wrong: dict[str, Any] = {}
    if attrs.get("kit") is None:
        wrong["kit"] = [serializers.ErrorDetail("Choose a kit.", "required")]
    if attrs["purpose"] == "hiring" and bool(application) == bool(attrs.get("candidate_name")):
        complaint = "Name the candidate, or the application, and not both."
        wrong["candidate_name"] = [serializers.ErrorDetail(complaint, "conflict" if application else "required")]
    if application and application.side != ApplicationSide.HIRING:
        wrong["application"] = [serializers.ErrorDetail("This application is not on the hiring side.", "conflict")]
    return wrong


class RescheduleSerializer(StrictSerializer):
    """The new time; what is left out stays."""

    starts_at = serializers.DateTimeField(validators=[validate_start], help_text="RFC 3339 with an offset.")
    time_zone = serializers.CharField(max_length=64, required=False, validators=[validate_time_zone])
    minutes = serializers.IntegerField(min_value=5, max_value=720, required=False)
    reason = serializers.CharField(max_length=500, required=False, allow_blank=True, default="")


class CancelSerializer(StrictSerializer):
    """Why it was called off."""

    reason = serializers.CharField(max_length=500)


class CompleteSerializer(StrictSerializer):
    """Nothing needs to be said."""


class StartSerializer(CompleteSerializer):
    """Nothing needs to be said."""


class FinishSerializer(CompleteSerializer):
    """Nothing needs to be said."""


class NoShowSerializer(StrictSerializer):
    """Who did not come."""

    by = serializers.ChoiceField(choices=Side.choices)
    note = serializers.CharField(max_length=500, required=False, allow_blank=True, default="")
