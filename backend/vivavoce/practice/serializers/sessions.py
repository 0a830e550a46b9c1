"""How practice sessions look to programs."""

from __future__ import annotations

from collections import Counter
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request

from vivavoce.core.serializers import RelatedObject, ResourceSerializer, StrictSerializer
from vivavoce.practice import memory_rules as rules
from vivavoce.practice.models import PracticeSession
from vivavoce.practice.models.memory import is_story
from vivavoce.practice.serializers.grades import (
    WORDS,
    GradeCountsSerializer,
    NextTimesSerializer,
    PractisedQuestionSerializer,
)
from vivavoce.practice.serializers.memory import next_times, practisable
from vivavoce.practice.services.sessions import MOST_ITEMS, NEW_A_DAY, Pick, Shown, show
from vivavoce.questions.counting import live
from vivavoce.questions.models import Category, Quality
from vivavoce.questions.serializers import QualitySerializer

MOST_NAMED = 100
REASONS = ("due", "weak", "new", "lapsed", "chosen")


def categories(_: Request) -> Any:
    """The categories that may be named."""
    return live(Category)


def qualities(_: Request) -> Any:
    """The qualities that may be named."""
    return live(Quality)


class NamedQuestions(RelatedObject):
    """A bounded list of questions: each is looked up."""

    most = MOST_NAMED


class WishSerializer(StrictSerializer):
    """What a session should hold; all of it may be left out."""

    limit = serializers.IntegerField(
        min_value=1, max_value=100, required=False, help_text=f"Questions at most; {MOST_ITEMS} when not said."
    )
    new = serializers.IntegerField(
        min_value=0,
        max_value=50,
        required=False,
        help_text=f"New questions a day, {NEW_A_DAY} when not said; what was begun today counts.",
    )
    question = NamedQuestions(
        PractisedQuestionSerializer,
        queryset=practisable,
        many=True,
        required=False,
        help_text=f"Exactly these, at most {MOST_NAMED}; the other members choose among all and do not go with it.",
    )
    category = RelatedObject("vivavoce.questions.serializers.CategorySerializer", queryset=categories, required=False)
    quality = RelatedObject(QualitySerializer, queryset=qualities, required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Questions are named, or chosen by the other members."""
        others = attrs.keys() - {"question"}
        if attrs.get("question") and others:
            complaint = serializers.ErrorDetail("The questions are named: nothing else chooses.", "conflict")
            raise serializers.ValidationError({name: [complaint] for name in others})
        return attrs


class SessionItemSerializer(serializers.Serializer[Any]):
    """One question of a session."""

    question = RelatedObject(PractisedQuestionSerializer)
    version = serializers.IntegerField(source="question.current.version")
    minutes = serializers.IntegerField(source="question.current.minutes")
    why = serializers.ChoiceField(choices=REASONS)
    card = serializers.UUIDField(source="card.pk", allow_null=True, default=None)
    next = serializers.SerializerMethodField(help_text="When it returns, by the grade that is given now.")

    @extend_schema_field(NextTimesSerializer)
    def get_next(self, pick: Pick) -> dict[str, Any]:
        """For each grade."""
        memory = pick.card.memory if pick.card else rules.Memory()
        return dict(next_times(memory, self.context.get("interview_at"), story=is_story(pick.question)))


class ReturnSerializer(serializers.Serializer[Any]):
    """When a question returns."""

    question = RelatedObject(PractisedQuestionSerializer)
    due_at = serializers.DateTimeField()


class SummarySerializer(serializers.Serializer[Any]):
    """What came of a session so far."""

    reviewed = serializers.IntegerField(help_text="Questions that were graded.")
    grades = GradeCountsSerializer(help_text="Of each question the last grade.")
    seconds = serializers.IntegerField()
    returns = ReturnSerializer(many=True, help_text="In the order in which they return.")
    weakest = RelatedObject(QualitySerializer, allow_null=True)


def summary(shown: Shown) -> dict[str, Any]:
    """The numbers of a session, from its reviews."""
    last = {review.card.question_id: review for review in shown.reviews}
    counts = Counter(WORDS[review.grade] for review in last.values())
    graded = [pick for pick in shown.items if pick.question.pk in last]
    returns = [{"question": pick.question, "due_at": last[pick.question.pk].card.due_at} for pick in graded]
    return {
        "reviewed": len(last),
        "grades": {word: counts[word] for word in rules.GRADES},
        "seconds": sum(review.seconds for review in shown.reviews),
        "returns": sorted(returns, key=lambda one: (one["due_at"], one["question"].number)),
        "weakest": shown.weakest,
    }


class SessionListSerializer(serializers.ListSerializer[Any]):
    """A page of sessions, whose questions are read together."""

    def to_representation(self, data: Any) -> Any:
        """DRF's, after reading."""
        self.child.shown = show(list(data), self.context["request"].user)  # type: ignore[union-attr]  # a child it has
        return super().to_representation(data)


class PracticeSessionSerializer(ResourceSerializer[PracticeSession]):
    """A stretch of practice: what is due, weak, new or lost in a mock, with the categories in turn."""

    shown: dict[Any, Shown] | None = None
    items = SessionItemSerializer(many=True, source="shown.items", read_only=True)
    minutes = serializers.IntegerField(source="shown.minutes", read_only=True, help_text="Planned, all together.")
    summary = serializers.SerializerMethodField()

    class Meta:
        model = PracticeSession
        fields = ("id", "url", "items", "minutes", "ended_at", "summary", "created_at", "updated_at")
        expandable = ()
        list_serializer_class = SessionListSerializer

    def to_representation(self, instance: Any) -> Any:
        """With its questions and reviews."""
        known = self.shown or show([instance], self.context["request"].user)
        instance.shown = known[instance.pk]
        return super().to_representation(instance)

    @extend_schema_field(SummarySerializer)
    def get_summary(self, session: Any) -> Any:
        """What came of it."""
        return SummarySerializer(summary(session.shown), context=self.context).data
