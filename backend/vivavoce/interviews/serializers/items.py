"""How the questions of an interview that is held here look to programs."""

from __future__ import annotations

from typing import Any, cast

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request

from vivavoce.accounts.models import Person
from vivavoce.core.serializers import AddressField, RelatedObject, ResourceSerializer, StrictSerializer
from vivavoce.interviews.models import Asked, Interview, InterviewItem, ParticipantRole
from vivavoce.interviews.serializers.interviews import InterviewSerializer
from vivavoce.openings.fields import OptionalChoice
from vivavoce.questions.models import Level as QuestionLevel
from vivavoce.questions.models import Question, QuestionQuality
from vivavoce.questions.serializers import QuestionSerializer


class ItemQuestionSerializer(serializers.Serializer[Any]):
    """The question, in the words of the version that was planned."""

    id = serializers.UUIDField(source="question_id")
    slug = serializers.SlugField(source="question.slug")
    name = serializers.CharField(source="prompt", help_text="The prompt of that version.")
    material_html = serializers.CharField(help_text="What is read with the prompt; safe HTML, mostly empty.")
    url = AddressField("question-detail", source="question")


class ItemPointSerializer(serializers.Serializer[Any]):
    """Something that a good answer says."""

    id = serializers.CharField()
    text = serializers.CharField()
    crucial = serializers.BooleanField()


class ItemQualitySerializer(serializers.Serializer[QuestionQuality]):
    """A quality that an answer gives evidence of."""

    quality = serializers.SlugField(source="quality.slug")
    strength = serializers.IntegerField(min_value=1, max_value=3)


class InterviewItemSerializer(ResourceSerializer[InterviewItem]):
    """One question of an interview: as it was planned, and what became of it."""

    interview = RelatedObject(InterviewSerializer)
    question = ItemQuestionSerializer(source="question_version", read_only=True)
    number = serializers.IntegerField(source="question_version.question.number", read_only=True)
    version = serializers.IntegerField(source="question_version.version", read_only=True)
    level = serializers.ChoiceField(source="question_version.level", choices=QuestionLevel.choices, read_only=True)
    key_points = serializers.SerializerMethodField(help_text="Empty for who rehearses as the candidate, until the end.")
    qualities = ItemQualitySerializer(many=True, read_only=True, source="question_version.evidence")
    asked = OptionalChoice([choice for choice in Asked.choices if choice[0]], help_text="null until it is said.")

    class Meta:
        model = InterviewItem
        fields = (
            "id", "url", "interview", "position", "question", "number", "version", "level", "part", "pause",
            "minutes", "required", "probes", "key_points", "qualities", "planned", "asked", "asked_at", "seconds",
            "wording", "created_at", "updated_at",
        )  # fmt: skip
        expandable = ()
        read_only_fields = ("position",)
        extra_kwargs = {"seconds": {"max_value": 86_400}}

    @extend_schema_field(ItemPointSerializer(many=True))
    def get_key_points(self, item: InterviewItem) -> list[dict[str, Any]]:
        """What to listen for; not for whoever is about to answer."""
        if rehearses(item.interview, self.context["request"]):
            return []
        return [{key: point[key] for key in ("id", "text", "crucial")} for point in item.question_version.key_points]


def rehearses(interview: Interview, request: Request) -> bool:
    """True for the candidate of a mock interview that is not complete, unless they assess themself."""
    roles = interview.roles_of(cast(Person, request.user)) if interview.purpose == "mock" else []
    return interview.state != "complete" and set(roles) == {ParticipantRole.CANDIDATE}


def running(request: Request) -> QuerySet[Interview]:
    """The interviews to which the caller may add a question."""
    return Interview.objects.visible_to(request.user).select_related("application")


def questions(request: Request) -> QuerySet[Question]:
    """The bank's questions that the caller may ask."""
    return Question.objects.visible_to(request.user).select_related("current")


class NewItemSerializer(StrictSerializer):
    """A question that the kit does not plan."""

    interview = RelatedObject(InterviewSerializer, queryset=running)
    question = RelatedObject(QuestionSerializer, queryset=questions)
