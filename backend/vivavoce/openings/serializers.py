"""How openings and applications look to programs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from rest_framework import serializers
from rest_framework.request import Request

from vivavoce.accounts.serializers import ColleagueSerializer, colleagues
from vivavoce.core.serializers import RelatedObject, ResourceSerializer, StrictSerializer
from vivavoce.openings import rules
from vivavoce.openings.fields import OptionalChoice, OptionalLink
from vivavoce.openings.models import Application, Level, Opening, PanelMember, PanelRole, Side, StageChange


class OpeningSerializer(ResourceSerializer[Opening]):
    """A job posting."""

    name = serializers.CharField(read_only=True, help_text="Title and organization in one line.")
    level = OptionalChoice(Level.choices)
    posting_url = OptionalLink(help_text="Where the advert stands.")
    skills = serializers.ListField(
        child=serializers.CharField(max_length=60), max_length=50, required=False, help_text="As the advert names them."
    )

    class Meta:
        model = Opening
        fields = (
            "id",
            "url",
            "name",
            "title",
            "organization",
            "industry",
            "description",
            "city",
            "region",
            "country",
            "remote",
            "employment_type",
            "salary_min",
            "salary_max",
            "salary_currency",
            "salary_period",
            "level",
            "posting_url",
            "posted_on",
            "valid_through",
            "skills",
            "created_at",
            "updated_at",
        )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Both ends of a range in their order, whichever of them a change names."""
        for low, high, complaint in (
            ("salary_min", "salary_max", "The upper end of the salary is below its lower end."),
            ("posted_on", "valid_through", "The last day to apply is before the day it was posted."),
        ):
            first = attrs.get(low, getattr(self.instance, low, None))
            last = attrs.get(high, getattr(self.instance, high, None))
            if first is not None and last is not None and first > last:
                raise serializers.ValidationError({high: [serializers.ErrorDetail(complaint, "out_of_range")]})
        return attrs


class ContactSerializer(StrictSerializer):
    """Somebody to talk to."""

    name = serializers.CharField(max_length=120)
    role = serializers.CharField(max_length=120, required=False)
    email = serializers.EmailField(required=False)
    phone = serializers.CharField(max_length=40, required=False)


class StageChangeSerializer(serializers.ModelSerializer[StageChange]):
    """One line of the history."""

    from_stage = OptionalChoice(list(rules.STAGES.items()), read_only=True, help_text="null for the first line.")

    class Meta:
        model = StageChange
        fields = ("id", "at", "from_stage", "to_stage", "label", "note")
        read_only_fields = fields


class PanelMemberSerializer(StrictSerializer):
    """Somebody who has a say."""

    person = RelatedObject(ColleagueSerializer, queryset=colleagues)
    role = serializers.ChoiceField(choices=PanelRole.choices, required=False, help_text="Else interviewer.")

    class Meta:
        model = PanelMember

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Whole, also where a change leaves members out, since a list replaces the one before."""
        if "person" not in attrs:
            raise serializers.ValidationError({"person": [serializers.ErrorDetail("This is needed.", "required")]})
        return {"role": PanelRole.INTERVIEWER, **attrs}


def own_openings(request: Request) -> QuerySet[Opening]:
    """The openings that the caller may apply to, or hire for."""
    return Opening.objects.visible_to(request.user)


class ApplicationSerializer(ResourceSerializer[Application]):
    """One person's way through one opening, seen by themself or by the team that hires."""

    name = serializers.CharField(read_only=True, help_text="Who and where, in one line.")
    side = serializers.ChoiceField(choices=Side.choices, default=Side.CANDIDATE, help_text="hiring: interviewers only.")
    opening = RelatedObject(
        OpeningSerializer, queryset=own_openings, required=False, allow_null=True, help_text="Hiring may add it later."
    )
    panel = PanelMemberSerializer(
        many=True,
        required=False,
        max_length=30,  # type: ignore[call-arg]  # the list's
        help_text="Who has a say; hiring only. A list replaces the one before.",
    )
    contacts = ContactSerializer(many=True, required=False, max_length=20)  # type: ignore[call-arg]  # the list's
    quiet_days = serializers.IntegerField(
        read_only=True, allow_null=True, help_text="Whole days since it last moved; null once closed."
    )
    history = StageChangeSerializer(many=True, read_only=True)

    class Meta:
        model = Application
        fields = (
            "id",
            "url",
            "name",
            "side",
            "candidate_name",
            "opening",
            "visibility",
            "panel",
            "stage",
            "stage_label",
            "next_action",
            "next_action_on",
            "contacts",
            "notes",
            "quiet_days",
            "history",
            "created_at",
            "updated_at",
        )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Once made, an application changes its stage by moving, so that its history tells everything."""
        wrong: dict[str, Any] = {}
        if self.instance is not None:
            moved = serializers.ErrorDetail("Change the stage with move/.", "use_move")
            fixed = serializers.ErrorDetail("An application stays on its side.", "unchangeable")
            wrong |= {name: [moved] for name in ("stage", "stage_label") if name in attrs}
            wrong |= {"side": [fixed]} if attrs.get("side", self.instance.side) != self.instance.side else {}
        wrong |= self._complaints(attrs)
        if wrong:
            raise serializers.ValidationError(wrong)
        return attrs

    def _complaints(self, attrs: dict[str, Any]) -> dict[str, Any]:
        before = self.instance
        side = before.side if before else attrs["side"]
        needed = "opening" if side == Side.CANDIDATE else "candidate_name"
        wrong: dict[str, Any] = {}
        if side == Side.CANDIDATE:
            only = serializers.ErrorDetail("Only an application on the hiring side has this.", "hiring_only")
            wrong |= {name: [only] for name in rules.HIRING_ONLY if name in attrs}
        if not attrs.get(needed, getattr(before, needed, None)):
            wrong[needed] = [serializers.ErrorDetail("This is needed.", "required")]
        return {**panel_complaints(attrs.get("panel")), **wrong}


def panel_complaints(panel: list[dict[str, Any]] | None) -> dict[str, Any]:
    """What is wrong with a panel: somebody twice, or nobody who leads."""
    if panel is None:
        return {}
    if len({seat["person"] for seat in panel}) < len(panel):
        return {"panel": [serializers.ErrorDetail("Somebody sits on it twice.", "duplicate")]}
    if not any(seat["role"] == PanelRole.LEAD for seat in panel):
        return {"panel": [serializers.ErrorDetail("Somebody must lead.", "no_lead")]}
    return {}


class MoveSerializer(StrictSerializer):
    """To which stage an application goes, and when that happened."""

    stage = serializers.ChoiceField(choices=list(rules.STAGES.items()))
    stage_label = serializers.CharField(max_length=60, required=False, allow_blank=True, default="")
    at = serializers.DateTimeField(required=False, help_text="When it happened; now when left out.")
    note = serializers.CharField(max_length=2_000, required=False, allow_blank=True, default="")

    def validate_at(self, value: datetime) -> datetime:
        """History has happened."""
        if value > timezone.now() + rules.CLOCK_TOLERANCE:
            raise serializers.ValidationError("A move cannot lie in the future.", "out_of_range")
        return value
