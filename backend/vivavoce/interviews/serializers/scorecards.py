"""How scorecards look to programs, and what their steps take."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request

from vivavoce.core.serializers import RelatedObject, ResourceSerializer, StrictSerializer
from vivavoce.interviews import blindness, scorecard_rules
from vivavoce.interviews.models import EvidenceKind, Interview, Recommendation, Scorecard, ScorecardRevision
from vivavoce.interviews.serializers.interviews import InterviewSerializer
from vivavoce.interviews.services import scorecard_contents
from vivavoce.openings.fields import OptionalChoice
from vivavoce.questions.serializers import QualitySerializer
from vivavoce.rubrics.serializers import RubricSerializer

CARD_STATES = [("draft", "Draft"), ("submitted", "Submitted"), ("declined", "Declined")]


def held_interviews(request: Request) -> QuerySet[Interview]:
    """The interviews held here that the caller may see."""
    return Interview.objects.visible_to(request.user).filter(purpose__in=blindness.HELD_HERE)


class WhoSerializer(serializers.Serializer[Any]):
    """Somebody at the table."""

    id = serializers.UUIDField(source="person_id", read_only=True)
    name = serializers.CharField(read_only=True)


class CriterionField(RelatedObject):
    """A criterion as the quality that it judges; a body names it by the quality's slug."""

    def __init__(self) -> None:
        super().__init__(QualitySerializer, queryset=[], source="criterion.quality")  # type: ignore[arg-type]  # held against the card's own rubric later

    def to_internal_value(self, data: Any) -> str:
        """The slug; whether the card's rubric has it is seen with the card."""
        if not isinstance(data, str):
            raise serializers.ValidationError("This must be the slug of a quality.", "wrong_type")
        return data


class RatingSerializer(StrictSerializer):
    """The score of one criterion, or why there is none."""

    criterion = CriterionField()
    score = serializers.IntegerField(
        min_value=1,
        max_value=4,
        required=False,
        allow_null=True,
        help_text="1 not shown, 2 partial, 3 solid, 4 outstanding.",
    )
    not_assessed_reason = serializers.CharField(
        max_length=500, required=False, allow_blank=True, help_text="Why there is no score."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A score or a reason, not both."""
        if attrs.get("score") is not None and attrs.get("not_assessed_reason"):
            raise serializers.ValidationError({"not_assessed_reason": ["A score needs no reason for its absence."]})
        return {**attrs, "criterion": attrs["criterion"]["quality"]}


class ScorecardEvidenceSerializer(StrictSerializer):
    """Something the candidate said, did or wrote. Its ``id`` may be chosen by the caller, and stays."""

    id = serializers.UUIDField(source="key", required=False)
    criterion = serializers.CharField(
        source="criterion.quality.slug",
        max_length=80,
        required=False,
        allow_null=True,
        help_text="Slug of the quality.",
    )
    item = serializers.UUIDField(
        source="item_id", required=False, allow_null=True, help_text="Id of the interview's item that it was shown at."
    )
    kind = serializers.ChoiceField(choices=EvidenceKind.choices, required=False)
    text = serializers.CharField(max_length=4_000)
    at = serializers.DateTimeField(required=False, allow_null=True, help_text="When it was noted, by one's own clock.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """By the names of the API."""
        quality = attrs.pop("criterion", None)
        item = attrs.pop("item_id", None)
        chosen = {"id": attrs.pop("key")} if "key" in attrs else {}
        return {**attrs, **chosen, "item": item, "criterion": quality and quality["quality"]["slug"]}


class MarkSerializer(StrictSerializer):
    """What was ticked at one item while it was asked."""

    item = serializers.UUIDField(help_text="Id of the interview's item.")
    heard = serializers.ListField(
        child=serializers.CharField(max_length=40), max_length=30, help_text="Ids of the key points that were heard."
    )
    probes = serializers.ListField(
        child=serializers.IntegerField(min_value=0, max_value=99),
        max_length=30,
        required=False,
        default=list,
        help_text="Places of the probes that were asked, from 0.",
    )


class ScorecardRevisionSerializer(serializers.ModelSerializer[ScorecardRevision]):
    """One submission of the card."""

    class Meta:
        model = ScorecardRevision
        fields = ("number", "created_at", "reason", "after_seeing_others")
        read_only_fields = fields


class LackSerializer(serializers.Serializer[Any]):
    """One thing that a submission still needs."""

    pointer = serializers.CharField(help_text="Into the card (RFC 6901).")
    code = serializers.CharField(help_text="not_rated, no_evidence or required.")
    detail = serializers.CharField()
    criterion = serializers.CharField(allow_null=True, help_text="Slug of the quality; null for the recommendation.")


class PrivateNoteField(serializers.CharField):
    """Nobody's but the interviewer's: null on every colleague's card."""

    def get_attribute(self, instance: Any) -> str | None:
        """One's own note, else null."""
        if not instance.is_mine:
            return None
        note = getattr(instance, "private_note_row", None)
        return str(note.text) if note else ""


class ScorecardSerializer(ResourceSerializer[Scorecard]):
    """One interviewer's ratings, evidence and recommendation for one interview."""

    interview = RelatedObject(InterviewSerializer, queryset=held_interviews)
    interviewer = WhoSerializer(source="participant", read_only=True)
    is_mine = serializers.BooleanField(read_only=True)
    rubric = RelatedObject(RubricSerializer)
    state = serializers.ChoiceField(choices=CARD_STATES, read_only=True)
    ratings = RatingSerializer(many=True, required=False, max_length=40)  # type: ignore[call-arg]  # the list's
    evidence = ScorecardEvidenceSerializer(many=True, required=False, max_length=300)  # type: ignore[call-arg]  # the list's
    recommendation = OptionalChoice(Recommendation.choices, help_text="null while open; no_decision is an answer.")
    private_note = PrivateNoteField(
        required=False, allow_blank=True, allow_null=True, max_length=20_000, help_text="null on a colleague's card."
    )
    marks = MarkSerializer(many=True, required=False, max_length=100)  # type: ignore[call-arg]  # the list's
    revisions = ScorecardRevisionSerializer(many=True, read_only=True)
    missing = serializers.SerializerMethodField(help_text="What a submission of one's draft still needs.")
    allowed_transitions = serializers.SerializerMethodField(help_text="The steps that one may take now.")

    class Meta:
        model = Scorecard
        fields = (
            "id", "url", "interview", "interviewer", "is_mine", "rubric", "state", "ratings", "evidence",
            "recommendation", "key_takeaways", "note_for_next", "private_note", "shareable_feedback", "marks",
            "revision", "submitted_at", "decline_reason", "revisions", "missing", "allowed_transitions", "created_at",
            "updated_at",
        )  # fmt: skip
        expandable = ("rubric",)
        read_only_fields = ("revision", "submitted_at", "decline_reason")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A card stays with its interview."""
        if self.instance is not None and "interview" in attrs:
            complaint = serializers.ErrorDetail("A scorecard stays with its interview.", "read_only")
            raise serializers.ValidationError({"interview": [complaint]})
        if "private_note" in attrs:
            attrs["private_note"] = attrs["private_note"] or ""
        return attrs

    @extend_schema_field(LackSerializer(many=True))
    def get_missing(self, card: Any) -> Any:
        """Of one's own draft; a colleague's card lacks nothing that one would know of."""
        if not (card.is_mine and card.state == "draft"):
            return []
        return LackSerializer(scorecard_contents.lacks(card, card.rubric.criteria.all()), many=True).data

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_allowed_transitions(self, card: Any) -> list[str]:
        """Only one's own card takes steps."""
        return scorecard_rules.allowed(card.state, card.interview.state) if card.is_mine else []


class SubmitSerializer(StrictSerializer):
    """Nothing needs to be said."""


class DeclineSerializer(StrictSerializer):
    """Why one will not rate."""

    reason = serializers.CharField(max_length=500)


class ReviseSerializer(ScorecardSerializer):
    """What changes, and why: the reason is needed once a colleague's scorecard was visible."""

    reason = serializers.CharField(max_length=500, required=False, allow_blank=True, default="")

    class Meta:
        model = Scorecard
        fields = (
            "reason", "ratings", "evidence", "recommendation", "key_takeaways", "note_for_next", "private_note",
            "shareable_feedback", "marks",
        )  # fmt: skip
