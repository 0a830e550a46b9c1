"""``/interviews/`` and the steps of an interview's life."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from vivavoce.core.facets import Facet
from vivavoce.interviews import blindness, rules, services
from vivavoce.interviews.calendar import calendar
from vivavoce.interviews.filters.interviews import InterviewFilterSet
from vivavoce.interviews.models import Interview, Round
from vivavoce.interviews.renderers import ICS, CalendarRenderer
from vivavoce.interviews.serializers.interviews import (
    CancelSerializer,
    CompleteSerializer,
    InterviewSerializer,
    NoShowSerializer,
    RescheduleSerializer,
)
from vivavoce.interviews.views.held import HeldHere
from vivavoce.openings import rules as opening_rules


class InterviewViewSet(HeldHere):
    """The interviews that the caller tracks, holds or takes part in: when, what became of them, as a calendar too."""

    serializer_class = InterviewSerializer
    filterset_class = InterviewFilterSet
    ordering_fields = {
        "starts_at": "starts_at",
        "organization": "held_by",
        "minutes": "minutes",
        "created_at": "created_at",
        "updated_at": "updated_at",
    }
    default_ordering = ("starts_at",)
    facets = {
        "purpose": Facet("purpose", list(rules.PURPOSES.items())),
        "state": Facet("state", list(rules.STATES.items())),
        "round": Facet("round", Round.choices),
        "stage": Facet("application__stage", list(opening_rules.STAGES.items())),
    }
    scope = "interviews"
    lookup_description = "Id"
    more_formats = (CalendarRenderer,)

    def get_queryset(self) -> QuerySet[Interview]:
        """Those that one may see, with all that a reply shows."""
        person = self.request.user
        rows = Interview.objects.visible_to(person).with_parts(person)
        rows = rows.annotate(cards_open=Exists(blindness.open_to(person).filter(pk=OuterRef("pk"))))
        expanded = ["application__history", "application__panel__person"]
        expanded = expanded if self.representation.expands("application") else []
        return rows.prefetch_related(*expanded)

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        """One page as JSON; all that the filters leave as CSV, NDJSON or a calendar."""
        if request.accepted_renderer.format == ICS:
            return self._calendar(self.filter_queryset(self.get_queryset()), "interviews")
        return super().list(request, *args, **kwargs)

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One interview, as JSON or as a calendar with one entry."""
        if request.accepted_renderer.format == ICS:
            return self._calendar([self.get_object()], "interview")
        return super().retrieve(request, *args, **kwargs)

    @extend_schema(summary="Reschedule an interview", request=RescheduleSerializer, responses=InterviewSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def reschedule(self, request: Request, pk: str) -> Response:
        """Give it a time, the first or another. In calendars the entry moves: its UID stays, its SEQUENCE grows."""
        interview = self.get_object()
        wanted = self.body(RescheduleSerializer)
        return self.represent(
            services.reschedule(
                interview,
                starts_at=wanted["starts_at"],
                time_zone=wanted.get("time_zone", interview.time_zone),
                minutes=wanted.get("minutes", interview.minutes),
                reason=wanted["reason"],
            )
        )

    @extend_schema(summary="Call an interview off", request=CancelSerializer, responses=InterviewSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def cancel(self, request: Request, pk: str) -> Response:
        """Call it off and say why. It stays in the list and in calendars, as cancelled."""
        interview = self.get_object()
        return self.represent(services.cancel(interview, reason=self.body(CancelSerializer)["reason"]))

    @extend_schema(summary="Complete an interview", request=CompleteSerializer, responses=InterviewSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def complete(self, request: Request, pk: str) -> Response:
        """It took place. Possible once its planned end has passed."""
        interview = self.get_object()
        self.body(CompleteSerializer)
        return self.represent(services.complete(interview))

    @extend_schema(summary="Say that somebody did not come", request=NoShowSerializer, responses=InterviewSerializer)
    @action(detail=True, methods=["post"], url_path="no-show")
    @transaction.atomic
    def no_show(self, request: Request, pk: str) -> Response:
        """Somebody did not come. Possible once it should have begun."""
        interview = self.get_object()
        wanted = self.body(NoShowSerializer)
        return self.represent(services.no_show(interview, by=wanted["by"], note=wanted["note"]))

    def _calendar(self, interviews: Any, name: str) -> Response:
        headers = {"Content-Disposition": f'attachment; filename="{name}.ics"'}
        return Response(calendar(interviews), status=status.HTTP_200_OK, headers=headers)
