"""How cards and reviews look to programs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request

from vivavoce.core.serializers import AddressField, RelatedObject, ResourceSerializer, StrictSerializer
from vivavoce.practice import memory_rules as rules
from vivavoce.practice.models import Attempt, Card, PracticeSession, Review
from vivavoce.practice.serializers.grades import (
    GradedSerializer,
    GradeField,
    NextTimesSerializer,
    OptionalGradeField,
    PractisedQuestionSerializer,
    has_happened,
    is_a_time,
)
from vivavoce.practice.services.reviews import undo_until
from vivavoce.questions.models import Kind, Question

STATES = {1: "learning", 2: "review", 3: "relearning"}
MOST_REVIEWS = 200
LONGEST_ANSWER = 24 * 3600


def practisable(request: Request) -> QuerySet[Question]:
    """The questions that the caller may practise: those that interviewers ask."""
    return Question.objects.visible_to(request.user).filter(current__kind=Kind.INTERVIEW).select_related("current")


def own_attempts(request: Request) -> QuerySet[Attempt]:
    """The caller's attempts."""
    return Attempt.objects.visible_to(request.user).select_related("question_version")


def own_sessions(request: Request) -> QuerySet[PracticeSession]:
    """The caller's practice sessions."""
    return PracticeSession.objects.visible_to(request.user)


class CardSerializer(ResourceSerializer[Card]):
    """One's memory of one question; it follows from the reviews and is never written."""

    question = RelatedObject(PractisedQuestionSerializer)
    state = serializers.SerializerMethodField()
    recall = serializers.SerializerMethodField(help_text="0 to 1, now; null for a story, which has no curve.")
    next = serializers.SerializerMethodField()

    class Meta:
        model = Card
        fields = (
            "id", "url", "question", "state", "due_at", "last_review_at", "stability", "difficulty", "recall",
            "reviews_count", "lapses", "next", "created_at", "updated_at",
        )  # fmt: skip
        extra_kwargs = {"due_at": {"help_text": "By the log. What a date called early waits when that date is gone."}}

    @extend_schema_field(serializers.ChoiceField(choices=list(STATES.values())))
    def get_state(self, card: Card) -> str:
        """The word of FSRS."""
        return STATES[card.state]

    @extend_schema_field(serializers.FloatField(allow_null=True))
    def get_recall(self, card: Card) -> float | None:
        """To three digits, so that a reply holds for a while."""
        found = card.recall_at(timezone.now())
        return None if found is None else round(found, 3)

    @extend_schema_field(NextTimesSerializer)
    def get_next(self, card: Card) -> Any:
        """For each grade that is given now."""
        return next_times(card.memory, self.context.get("interview_at"), story=card.is_story)


def next_times(memory: rules.Memory, interview_at: datetime | None, *, story: bool = False) -> Any:
    """When a question would return, as the reply shows it."""
    now = timezone.now()
    longest = rules.longest_interval(now, interview_at)
    return NextTimesSerializer(rules.next_times(memory, now, longest, story=story)).data


class ReviewSerializer(ResourceSerializer[Review]):
    """One grade of one question at one time; written once, never changed. A caller's ``id`` makes it arrive once."""

    url = AddressField(lookup="key")
    id = serializers.UUIDField(
        source="key", required=False, help_text="The caller's own; the same again with the same content: 200."
    )
    question = RelatedObject(PractisedQuestionSerializer, queryset=practisable, source="card.question")
    grade = GradeField()
    suggested = OptionalGradeField(help_text="What was suggested; the grade is the person's.")
    seconds = serializers.IntegerField(min_value=0, max_value=LONGEST_ANSWER, required=False)
    reviewed_at = serializers.DateTimeField(
        required=False, validators=[is_a_time, has_happened], help_text="Now when left out."
    )
    undo_until = serializers.SerializerMethodField(help_text="Until then DELETE takes it back.")
    attempt = serializers.SlugRelatedField(
        slug_field="key", queryset=Attempt.objects.none(), required=False, allow_null=True
    )
    session = serializers.PrimaryKeyRelatedField(
        queryset=PracticeSession.objects.none(), required=False, allow_null=True
    )
    card = serializers.UUIDField(source="card_id", read_only=True)
    due_at = serializers.DateTimeField(source="card.due_at", read_only=True, help_text="When the question returns.")

    class Meta:
        model = Review
        fields = (
            "id", "url", "question", "grade", "suggested", "seconds", "reviewed_at", "undone_at", "undo_until",
            "attempt", "session", "card", "due_at", "created_at", "updated_at",
        )  # fmt: skip
        read_only_fields = ("undone_at",)
        expandable = ()

    def get_fields(self) -> dict[str, Any]:
        """Attempts and sessions are chosen among one's own."""
        fields: dict[str, Any] = super().get_fields()
        if request := self.context.get("request"):
            fields["attempt"].queryset = own_attempts(request)
            fields["session"].queryset = own_sessions(request)
        return fields

    @extend_schema_field(serializers.DateTimeField())
    def get_undo_until(self, review: Review) -> Any:
        """Half a minute after it arrived."""
        return serializers.DateTimeField().to_representation(undo_until(review))

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """An attempt is at the question that is graded."""
        attempt, question = attrs.get("attempt"), attrs["card"]["question"]
        if attempt and attempt.question_version.question_id != question.pk:
            complaint = serializers.ErrorDetail("This attempt answers another question.", "conflict")
            raise serializers.ValidationError({"attempt": [complaint]})
        return attrs


class PreviewSerializer(StrictSerializer):
    """A guest's reviews of one question, kept in the browser."""

    reviews = GradedSerializer(many=True, max_length=MOST_REVIEWS)  # type: ignore[call-arg]  # the list's


class PreviewedSerializer(serializers.Serializer[Any]):
    """When the question returns."""

    due_at = serializers.DateTimeField(allow_null=True, help_text="null without a review")
    next = NextTimesSerializer()
