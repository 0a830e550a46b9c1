"""How interviews look to programs, and what their steps take."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.request import Request

from vivavoce.accounts.models import validate_time_zone
from vivavoce.core.serializers import RelatedObject, ResourceSerializer, StrictSerializer
from vivavoce.interviews import rules
from vivavoce.interviews.models import (
    Interview,
    InterviewEvent,
    Participant,
    ParticipantRole,
    Side,
)
from vivavoce.openings.fields import OptionalChoice, OptionalLink
from vivavoce.openings.models import Application
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


class ParticipantSerializer(StrictSerializer):
    """Somebody else at the table."""

    role = serializers.ChoiceField(choices=ParticipantRole.choices, default=ParticipantRole.INTERVIEWER)
    name = serializers.CharField(max_length=120)
    note = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")

    class Meta:
        model = Participant


class InterviewEventSerializer(serializers.ModelSerializer[InterviewEvent]):
    """One line of the history."""

    from_state = OptionalChoice(list(rules.STATES.items()), read_only=True, help_text="null for the first line.")

    class Meta:
        model = InterviewEvent
        fields = ("id", "at", "verb", "from_state", "to_state", "starts_at", "note")
        read_only_fields = fields


class InterviewSerializer(ResourceSerializer[Interview]):
    """One conversation. Times change through ``reschedule/`` and states through the other steps, nowhere else."""

    name = serializers.CharField(read_only=True, help_text="Title and organization in one line.")
    purpose = serializers.ChoiceField(
        choices=[("tracked", "Tracked")], default="tracked", help_text="tracked: mine, held elsewhere."
    )
    application = RelatedObject(ApplicationSerializer, queryset=own_applications, required=False, allow_null=True)
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
    allowed_transitions = serializers.ListField(
        child=serializers.CharField(), read_only=True, help_text="The steps that are legal now."
    )
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
            "organization",
            "title",
            "round",
            "starts_at",
            "ends_at",
            "time_zone",
            "minutes",
            "place",
            "video_link",
            "participants",
            "notes",
            "state",
            "allowed_transitions",
            "cancel_reason",
            "no_show_by",
            "sequence",
            "history",
            "has_retrospective",
            "created_at",
            "updated_at",
        )
        read_only_fields = ("state", "cancel_reason", "sequence")
        extra_kwargs = {"starts_at": {"validators": [validate_start]}}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Times by their own step once made; the organization said once, here or by the application."""
        if self.instance is not None:
            complaint = serializers.ErrorDetail("Change times with reschedule/.", "use_reschedule")
            wrong: dict[str, Any] = {name: [complaint] for name in TIMES if name in attrs}
            if wrong:
                raise serializers.ValidationError(wrong)
        if self.instance is None or {"application", "organization"} & attrs.keys():
            self._settle_organization(attrs)
        return attrs

    def _settle_organization(self, attrs: dict[str, Any]) -> None:
        before = self.instance
        application = attrs.get("application", before.application if before else None)
        said = attrs.pop("organization", None)
        attrs["own_organization"] = "" if application else said or (before.organization if before else "")
        if application is None and not attrs["own_organization"]:
            complaint = serializers.ErrorDetail("Name the organization, or the application.", "required")
            raise serializers.ValidationError({"organization": [complaint]})
        if application is not None and said not in {None, application.opening.organization}:
            complaint = serializers.ErrorDetail("The application's opening says another organization.", "conflict")
            raise serializers.ValidationError({"organization": [complaint]})


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


class NoShowSerializer(StrictSerializer):
    """Who did not come."""

    by = serializers.ChoiceField(choices=Side.choices)
    note = serializers.CharField(max_length=500, required=False, allow_blank=True, default="")
