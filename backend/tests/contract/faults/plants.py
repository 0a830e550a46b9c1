"""What a service can do wrong: each of these makes this one do it, until the patch is undone."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from rest_framework.response import Response

from vivavoce.core import failures, permissions, strictness, viewsets
from vivavoce.core.bulk import all_or_none
from vivavoce.core.formats import tables
from vivavoce.core.pagination import KeysetPagination
from vivavoce.core.problems import InternalError, Problem, TooManyRequests
from vivavoce.core.viewsets import ResourceViewSet, StrictParameters
from vivavoce.limits import middleware, throttling
from vivavoce.openings.filters import OpeningFilterSet
from vivavoce.openings.models import OpeningQuerySet
from vivavoce.openings.serializers import OpeningSerializer
from vivavoce.openings.views import OpeningViewSet

Patch = pytest.MonkeyPatch
Shown = dict[str, Any]


def showing(patch: Patch, change: Callable[[Shown], Shown]) -> None:
    """Openings are shown otherwise."""
    show = OpeningSerializer.to_representation
    patch.setattr(OpeningSerializer, "to_representation", lambda self, row: change(dict(show(self, row))))


def answering(patch: Patch, owner: type, name: str, change: Callable[[Any], object]) -> None:
    """A method answers something that is changed afterwards."""
    answer = getattr(owner, name)

    def changed(self: Any, *args: Any, **kwargs: Any) -> Any:
        found = answer(self, *args, **kwargs)
        change(found)
        return found

    patch.setattr(owner, name, changed)


def an_undocumented_member(patch: Patch) -> None:
    showing(patch, lambda shown: {**shown, "margin": 12})


def a_missing_member(patch: Patch) -> None:
    showing(patch, lambda shown: {name: value for name, value in shown.items() if name != "city"})


def a_number_as_text(patch: Patch) -> None:
    showing(patch, lambda shown: {name: str(value) if name == "salary_min" else value for name, value in shown.items()})


def null_for_a_list(patch: Patch) -> None:
    showing(patch, lambda shown: {name: None if name == "skills" else value for name, value in shown.items()})


def a_value_that_is_not_listed(patch: Patch) -> None:
    showing(patch, lambda shown: {name: "at sea" if name == "remote" else value for name, value in shown.items()})


def an_undocumented_status(patch: Patch) -> None:
    answering(patch, OpeningViewSet, "create", lambda reply: setattr(reply, "status_code", 202))


def another_content_type(patch: Patch) -> None:
    answering(patch, OpeningViewSet, "finalize_response", lambda reply: setattr(reply, "content_type", "text/html"))


def an_error_that_is_plain_json(patch: Patch) -> None:
    respond = failures.respond

    def plainly(problem: Problem, request: Any) -> Any:
        reply = respond(problem, request)
        reply["Content-Type"] = "application/json"
        return reply

    patch.setattr(failures, "respond", plainly)


def a_crash_at_a_strange_value(patch: Patch) -> None:
    patch.setattr(KeysetPagination, "_state", lambda self: dict(self.request.query_params.getlist("cursor")))


def a_traceback_in_the_body(patch: Patch) -> None:
    as_problem = failures.as_problem

    def told(exc: Exception, request: Any) -> Problem:
        problem = as_problem(exc, request)
        return InternalError("".join(traceback.format_exception(exc))) if problem.status_code == 500 else problem

    patch.setattr(failures, "as_problem", told)


def tagging(patch: Patch, tag: str) -> None:
    """Every row has this tag."""
    patch.setattr(viewsets, "entity_tag", lambda row_version, content: tag.format(row_version))


def a_weak_tag(patch: Patch) -> None:
    tagging(patch, 'W/"{}-0"')


def no_tag(patch: Patch) -> None:
    patch.setattr(viewsets, "_tag", lambda reply, row_version: reply.headers.setdefault("ETag", ""))


def a_tag_that_no_write_changes(patch: Patch) -> None:
    tagging(patch, '"1-0"')


def a_lost_update(patch: Patch) -> None:
    patch.setattr(viewsets, "still_current", lambda if_match, current: True)


def a_key_that_nobody_looks_at(patch: Patch) -> None:
    patch.setattr(viewsets, "guarded", lambda view, request, handler: handler)


def half_a_list(patch: Patch) -> None:
    """The items without a fault are kept, and the reply says that the list was refused."""

    def some(items: Any, make: Any, request: Any) -> Any:
        for item in items:
            with suppress(Exception):
                make(item)
        return all_or_none(items, make, request)

    create: Any = ResourceViewSet.create
    patch.setattr(viewsets, "all_or_none", some)
    patch.setattr(OpeningViewSet, "create", create.__wrapped__)  # without its transaction


def an_unknown_parameter_that_is_ignored(patch: Patch) -> None:
    patch.setattr(StrictParameters, "parameter_faults", lambda self, request: [])


def an_unknown_member_that_is_ignored(patch: Patch) -> None:
    patch.setattr(strictness, "member_errors", lambda fields, data: {})


def a_page_that_skips_a_row(patch: Patch) -> None:
    rows = KeysetPagination._rows

    def fewer(self: KeysetPagination, queryset: Any, keys: Any, reverse: bool = False) -> Any:
        return rows(self, queryset, keys, reverse)[1 if keys else 0 :]

    patch.setattr(KeysetPagination, "_rows", fewer)


def a_page_that_doubles_a_row(patch: Patch) -> None:
    paginate = KeysetPagination.paginate_queryset

    def again(self: KeysetPagination, queryset: Any, request: Any, view: Any = None) -> list[Any]:
        page = paginate(self, queryset, request, view)
        return [*page, *page[-1:]]

    patch.setattr(KeysetPagination, "paginate_queryset", again)


def a_count_that_is_wrong(patch: Patch) -> None:
    answering(patch, KeysetPagination, "envelope", lambda found: found.update(count=found["count"] + 1))


def a_filter_that_does_nothing(patch: Patch) -> None:
    patch.setattr(OpeningFilterSet, "filter_queryset", lambda self, queryset: queryset)


def somebody_elses_row(patch: Patch) -> None:
    patch.setattr(OpeningQuerySet, "visible_to", lambda self, person: self.all())


def a_scope_that_nobody_asks_for(patch: Patch) -> None:
    patch.setattr(permissions, "check_scope", lambda request, view: None)


def a_refusal_that_names_no_way_in(patch: Patch) -> None:
    patch.setattr(failures, "_headers", lambda exc: {})


def a_formula_in_a_cell(patch: Patch) -> None:
    patch.setattr(tables, "FORMULA", re.compile("(?!)"))


def limits_that_nobody_is_told(patch: Patch) -> None:
    patch.setattr(middleware, "taken_by", lambda request: None)


def a_refusal_that_says_no_time(patch: Patch) -> None:
    patch.setattr(throttling, "too_many", lambda standing, why: TooManyRequests(why))


def a_secret_that_is_replayed(patch: Patch) -> None:
    """A stored reply holds what is shown once."""
    patch.setattr("vivavoce.core.idempotency._without_secrets", lambda reply, secrets: _text(reply))


def _text(reply: Response) -> str:
    content: bytes = reply.content
    return content.decode()
