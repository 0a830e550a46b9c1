"""How kits look to programs."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from vivavoce.core.serializers import RelatedObject, ResourceSerializer
from vivavoce.interviews.models import Kit, KitItem, KitPurpose
from vivavoce.questions.models import Level, QuestionVersion
from vivavoce.questions.serializers import QualitySerializer, QuestionSerializer, RoleSerializer
from vivavoce.questions.serializers.parts import TextsField
from vivavoce.rubrics.serializers import RubricSerializer


class PlannedQuestion(RelatedObject):
    """The question of a planned version: permanent, but in the words that were planned."""

    def to_representation(self, value: QuestionVersion) -> dict[str, Any]:
        """As everywhere else, except for its prompt."""
        return {**super().to_representation(value.question), "prompt": value.prompt}


class KitItemSerializer(serializers.ModelSerializer[KitItem]):
    """A question in the version that was planned, with its minutes and follow-ups."""

    question = PlannedQuestion(QuestionSerializer, source="question_version")
    version = serializers.IntegerField(
        source="question_version.version", read_only=True, help_text="Of the question, as it was planned"
    )
    prompt = serializers.CharField(source="question_version.prompt", read_only=True, help_text="Of that version")
    probes = TextsField(help_text="Follow-up questions")

    class Meta:
        model = KitItem
        fields = ("id", "position", "part", "pause", "question", "version", "prompt", "minutes", "required", "probes")
        read_only_fields = fields
        extra_kwargs = {
            "part": {"help_text": "What begins with it, in a kit of several parts; else empty"},
            "pause": {"help_text": "Minutes of break before it"},
        }


class KitSerializer(ResourceSerializer[Kit]):
    """The plan of one interview: the same questions in the same order for everyone."""

    name = serializers.CharField(source="title", read_only=True, help_text="The same as title")
    pack = serializers.CharField(source="pack.slug", read_only=True, help_text="Slug of the pack")
    licence = serializers.CharField(source="pack.licence", read_only=True, help_text="Of the prose")
    purpose = serializers.ChoiceField(choices=KitPurpose.choices, read_only=True)
    role = RelatedObject(RoleSerializer)
    level = serializers.ChoiceField(choices=Level.choices, read_only=True)
    rubric = RelatedObject(RubricSerializer)
    focus = RelatedObject(QualitySerializer, many=True)
    items = KitItemSerializer(many=True, read_only=True)

    class Meta:
        model = Kit
        fields = (
            "id", "url", "slug", "name", "version", "status", "pack", "licence", "title", "summary", "purpose", "role",
            "level", "rubric", "minutes", "focus", "opening_minutes", "opening_script", "items", "closing_minutes",
            "closing_script", "created_at", "updated_at",
        )  # fmt: skip
        brief = ("id", "slug", "name", "version", "url")
        expandable = ("role", "focus")
        read_only_fields = fields
