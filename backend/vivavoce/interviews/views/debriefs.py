"""``/debriefs/`` and the decision."""

from __future__ import annotations

from typing import cast

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from vivavoce.accounts.models import Person
from vivavoce.core.viewsets import ReadOnlyResourceViewSet
from vivavoce.interviews.filters.debriefs import DebriefFilterSet
from vivavoce.interviews.models import Debrief
from vivavoce.interviews.serializers.debriefs import DebriefSerializer, DecideSerializer
from vivavoce.interviews.services import debriefs as services
from vivavoce.interviews.views.known import KnownToTheDatabase


class DebriefViewSet(KnownToTheDatabase, ReadOnlyResourceViewSet[Debrief]):
    """The debriefs of the hiring applications and mock interviews that one takes part in."""

    serializer_class = DebriefSerializer
    filterset_class = DebriefFilterSet
    ordering_fields = {"created_at": "created_at", "updated_at": "updated_at"}
    default_ordering = ("-created_at",)
    scope = "interviews"
    lookup_description = "Id"

    def get_queryset(self) -> QuerySet[Debrief]:
        """Those that one may know of."""
        return services.visible(self.request.user)

    @extend_schema(summary="Write the decision down", request=DecideSerializer, responses=DebriefSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def decide(self, request: Request, pk: str) -> Response:
        """Write down the decision with its reason: a lead of the panel (of a mock its owner), once every card is in.

        Decisions are kept, each with who, when and why; the last one holds.
        """
        self.get_object()  # locks; what another lead decided meanwhile is read now, so that If-Match sees it
        debrief = self.get_object()
        body = self.body(DecideSerializer)
        person = cast(Person, request.user)
        services.decide(debrief, person=person, decision=body.get("decision", ""), rationale=body["rationale"])
        return self.represent(debrief)
