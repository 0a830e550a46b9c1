"""``/cards/``, ``/reviews/``, ``/practice-sessions/`` and ``/practice/preview/``."""

from __future__ import annotations

from typing import Any, cast

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from vivavoce.accounts.models import Person
from vivavoce.core.bulk import Made
from vivavoce.core.viewsets import ReadOnlyResourceViewSet, ResourceView, ResourceViewSet, StrictParameters
from vivavoce.practice import memory_rules as rules
from vivavoce.practice.filters.memory import CardFilterSet, PracticeSessionFilterSet, ReviewFilterSet
from vivavoce.practice.models import Card, PracticeSession, Review
from vivavoce.practice.serializers.memory import (
    CardSerializer,
    PreviewedSerializer,
    PreviewSerializer,
    ReviewSerializer,
)
from vivavoce.practice.serializers.sessions import PracticeSessionSerializer, WishSerializer
from vivavoce.practice.services import sessions
from vivavoce.practice.services.reviews import NewReview, interview_time, record_review, undo


class TowardTheDate(ResourceView[Any]):
    """Mixin of views that show next times: these depend on the next interview."""

    def get_serializer_context(self) -> dict[str, Any]:
        """With the time of the next interview, read once."""
        context = super().get_serializer_context()
        if isinstance(self.request.user, Person):
            if not hasattr(self, "_interview_at"):
                self._interview_at = interview_time(self.request.user, timezone.now())
            context["interview_at"] = self._interview_at
        return context


class CardViewSet(TowardTheDate, ReadOnlyResourceViewSet[Card]):
    """What the caller remembers, question by question, with the time at which each returns."""

    serializer_class = CardSerializer
    filterset_class = CardFilterSet
    ordering_fields = {
        "due_at": "due_at",
        "lapses": "lapses",
        "reviews_count": "reviews_count",
        "number": "question__number",
        "created_at": "created_at",
        "updated_at": "updated_at",
    }
    default_ordering = ("due_at",)
    scope = "practice"
    lookup_description = "Id"

    def get_queryset(self) -> QuerySet[Card]:
        """One's own, with their questions."""
        return Card.objects.visible_to(self.request.user).select_related("question__current")


@extend_schema_view(create=extend_schema(responses={200: ReviewSerializer, 201: ReviewSerializer}))
class ReviewViewSet(ResourceViewSet[Review]):
    """The log of the caller's grades. A review arrives once however often it is sent, and never changes."""

    serializer_class = ReviewSerializer
    filterset_class = ReviewFilterSet
    ordering_fields = {"reviewed_at": "reviewed_at", "created_at": "created_at"}
    default_ordering = ("-reviewed_at",)
    scope = "practice"
    lookup_description = "Id"
    id_field = "key"
    http_method_names = ["get", "post", "delete", "head", "options"]

    def get_queryset(self) -> QuerySet[Review]:
        """One's own, those taken back included."""
        return Review.objects.visible_to(self.request.user).select_related("card__question__current", "attempt")

    def create_one(self, data: Any) -> Made[Review]:
        """Write a grade down: 201. The same id again: 200 with the same content, else 409."""
        fields = self.checked(ReviewSerializer, data)
        links = {f"{name}_id": row and row.pk for name in ("attempt", "session") for row in [fields.pop(name, None)]}
        new = NewReview(question=fields.pop("card")["question"], id=fields.pop("key", None), **fields, **links)
        return Made(*record_review(cast(Person, self.request.user), new))

    def perform_destroy(self, instance: Review) -> None:
        """Take it back within 30 seconds; the log keeps it, the card forgets it."""
        undo(instance)


@extend_schema_view(create=extend_schema(request=WishSerializer))
class PracticeSessionViewSet(TowardTheDate, ResourceViewSet[PracticeSession]):
    """Stretches of practice, each with its questions in their order and the reason for each."""

    serializer_class = PracticeSessionSerializer
    filterset_class = PracticeSessionFilterSet
    default_ordering = ("-created_at",)
    scope = "practice"
    lookup_description = "Id"
    http_method_names = ["get", "post", "head", "options"]

    def get_queryset(self) -> QuerySet[PracticeSession]:
        """One's own."""
        return PracticeSession.objects.visible_to(self.request.user)

    def create_one(self, data: Any) -> Made[PracticeSession]:
        """Choose what is worth practising now: lost in a mock, due, weak, then new up to what a day takes."""
        wish = self.checked(WishSerializer, data)
        person = cast(Person, self.request.user)
        return Made(sessions.begin(person, sessions.Wish(questions=wish.pop("question", ()), **wish)))

    @extend_schema(summary="End a practice session", request=None)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def end(self, request: Request, pk: str) -> Response:
        """End it; ending it again changes nothing."""
        session = self.get_object()
        sessions.end(session)
        return self.represent(session)


class PreviewView(StrictParameters):
    """Next times for somebody without an account, whose reviews stay in their browser."""

    permission_classes = [AllowAny]

    @extend_schema(
        summary="Say when a question would return",
        tags=["practice"],
        request=PreviewSerializer,
        responses={200: OpenApiResponse(PreviewedSerializer)},
    )
    def post(self, request: Request) -> Response:
        """What at most 200 reviews of one question make of its next time. Nothing is written, nobody is asked.

        A time that lies ahead, by a clock that runs fast, counts as now.
        """
        serializer = PreviewSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        now = timezone.now()
        given = sorted(serializer.validated_data["reviews"], key=lambda one: one["reviewed_at"])
        memory = rules.replay(rules.Graded(one["grade"], min(one["reviewed_at"], now)) for one in given)
        times = rules.next_times(memory, now, rules.LONGEST)
        return Response(PreviewedSerializer({"due_at": memory.due_at, "next": times}).data)
