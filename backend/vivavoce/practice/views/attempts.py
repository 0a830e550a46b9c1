"""``/attempts/`` and the steps of an attempt."""

from __future__ import annotations

from typing import Any, cast

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from vivavoce.accounts.models import Person
from vivavoce.core.bulk import Made
from vivavoce.core.facets import Facet
from vivavoce.core.viewsets import ResourceViewSet
from vivavoce.practice.filters.attempts import AttemptFilterSet
from vivavoce.practice.models import Attempt, AttemptState
from vivavoce.practice.serializers.attempts import (
    AttemptSerializer,
    GradeAttemptSerializer,
    StepSerializer,
    checked_scores,
)
from vivavoce.practice.services import attempts

UNREAD = [
    f"question_version__{text}{form}"
    for text in ("material", "assesses", "guidance", "common_mistakes")
    for form in ("", "_html")
]
"""What a question's version holds and no reply about an attempt shows."""


@extend_schema_view(create=extend_schema(responses={200: AttemptSerializer, 201: AttemptSerializer}))
class AttemptViewSet(ResourceViewSet[Attempt]):
    """The caller's own answers; nobody else sees them. What is found in them is a guide, not a grade."""

    serializer_class = AttemptSerializer
    filterset_class = AttemptFilterSet
    ordering_fields = {"created_at": "created_at", "committed_at": "committed_at", "updated_at": "updated_at"}
    default_ordering = ("-created_at",)
    facets = {"state": Facet("state", AttemptState.choices)}
    scope = "practice"
    lookup_description = "Id"
    id_field = "key"

    def get_queryset(self) -> QuerySet[Attempt]:
        """One's own, with what was answered but for its long texts."""
        rows = Attempt.objects.visible_to(self.request.user).select_related("question_version__question")
        return rows.defer(*UNREAD)

    def create_one(self, data: Any) -> Made[Attempt]:
        """Begin one; with the id of an attempt of one's own at the same question, it is that one (200)."""
        fields = dict(self.checked(AttemptSerializer, data))
        version, key = fields.pop("question_version"), fields.pop("key", None)
        return Made(*attempts.begin(owner=cast(Person, self.request.user), version=version, key=key, fields=fields))

    def perform_update(self, serializer: BaseSerializer[Attempt]) -> None:
        """The answer while it is a draft, the judgement after the commit."""
        attempts.write(cast(Attempt, serializer.instance), serializer.validated_data)

    @extend_schema(summary="Commit an answer", request=StepSerializer, responses=AttemptSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def commit(self, request: Request, pk: str) -> Response:
        """Close the answer: its text does not change any more, and says which wording was found in it."""
        attempt = self.get_object()
        self.body(StepSerializer)
        return self.represent(attempts.commit(attempt))

    @extend_schema(summary="Reveal the example answers", request=StepSerializer, responses=AttemptSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def reveal(self, request: Request, pk: str) -> Response:
        """Note that the example answers were read."""
        attempt = self.get_object()
        self.body(StepSerializer)
        return self.represent(attempts.reveal(attempt))

    @extend_schema(summary="Grade an attempt", request=GradeAttemptSerializer, responses=AttemptSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def grade(self, request: Request, pk: str) -> Response:
        """Score it oneself, beside the example answers and on the anchors of the question's qualities."""
        attempt = self.get_object()
        scores = checked_scores(attempt, self.body(GradeAttemptSerializer))
        return self.represent(attempts.grade(attempt, scores=scores))
