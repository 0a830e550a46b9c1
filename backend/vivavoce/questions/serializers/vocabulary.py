"""Categories, topics, qualities, roles and steps."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from vivavoce.core.serializers import RelatedObject, ResourceSerializer
from vivavoce.questions.counting import questions_of
from vivavoce.questions.models import Category, Quality, Role, Step, Topic
from vivavoce.questions.serializers.parts import (
    AnchorsField,
    JobTitlesField,
    KeywordsField,
    LadderField,
    SourcesField,
    TextsField,
)


@extend_schema_field(serializers.IntegerField(min_value=0))
class QuestionCountField(serializers.Field[Any, Any, Any, Any]):
    """How many questions the caller may see of this row; a list counts them in its own query."""

    def __init__(self) -> None:
        super().__init__(read_only=True, source="*", help_text="Questions that the caller may see")

    def to_representation(self, value: Any) -> int:
        """The annotation, else a count for this row alone."""
        counted: int | None = getattr(value, "question_count", None)
        if counted is None:
            request = self.context.get("request")
            counted = questions_of(value, getattr(request, "user", None)).count()
        return counted


class CategorySerializer(ResourceSerializer[Category]):
    """One of the kinds of interview question, and what to expect of it."""

    question_count = QuestionCountField()

    class Meta:
        model = Category
        fields = (
            "id", "url", "slug", "name", "position", "summary", "what_to_expect", "question_count",
            "created_at", "updated_at",
        )  # fmt: skip


class TopicSerializer(ResourceSerializer[Topic]):
    """A finer subject, inside or across categories."""

    question_count = QuestionCountField()

    class Meta:
        model = Topic
        fields = ("id", "url", "slug", "name", "question_count", "created_at", "updated_at")


class QualitySerializer(ResourceSerializer[Quality]):
    """A trait that interviews look for, with what each score looks like."""

    signals = TextsField(help_text="What somebody does or says who has it")
    anchors = AnchorsField()
    question_count = QuestionCountField()

    class Meta:
        model = Quality
        fields = (
            "id", "url", "slug", "name", "position", "summary", "signals", "anchors", "question_count",
            "created_at", "updated_at",
        )  # fmt: skip


class RoleSerializer(ResourceSerializer[Role]):
    """The guide to a job title: the work, the ladder, and the words of its adverts."""

    name = serializers.CharField(source="title", read_only=True, help_text="The same as title")
    work = TextsField()
    ladder = LadderField()
    titles = JobTitlesField()
    keywords = KeywordsField()
    question_count = QuestionCountField()

    class Meta:
        model = Role
        fields = (
            "id", "url", "slug", "name", "title", "summary", "summary_html", "work", "ladder", "titles", "keywords",
            "question_count", "created_at", "updated_at",
        )  # fmt: skip


class StepSerializer(ResourceSerializer[Step]):
    """One way to prepare: why, what to do, what to read and which questions to work through."""

    name = serializers.CharField(source="title", read_only=True, help_text="The same as title")
    reading = SourcesField()
    questions = RelatedObject(
        "vivavoce.questions.serializers.questions.QuestionSerializer", many=True, source="visible_questions"
    )

    class Meta:
        model = Step
        fields = (
            "id", "url", "slug", "name", "position", "title", "why", "minutes", "what_to_do", "what_to_do_html",
            "reading", "questions", "created_at", "updated_at",
        )  # fmt: skip
        expandable = ()
