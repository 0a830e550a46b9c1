"""``/scorecards/`` and the steps of a scorecard's life."""

from __future__ import annotations

from typing import Any, cast

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from vivavoce.accounts.models import Person
from vivavoce.core.problems import Forbidden
from vivavoce.core.viewsets import ResourceViewSet
from vivavoce.interviews import blindness
from vivavoce.interviews.filters.scorecards import ScorecardFilterSet
from vivavoce.interviews.models import Scorecard
from vivavoce.interviews.serializers.scorecards import (
    DeclineSerializer,
    ReviseSerializer,
    ScorecardSerializer,
    SubmitSerializer,
)
from vivavoce.interviews.services import scorecards as services
from vivavoce.interviews.views.known import KnownToTheDatabase
from vivavoce.openings.preconditions import IfMatchRequired

PARTS = (
    "ratings__criterion__quality",
    "evidence__criterion__quality",
    "revisions",
    "rubric__criteria__quality",
)


class ScorecardViewSet(KnownToTheDatabase, IfMatchRequired[Scorecard], ResourceViewSet[Scorecard]):
    """One's own scorecards, and colleagues' once one may read them; until then theirs do not exist.

    A whole card takes two commands: POST it, then ``submit/``. While it is a draft anything may be missing.
    """

    serializer_class = ScorecardSerializer
    filterset_class = ScorecardFilterSet
    ordering_fields = {"created_at": "created_at", "updated_at": "updated_at"}
    default_ordering = ("created_at",)
    scope = "interviews"
    lookup_description = "Id"
    http_method_names = ["get", "post", "patch", "head", "options"]
    extra_statuses = {"partial_update": (428,)}

    def get_queryset(self) -> QuerySet[Scorecard]:
        """What blindness leaves, with all that a reply shows."""
        cards = blindness.readable_cards(self.request.user)
        return cards.select_related(
            "participant", "interview__application__opening", "rubric__role", "private_note_row"
        ).prefetch_related(*PARTS)

    def check_object_permissions(self, request: Request, obj: Any) -> None:
        """What one may read is not always one's own to write."""
        super().check_object_permissions(request, obj)
        if request.method not in SAFE_METHODS and not obj.is_mine:
            raise Forbidden("Only its own interviewer writes a scorecard.")

    def perform_create(self, serializer: BaseSerializer[Scorecard]) -> None:
        """Begin one's own."""
        fields: dict[str, Any] = serializer.validated_data
        interview = fields.pop("interview")
        serializer.instance = services.begin(interview, interviewer=cast(Person, self.request.user), fields=fields)

    def perform_update(self, serializer: BaseSerializer[Scorecard]) -> None:
        """Change one's draft; a list that is named replaces the one before."""
        services.change(cast(Scorecard, serializer.instance), fields=serializer.validated_data)

    @extend_schema(summary="Submit a scorecard", request=SubmitSerializer, responses=ScorecardSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def submit(self, request: Request, pk: str) -> Response:
        """Submit it; what is missing comes back as a list. Afterwards it changes by revisions only."""
        card = self.get_object()
        self.body(SubmitSerializer)
        return self.represent(services.submit(card))

    @extend_schema(summary="Revise a scorecard", request=ReviseSerializer, responses=ScorecardSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def revise(self, request: Request, pk: str) -> Response:
        """Submit it changed. Each revision is kept; those made after colleagues' cards were visible are flagged."""
        card = self.get_object()
        fields = self.body(ReviseSerializer)
        return self.represent(services.revise(card, reason=fields.pop("reason"), fields=fields))

    @extend_schema(summary="Decline a scorecard", request=DeclineSerializer, responses=ScorecardSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def decline(self, request: Request, pk: str) -> Response:
        """Say that one will not rate, and why. Nobody waits for the card any more."""
        card = self.get_object()
        return self.represent(services.decline(card, reason=self.body(DeclineSerializer)["reason"]))
