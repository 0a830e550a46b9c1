"""``/today/`` and its blocks."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from vivavoce.accounts.models import Person
from vivavoce.core.parameters import whole_number
from vivavoce.core.problems import Fault, fault
from vivavoce.core.viewsets import StrictParameters
from vivavoce.practice.serializers import today as shapes
from vivavoce.practice.services.readiness import MOST_MINUTES
from vivavoce.practice.services.today import Today, mark_step
from vivavoce.questions.counting import live
from vivavoce.questions.models import Step

MINUTES = OpenApiParameter(
    "minutes",
    {"type": "integer", "minimum": 0, "maximum": MOST_MINUTES},
    description="Minutes a day that the plan may take; else the preference `minutes_a_day`, else 25",
)


class BlockView(StrictParameters):
    """What the blocks share: the caller's day, and a shape for its part."""

    scope = "practice"
    block: ClassVar[str]
    shape: ClassVar[Any]

    def parameter_faults(self, request: Request) -> list[Fault]:
        """Unknown parameters, and minutes that no day has."""
        faults = super().parameter_faults(request)
        given = request.query_params.getlist("minutes") if "minutes" in self.query_parameters else []
        numbers = [whole_number(text) for text in given]
        if len(given) > 1 or any(number is None or number > MOST_MINUTES for number in numbers):
            faults.append(fault("out_of_range", f"One whole number from 0 to {MOST_MINUTES}.", parameter="minutes"))
        return faults

    def reply(self, request: Request) -> Response:
        """The block; 204 where there is nothing to show."""
        minutes = whole_number(request.query_params.get("minutes", ""))
        found = getattr(Today(cast(Person, request.user), minutes=minutes), self.block)()
        if found is None:
            return Response(status=204)
        many = isinstance(found, list)
        return Response(self.shape(found, many=many, context={"request": request}).data)


class TodayView(BlockView):
    """The whole day."""

    block, shape, query_parameters = "whole", shapes.TodaySerializer, ("minutes",)

    @extend_schema(summary="Say what to do today", responses=shapes.TodaySerializer, parameters=[MINUTES])
    def get(self, request: Request) -> Response:
        """What is due, the next interview, the plan, readiness, weak spots, activity and the ways to prepare."""
        return self.reply(request)


class DueView(BlockView):
    """What is due."""

    block, shape = "due", shapes.DueSerializer

    @extend_schema(summary="Say what is due", responses=shapes.DueSerializer)
    def get(self, request: Request) -> Response:
        """What returns today: lost in a mock, or due; in the last two days before an interview the weakest first."""
        return self.reply(request)


class NextInterviewView(BlockView):
    """The next interview."""

    block, shape = "next_interview", shapes.NextInterviewSerializer

    @extend_schema(summary="Show the next interview", responses={200: shapes.NextInterviewSerializer, 204: None})
    def get(self, request: Request) -> Response:
        """The next tracked interview and those after it; 204 when none is ahead."""
        return self.reply(request)


class PlanView(BlockView):
    """The plan."""

    block, shape, query_parameters = "plan", shapes.PlanSerializer, ("minutes",)

    @extend_schema(summary="Show the plan", responses=shapes.PlanSerializer, parameters=[MINUTES])
    def get(self, request: Request) -> Response:
        """What to practise on which day, up to the next interview; missed days are spread over those that are left."""
        return self.reply(request)


class ReadinessView(BlockView):
    """Readiness."""

    block, shape, query_parameters = "readiness", shapes.ReadinessSerializer, ("minutes",)

    @extend_schema(
        summary="Say how ready the caller is",
        responses=shapes.ReadinessSerializer,
        parameters=[MINUTES],
    )
    def get(self, request: Request) -> Response:
        """Recall by quality now, four weeks ago and on the day of the interview, and what minutes a day change."""
        return self.reply(request)


class WeakSpotsView(BlockView):
    """Weak spots."""

    block, shape = "weak_spots", shapes.WeakSpotSerializer

    @extend_schema(summary="List weak spots", responses=shapes.WeakSpotSerializer(many=True))
    def get(self, request: Request) -> Response:
        """Questions that were forgotten more than once."""
        return self.reply(request)


class ActivityView(BlockView):
    """Activity."""

    block, shape = "activity", shapes.ActivitySerializer

    @extend_schema(summary="Show activity", responses=shapes.ActivitySerializer)
    def get(self, request: Request) -> Response:
        """Reviews a day over eighteen weeks, and the days in a row."""
        return self.reply(request)


class StepMarksView(BlockView):
    """The checklist."""

    block, shape = "steps", shapes.MarkedStepSerializer

    @extend_schema(
        summary="List the ways to prepare with what is done",
        responses=shapes.MarkedStepSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        """Every way to prepare, in its order, with when it was done."""
        return self.reply(request)


class StepMarkView(StrictParameters):
    """One line of the checklist."""

    scope = "practice"

    @extend_schema(
        summary="Tick a way to prepare",
        request={"application/json": shapes.TICK},
        responses=shapes.MarkedStepSerializer,
    )
    def patch(self, request: Request, slug: str) -> Response:
        """Say that it is done, or take that back."""
        step = live(Step).filter(slug=slug).first()
        if step is None:
            raise Http404
        body = shapes.TickSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        mark = mark_step(cast(Person, request.user), step, **body.validated_data)
        return Response(shapes.MarkedStepSerializer(mark, context={"request": request}).data)
