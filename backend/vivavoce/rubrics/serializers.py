"""How rubrics look to programs."""

from __future__ import annotations

from rest_framework import serializers

from vivavoce.core.serializers import RelatedObject, ResourceSerializer
from vivavoce.questions.models import Level
from vivavoce.questions.serializers import QualitySerializer, RoleSerializer
from vivavoce.questions.serializers.parts import AnchorsField
from vivavoce.rubrics.models import Criterion, Rubric


class CriterionSerializer(serializers.ModelSerializer[Criterion]):
    """A quality with its share, the score to aim for, and its anchors as they were when the version was published."""

    quality = RelatedObject(QualitySerializer)
    weight = serializers.IntegerField(min_value=1, read_only=True, help_text="A share: 2 counts twice as much as 1")
    weight_reason = serializers.CharField(read_only=True, help_text="Where it weighs more than others")
    target = serializers.IntegerField(min_value=1, max_value=4, read_only=True, help_text="The score to aim for")
    anchors = AnchorsField()

    class Meta:
        model = Criterion
        fields = ("id", "quality", "weight", "weight_reason", "target", "anchors")


class RubricSerializer(ResourceSerializer[Rubric]):
    """What an interview for a role and level judges, by which anchors and with what weights."""

    name = serializers.CharField(source="title", read_only=True, help_text="The same as title")
    pack = serializers.CharField(source="pack.slug", read_only=True, help_text="Slug of the pack")
    licence = serializers.CharField(source="pack.licence", read_only=True, help_text="Of the prose")
    role = RelatedObject(RoleSerializer)
    level = serializers.ChoiceField(choices=Level.choices, read_only=True)
    criteria = CriterionSerializer(many=True, read_only=True)

    class Meta:
        model = Rubric
        fields = (
            "id", "url", "slug", "name", "version", "status", "pack", "licence", "title", "summary", "role", "level",
            "criteria", "created_at", "updated_at",
        )  # fmt: skip
        brief = ("id", "slug", "name", "version", "url")
