"""Who sits at the table, as programs see it."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request

from vivavoce.accounts.models import Person
from vivavoce.accounts.serializers import ColleagueSerializer, colleagues
from vivavoce.core.serializers import RelatedObject, StrictSerializer
from vivavoce.interviews import rules
from vivavoce.interviews.models import CardState, Interview, Participant, ParticipantRole

SHOWN = {CardState.EXPECTED: "not_yet", CardState.SUBMITTED: "submitted", CardState.DECLINED: "declined"}
"""What is said of a scorecard; that it was declined only to those who may read the cards of the table."""


def people(request: Request) -> QuerySet[Person]:
    """Whom the caller may seat: themself, colleagues, and who sits at their own interviews already."""
    own = Interview.objects.filter(owner=request.user.pk)
    known = Q(pk__in=colleagues(request)) | Q(pk__in=Participant.objects.filter(interview__in=own).values("person"))
    return Person.objects.filter(Q(pk=request.user.pk) | known)


class ParticipantSerializer(StrictSerializer):
    """Somebody at the table."""

    id = serializers.UUIDField(read_only=True)
    role = serializers.ChoiceField(choices=ParticipantRole.choices, required=False, help_text="Else interviewer.")
    name = serializers.CharField(max_length=120, required=False, help_text="Needed without a person.")
    note = serializers.CharField(max_length=200, required=False, allow_blank=True)
    person = RelatedObject(
        ColleagueSerializer,
        queryset=people,
        required=False,
        allow_null=True,
        help_text="Who has an account here and may see the interview; of interviews that are held here.",
    )
    scorecard = serializers.SerializerMethodField(help_text="null for those of whom none is expected.")

    class Meta:
        model = Participant

    @extend_schema_field(
        {"anyOf": [{"type": "string", "enum": ["not_yet", "submitted", "declined"]}, {"type": "null"}]}
    )
    def get_scorecard(self, seat: Participant) -> str | None:
        """Not yet, or submitted; declined reads as not yet for those who may not read the cards."""
        is_open = getattr(seat.interview, "cards_open", False)
        hidden = seat.card_state == CardState.DECLINED and not is_open
        return SHOWN.get(CardState.EXPECTED if hidden else CardState(seat.card_state))

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Whole, also where a change leaves members out, since a list replaces the one before; people bring a name."""
        attrs = {"role": ParticipantRole.INTERVIEWER, "note": "", "person": None, **attrs}
        if attrs["person"] is not None:
            attrs.setdefault("name", attrs["person"].known_as)
        if not attrs.get("name"):
            complaint = serializers.ErrorDetail("Name somebody, or a person of this installation.", "required")
            raise serializers.ValidationError({"name": [complaint]})
        return attrs


def table_complaint(purpose: str, participants: list[dict[str, Any]], request: Request) -> str:
    """What is wrong with a table; blank when nothing is."""
    seated = [seat["person"] for seat in participants if seat["person"]]
    assessing = [seat["person"] for seat in participants if seat["person"] and seat["role"] in rules.ASSESSING]
    if purpose == "tracked":
        return "People of this installation sit at interviews that are held here only." if seated else ""
    candidates = [seat["person"] for seat in participants if seat["role"] == ParticipantRole.CANDIDATE]
    places = {(seat["person"], seat["role"]) for seat in participants if seat["person"]}
    hires, group = purpose == "hiring", colleagues(request).filter(pk__in=[one.pk for one in seated])
    complaints = {
        "Somebody sits there twice in one role.": len(places) < len(seated),
        "Somebody is both lead and interviewer.": len(set(assessing)) < len(assessing),
        "There is one candidate.": len(candidates) > 1,
        "Nobody assesses themself.": hires and not set(candidates).isdisjoint(assessing),
        "Only interviewers sit at an interview that hires.": hires and group.count() < len(set(seated)),
    }
    return next((complaint for complaint, holds in complaints.items() if holds), "")
