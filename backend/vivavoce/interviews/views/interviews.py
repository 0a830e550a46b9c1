"""``/interviews/`` and the steps of an interview's life."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from vivavoce.core.facets import Facet
from vivavoce.core.hints import Hint
from vivavoce.core.problems import Fault, fault
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

FORMAT = OpenApiParameter("format", OpenApiTypes.STR, enum=["json", ICS], description="ics: a calendar file, for links")
CALENDAR_ACTIONS = frozenset({"list", "retrieve"})


def unknown_format(word: str) -> Fault:
    """The fault of a format that is not offered."""
    hint = Hint("not_allowed", word=word, allowed=["json", ICS])
    return fault(hint, f'"{word}" is not a format of this address.', parameter="format")


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

    def get_queryset(self) -> QuerySet[Interview]:
        """Those that one may see, with all that a reply shows."""
        person = self.request.user
        rows = Interview.objects.visible_to(person).with_parts(person)
        rows = rows.annotate(cards_open=Exists(blindness.open_to(person).filter(pk=OuterRef("pk"))))
        expanded = ["application__history", "application__panel__person"]
        expanded = expanded if self.representation.expands("application") else []
        return rows.prefetch_related(*expanded)

    def get_renderers(self) -> list[BaseRenderer]:
        """What is read may also be a calendar."""
        usual = super().get_renderers()
        return [*usual, CalendarRenderer()] if self.action in CALENDAR_ACTIONS else usual

    def allowed_parameters(self) -> list[str]:
        """What is read may be asked for as a file by ``format=ics``, for links."""
        usual = super().allowed_parameters()
        return [*usual, "format"] if self.action in CALENDAR_ACTIONS else usual

    def parameter_faults(self, request: Request) -> list[Fault]:
        """Also a format that is not offered."""
        given = request.query_params.getlist("format")
        wrong = [] if given in ([], ["json"], [ICS]) else [unknown_format(given[-1])]
        return [*super().parameter_faults(request), *(wrong if self.action in CALENDAR_ACTIONS else [])]

    def perform_content_negotiation(self, request: Request, force: bool = False) -> tuple[BaseRenderer, str]:
        """``format=ics`` counts more than ``Accept``, which links cannot set."""
        if self.action in CALENDAR_ACTIONS and request.query_params.get("format") == ICS:
            return CalendarRenderer(), CalendarRenderer.media_type
        return super().perform_content_negotiation(request, force)

    @extend_schema(
        parameters=[FORMAT],
        responses={(200, "application/json"): InterviewSerializer(many=True), (200, "text/calendar"): str},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One page as JSON; all that the filters leave as a calendar."""
        if request.accepted_renderer.format == ICS:
            return self._calendar(self.filter_queryset(self.get_queryset()), "interviews")
        return super().list(request, *args, **kwargs)

    @extend_schema(
        parameters=[FORMAT],
        responses={(200, "application/json"): InterviewSerializer, (200, "text/calendar"): OpenApiTypes.STR},
    )
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
