"""How retrospectives look to programs."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from rest_framework import serializers
from rest_framework.request import Request

from vivavoce.core.serializers import AddressField, RelatedObject, ResourceSerializer, StrictSerializer
from vivavoce.interviews.models import AskedQuestion, Feeling, Retrospective
from vivavoce.interviews.serializers.interviews import InterviewSerializer
from vivavoce.openings.fields import OptionalChoice
from vivavoce.questions.models import Question
from vivavoce.questions.serializers import QuestionSerializer


def questions(request: Request) -> QuerySet[Question]:
    """The bank's questions that the caller may name."""
    return Question.objects.visible_to(request.user).select_related("current")


class AskedQuestionSerializer(StrictSerializer):
    """One thing that was asked, and how the answer went."""

    prompt = serializers.CharField(max_length=1_000, help_text="In one's own words.")
    question = RelatedObject(
        QuestionSerializer, queryset=questions, required=False, allow_null=True, help_text="The bank's, when known."
    )
    score = serializers.IntegerField(
        min_value=1, max_value=4, required=False, allow_null=True, help_text="One's own judgement, 1 to 4."
    )
    note = serializers.CharField(max_length=2_000, required=False, allow_blank=True, default="")

    class Meta:
        model = AskedQuestion


class RetrospectiveAddress(AddressField):
    """The path below the interview's."""

    def to_representation(self, value: Retrospective) -> str:
        """By the interview, since it has one at most."""
        return reverse("interview-retrospective", args=[value.interview_id])


class RetrospectiveSerializer(ResourceSerializer[Retrospective]):
    """What a candidate notes after an interview: what was asked, and how it went."""

    url = RetrospectiveAddress()
    interview = RelatedObject(InterviewSerializer)
    feeling = OptionalChoice(Feeling.choices, help_text="How it went, in one's own eyes.")
    asked = AskedQuestionSerializer(many=True, required=False, max_length=100)  # type: ignore[call-arg]  # the list's

    class Meta:
        model = Retrospective
        fields = (
            "id",
            "url",
            "interview",
            "feeling",
            "summary",
            "went_well",
            "to_improve",
            "next_steps",
            "asked",
            "created_at",
            "updated_at",
        )
        expandable = ()
