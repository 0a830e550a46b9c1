"""Making rows: what one POST makes, and of a list all or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, transaction
from django.db.models import Model
from django.http import Http404
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.status import HTTP_200_OK, HTTP_201_CREATED

from vivavoce.core.failures import as_problem
from vivavoce.core.problems import MOST_FAULTS, Fault, InvalidBody, Problem, fault

M = TypeVar("M", bound=Model)

LONGEST = 100  # items of a list
# Of one item. A deadlock, or a database that is away, ends all: the next item would only wait as long.
FORESEEN = (APIException, ValidationError, PermissionDenied, Http404, DataError, IntegrityError)


@dataclass(frozen=True)
class Made(Generic[M]):
    """What a POST made, or found to be there already; members that are shown this once come on top of the row's."""

    row: M
    is_new: bool = True
    shown_once: Mapping[str, Any] = field(default_factory=dict)


def all_or_none(items: Sequence[Any], make: Callable[[Any], Made[M]], request: Request) -> list[Made[M]]:
    """What each item makes; when one of them fails none is kept, and the problem points at all that fail alike."""
    if not 1 <= len(items) <= LONGEST:
        detail = f"A list holds 1 to {LONGEST} items; this one has {len(items)}."
        raise InvalidBody(errors=[fault("list_length", detail, pointer="")])
    made: list[Made[M]] = []
    failed: list[tuple[int, Problem]] = []
    for index, item in enumerate(items):
        try:
            with transaction.atomic():
                made.append(make(item))
        except FORESEEN as error:
            failed.append((index, as_problem(error, request)))
    if failed:
        raise told_together(failed)
    return made


def represent_all(view: Any, made: Sequence[Made[Any]]) -> Response:
    """The reply that shows all that a list made, in its order."""
    found = view.get_queryset().in_bulk([one.row.pk for one in made])
    rows = [found[one.row.pk] for one in made]
    shown = view.resource_class()(rows, many=True, context=view.get_serializer_context()).data
    data = [{**row, **one.shown_once} for row, one in zip(shown, made, strict=True)]
    return Response(data, status=HTTP_201_CREATED if any(one.is_new for one in made) else HTTP_200_OK)


def told_together(failed: Sequence[tuple[int, Problem]]) -> Problem:
    """The gravest of these problems, pointing at every item that has the same."""
    gravest = max((problem for _, problem in failed), key=lambda one: one.status_code)
    alike = [(index, problem) for index, problem in failed if problem.type_slug == gravest.type_slug]
    found = [
        {**one, "pointer": f"/{index}{one.get('pointer', '')}"}
        for index, problem in alike
        for one in problem.errors or [fault(str(problem.get_codes()), str(problem.detail))]
    ]
    gravest.errors = cast(list[Fault], found[:MOST_FAULTS])
    return gravest
