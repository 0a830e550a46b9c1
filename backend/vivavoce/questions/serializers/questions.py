"""Questions: permanent members beside those of the version that is shown."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from vivavoce.core.relations import collection
from vivavoce.core.serializers import RelatedObject, ResourceSerializer
from vivavoce.questions import search
from vivavoce.questions.models import Audience, Format, Kind, Level, Question, QuestionQuality
from vivavoce.questions.serializers.answers import ExampleAnswerSerializer
from vivavoce.questions.serializers.parts import (
    ChecksField,
    KeyPointsField,
    MatchSerializer,
    RangesField,
    RedFlagsField,
    SourcesField,
    TextsField,
)
from vivavoce.questions.serializers.vocabulary import (
    CategorySerializer,
    QualitySerializer,
    RoleSerializer,
    TopicSerializer,
)


class EvidenceSerializer(serializers.ModelSerializer[QuestionQuality]):
    """How strong the evidence is that a question gives of a quality."""

    quality = RelatedObject(QualitySerializer)

    class Meta:
        model = QuestionQuality
        fields = ("quality", "strength")


def _text(member: str, help_text: str = "") -> Any:
    return serializers.CharField(source=f"current.{member}", read_only=True, help_text=help_text)


def _choice(member: str, choices: Any) -> Any:
    return serializers.ChoiceField(source=f"current.{member}", choices=choices.choices, read_only=True)


def _number(member: str, help_text: str, most: int) -> Any:
    return serializers.IntegerField(
        source=f"current.{member}", read_only=True, min_value=1, max_value=most, help_text=help_text
    )


class QuestionSerializer(ResourceSerializer[Question]):
    """Something that is asked, with what it assesses, how to answer it, and example answers at four scores.

    For ``kind=to-ask`` the member ``assesses`` says why to ask, ``guidance`` what a good answer sounds like and
    ``common_mistakes`` the warning signs; for ``kind=faq`` they are why people ask, the answer and common mistakes.
    """

    pack = serializers.CharField(source="pack.slug", read_only=True, help_text="Slug of the pack")
    licence = serializers.CharField(source="pack.licence", read_only=True, help_text="Of the prose")
    aliases = TextsField(help_text="Slugs that it had before; they still lead here")
    version = serializers.IntegerField(source="current.version", read_only=True)
    kind = _choice("kind", Kind)
    audience = _choice("audience", Audience)
    format = _choice("format", Format)
    prompt = _text("prompt", "As a person would say it; plain text")
    material = _text("material", "Code, a log or a table that is read with the prompt; Markdown, mostly empty")
    material_html = _text("material_html", "Safe HTML")
    assesses = _text("assesses", "Markdown")
    assesses_html = _text("assesses_html", "Safe HTML")
    guidance = _text("guidance", "How to answer; Markdown")
    guidance_html = _text("guidance_html", "Safe HTML")
    common_mistakes = _text("common_mistakes", "Markdown")
    common_mistakes_html = _text("common_mistakes_html", "Safe HTML")
    key_points = KeyPointsField(source="current.key_points")
    red_flags = RedFlagsField(source="current.red_flags")
    probes = TextsField(source="current.probes", help_text="Follow-up questions")
    level = _choice("level", Level)
    minutes = _number("minutes", "Time to plan for it", 120)
    importance = _number("importance", "3 is asked most", 3)
    category = RelatedObject(CategorySerializer, source="current.category")
    topics = RelatedObject(TopicSerializer, many=True, source="current.topics")
    roles = RelatedObject(RoleSerializer, many=True, source="current.roles")
    qualities = EvidenceSerializer(many=True, read_only=True, source="current.evidence")
    applies_to = RangesField(source="current.applies_to", help_text="Package to range of versions")
    sources = SourcesField(source="current.sources")
    checked_on = ChecksField()
    answers = RelatedObject(ExampleAnswerSerializer, many=True, source="current.answers")
    exercise = serializers.SerializerMethodField(help_text="Where its exercise is downloaded; null without one")
    match = serializers.SerializerMethodField()

    class Meta:
        model = Question
        fields = (
            "id", "url", "number", "slug", "aliases", "pack", "licence", "status", "version", "kind", "audience",
            "format", "prompt", "material", "material_html", "assesses", "assesses_html", "guidance", "guidance_html",
            "common_mistakes", "common_mistakes_html", "key_points", "red_flags", "probes", "level", "minutes",
            "importance", "category", "topics", "roles", "qualities", "applies_to", "sources", "checked_on", "answers",
            "exercise", "match", "created_at", "updated_at",
        )  # fmt: skip
        brief = ("id", "slug", "number", "prompt", "url")

    @extend_schema_field({"type": "string", "format": "uri-reference", "nullable": True})
    def get_exercise(self, question: Question) -> str | None:
        """The address of the download."""
        return f"{collection('question-detail')}{question.slug}/exercise/" if question.exercise_id else None

    @extend_schema_field(MatchSerializer(allow_null=True))
    def get_match(self, question: Question) -> dict[str, Any] | None:
        """Where the words of ``q`` were found; null without a search."""
        query = self.context.get("query")
        return search.match(question.document, query) if query else None
