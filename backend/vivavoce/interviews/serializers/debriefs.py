"""How debriefs look to programs."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from vivavoce.core.serializers import RelatedObject, ResourceSerializer, StrictSerializer
from vivavoce.interviews.models import (
    Debrief,
    DebriefDecision,
    Decision,
    EvidenceKind,
    Interview,
    KitPurpose,
    Recommendation,
)
from vivavoce.interviews.serializers.kits import KitSerializer
from vivavoce.interviews.serializers.scorecards import WhoSerializer
from vivavoce.interviews.services import debriefs as services
from vivavoce.openings.fields import OptionalChoice
from vivavoce.openings.serializers import ApplicationSerializer, OpeningSerializer
from vivavoce.questions.models import Level
from vivavoce.questions.serializers import QualitySerializer


class DebriefInterviewSerializer(ResourceSerializer[Interview]):
    """One of the conversations that a debrief is about."""

    name = serializers.CharField(read_only=True)
    kit = RelatedObject(KitSerializer)

    class Meta:
        model = Interview
        fields = ("id", "name", "url", "starts_at", "kit")
        read_only_fields = fields


class CardCountSerializer(serializers.Serializer[Any]):
    """How many scorecards there should be, and how many are in."""

    expected = serializers.IntegerField()
    submitted = serializers.IntegerField()


class PanelPersonSerializer(WhoSerializer):
    """Somebody with a scorecard."""

    is_me = serializers.BooleanField()


class ShownEvidenceSerializer(serializers.Serializer[Any]):
    """What a score rests on."""

    kind = serializers.ChoiceField(choices=EvidenceKind.choices)
    text = serializers.CharField()
    number = serializers.IntegerField(allow_null=True, help_text="Of the question that it was shown at.")
    at = serializers.DateTimeField(allow_null=True)
    seconds = serializers.IntegerField(allow_null=True, help_text="After the interview began.")


class ScoreSerializer(serializers.Serializer[Any]):
    """One person's score of a criterion, or why there is none."""

    person = serializers.UUIDField()
    interview = serializers.UUIDField()
    score = serializers.IntegerField(allow_null=True, min_value=1, max_value=4)
    not_assessed_reason = serializers.CharField(allow_blank=True)
    evidence = ShownEvidenceSerializer(many=True)


class DebriefCriterionSerializer(serializers.Serializer[Any]):
    """Every score of one criterion, and what they say together."""

    criterion = RelatedObject(QualitySerializer)
    weight = serializers.IntegerField(help_text="A share: 2 counts twice as much as 1.")
    target = serializers.IntegerField(help_text="The score to aim for.")
    scores = ScoreSerializer(many=True)
    median = serializers.FloatField(allow_null=True)
    spread = serializers.IntegerField(allow_null=True, help_text="From the lowest to the highest.")
    n = serializers.IntegerField(help_text="How many scores.")
    disagreement = serializers.BooleanField(help_text="True when two scores lie two points apart or more.")


class AgreementSerializer(serializers.Serializer[Any]):
    """Pairs of two people's scores of one criterion; how many are equal, and at most a point apart."""

    pairs = serializers.IntegerField()
    exact = serializers.IntegerField()
    within_one = serializers.IntegerField()


class GivenRecommendationSerializer(serializers.Serializer[Any]):
    """What one person recommends after one interview."""

    person = serializers.UUIDField()
    interview = serializers.UUIDField()
    recommendation = serializers.ChoiceField(choices=Recommendation.choices)


class StrictnessSerializer(serializers.Serializer[Any]):
    """How far somebody's scores lie from the median of the others', on the mean; below zero is stricter."""

    person = serializers.UUIDField()
    difference = serializers.FloatField()


class NotesSerializer(serializers.Serializer[Any]):
    """What one person wrote after one interview."""

    person = serializers.UUIDField()
    interview = serializers.UUIDField()
    key_takeaways = serializers.CharField(allow_blank=True)
    note_for_next = serializers.CharField(allow_blank=True)
    shareable_feedback = serializers.CharField(allow_blank=True)
    revised = serializers.BooleanField(help_text="True when it was changed after its submission.")


class DeciderSerializer(serializers.Serializer[Any]):
    """Who decided."""

    id = serializers.UUIDField()
    name = serializers.CharField(source="known_as")


class DebriefDecisionSerializer(serializers.ModelSerializer[DebriefDecision]):
    """One decision; a mock interview's may be a reason alone."""

    decision = OptionalChoice(Decision.choices, read_only=True)
    decided_by = DeciderSerializer(read_only=True, allow_null=True)

    class Meta:
        model = DebriefDecision
        fields = ("decision", "rationale", "decided_by", "decided_at")
        read_only_fields = fields


class DebriefSerializer(ResourceSerializer[Debrief]):
    """What the scorecards of an application, or of a mock interview, say together.

    Until it opens to the caller it tells who is waited for; everything that follows from cards is null.
    """

    purpose = serializers.ChoiceField(choices=KitPurpose.choices, read_only=True)
    candidate_name = serializers.CharField(source="board.candidate_name", read_only=True)
    application = RelatedObject(ApplicationSerializer, allow_null=True)
    opening = RelatedObject(OpeningSerializer, source="board.opening", allow_null=True)
    level = OptionalChoice(Level.choices, source="board.level", read_only=True)
    interviews = DebriefInterviewSerializer(source="board.interviews", many=True, read_only=True)
    is_open = serializers.BooleanField(read_only=True, help_text="True when the caller may read the cards.")
    cards = CardCountSerializer(source="board.cards", read_only=True)
    waiting_for = WhoSerializer(source="board.waiting_for", many=True, read_only=True)
    people = PanelPersonSerializer(source="board.people", many=True, read_only=True)
    criteria = DebriefCriterionSerializer(source="board.criteria", many=True, read_only=True, allow_null=True)
    agreement = AgreementSerializer(source="board.agreement", read_only=True, allow_null=True)
    recommendations = GivenRecommendationSerializer(
        source="board.recommendations", many=True, read_only=True, allow_null=True
    )
    strictness = StrictnessSerializer(source="board.strictness", many=True, read_only=True, allow_null=True)
    notes = NotesSerializer(source="board.notes", many=True, read_only=True, allow_null=True)
    decisions = DebriefDecisionSerializer(
        source="board.decisions", many=True, read_only=True, allow_null=True, help_text="All of them; the last holds."
    )
    decision = OptionalChoice(Decision.choices, source="board.decision", read_only=True)
    rationale = serializers.CharField(source="board.rationale", read_only=True)
    decided_by = DeciderSerializer(source="board.decided_by", read_only=True, allow_null=True)
    decided_at = serializers.DateTimeField(source="board.decided_at", read_only=True, allow_null=True)
    may_decide = serializers.BooleanField(
        source="board.may_decide", read_only=True, help_text="True when the caller may decide, now."
    )

    class Meta:
        model = Debrief
        fields = (
            "id", "url", "purpose", "candidate_name", "application", "opening", "level", "interviews", "is_open",
            "cards", "waiting_for", "people", "criteria", "agreement", "recommendations", "strictness", "notes",
            "decisions", "decision", "rationale", "decided_by", "decided_at", "may_decide", "created_at", "updated_at",
        )  # fmt: skip
        expandable = ()

    def to_representation(self, instance: Any) -> Any:
        """As the caller may see it."""
        instance.board = services.board(instance, self.context["request"].user)
        return super().to_representation(instance)


class DecideSerializer(StrictSerializer):
    """What was decided, and why. A mock interview needs no decision."""

    decision = OptionalChoice(Decision.choices)
    rationale = serializers.CharField(max_length=20_000, required=False, allow_blank=True, default="")
