"""How practice points at a question: by the wording that was answered, not the one that it has today."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.request import Request

from vivavoce.core.relations import collection
from vivavoce.core.serializers import AddressField, RelatedObject, ResourceSerializer
from vivavoce.questions.models import Question, QuestionVersion


def questions(request: Request) -> QuerySet[Question]:
    """The bank's questions that the caller may answer."""
    return Question.objects.visible_to(request.user).select_related("current")


class QuestionAddress(AddressField):
    """The path of the question that a version belongs to."""

    def to_representation(self, value: QuestionVersion) -> str:
        """By its slug."""
        return f"{collection('question-detail')}{value.question.slug}/"


class QuestionMentionSerializer(ResourceSerializer[QuestionVersion]):
    """A question at one of its versions."""

    id = serializers.UUIDField(source="question_id", read_only=True)
    slug = serializers.CharField(source="question.slug", read_only=True)
    name = serializers.CharField(source="prompt", read_only=True, help_text="The prompt.")
    url = QuestionAddress()

    class Meta:
        model = QuestionVersion
        fields = ("id", "slug", "name", "url")


class QuestionMention(RelatedObject):
    """Shows ``{id, slug, name, url}`` of a version's question; written by the question's id or slug: its newest one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(QuestionMentionSerializer, **{"queryset": questions, **kwargs})

    def _find(self, key: Any) -> Any:
        return super()._find(key).current
