"""Example answers."""

from __future__ import annotations

from rest_framework import serializers

from vivavoce.core.serializers import RelatedObject, ResourceSerializer
from vivavoce.questions.models import Answer
from vivavoce.questions.serializers.parts import SamplesField

MEMBERS = ("score", "body", "body_html", "why_this_score", "why_this_score_html", "samples")


class ExampleAnswerSerializer(ResourceSerializer[Answer]):
    """An example answer inside its question."""

    samples = SamplesField(source="*")

    class Meta:
        model = Answer
        fields = ("id", "url", *MEMBERS, "created_at", "updated_at")
        brief = ("id", "score", "url")


class AnswerSerializer(ResourceSerializer[Answer]):
    """What somebody would say at one score, and why it has that score; of the question's newest version."""

    samples = SamplesField(source="*")
    question = RelatedObject(
        "vivavoce.questions.serializers.questions.QuestionSerializer", source="version.question"
    )  # fmt: skip
    version = serializers.IntegerField(source="version.version", read_only=True, help_text="Of the question")

    class Meta:
        model = Answer
        fields = ("id", "url", "question", "version", *MEMBERS, "created_at", "updated_at")
        expandable = ()
