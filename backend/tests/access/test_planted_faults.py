"""The tests of this folder fail when they should: faults of the three usual kinds, and others, planted and found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db.models import Q

from tests.access.asking import Callers, all_but
from tests.access.tables import Line, lines
from tests.access.two_states import Requests, request, with_others, without_others
from tests.access.world import World
from tests.two_worlds import Ask, Reply, Request
from tests.two_worlds.compare import differences
from vivavoce.core import permissions
from vivavoce.core.problems import Conflict
from vivavoce.interviews.serializers import interviews as serializers
from vivavoce.openings.models import Application, ApplicationQuerySet, Opening, OpeningQuerySet
from vivavoce.openings.views import OpeningViewSet
from vivavoce.practice.models import Attempt
from vivavoce.practice.services import attempts

Tell = Callable[[str, object], None]
Patch = pytest.MonkeyPatch


def line(name: str) -> Line:
    return next(one for one in lines() if one.name == name)


def an_unfiltered_queryset(patch: Patch) -> None:
    patch.setattr(OpeningQuerySet, "visible_to", lambda self, person: self.all())


def a_foreign_key_among_all_rows(patch: Patch) -> None:
    field: Any = serializers.InterviewSerializer._declared_fields["application"]
    patch.setattr(field, "_kwargs", {**field._kwargs, "queryset": lambda _: Application.objects.all()})


def an_error_that_knows_more(patch: Patch) -> None:
    checked = OpeningViewSet.get_object

    def get_object(self: OpeningViewSet) -> Opening:
        key = self.kwargs["pk"]
        if not self.get_queryset().filter(pk=key).exists() and Opening.objects.filter(pk=key).exists():
            self.headers["X-Why"] = "not yours"
            self.permission_denied(self.request)
        return checked(self)

    patch.setattr(OpeningViewSet, "get_object", get_object)


def an_id_that_is_taken(patch: Patch) -> None:
    begin = attempts.begin

    def begin_unless_taken(**said: Any) -> Any:
        taken = Q(key=said.get("key")) & ~Q(owner=said["owner"])
        if Attempt.objects.filter(taken).exists():
            raise Conflict("This id is taken.")
        return begin(**said)

    patch.setattr(attempts, "begin", begin_unless_taken)


def reading(world: World, _: str) -> Iterator[Request]:
    yield request("GET", "/api/v1/openings/")
    yield request("DELETE", f"/api/v1/openings/{world.key('openings', 'unused')}/")


def an_interview_of(world: World, _: str) -> Iterator[Request]:
    yield request("POST", "/api/v1/interviews/", {"application": world.key("applications")})


def an_attempt_with(world: World, _: str) -> Iterator[Request]:
    yield request("POST", "/api/v1/attempts/", {"question": "question-0", "id": world.key("attempts")})


def without_a_fault(_: Patch) -> None:
    """So that what is found is due to the fault."""


PLANTED: dict[Callable[[Patch], None], Requests] = {
    an_unfiltered_queryset: reading,
    a_foreign_key_among_all_rows: an_interview_of,
    an_error_that_knows_more: reading,
    an_id_that_is_taken: an_attempt_with,
}
TRIED = [(plant, asked) for fault, asked in PLANTED.items() for plant in (without_a_fault, fault)]


def test_the_two_states_are_told_apart(ground: World, record_property: Tell) -> None:
    with with_others(ground, "stranger")() as sessions:
        first = [replies(sessions["stranger"], plant, list(asked(ground, ""))) for plant, asked in TRIED]
    with without_others(ground, "stranger")() as sessions:
        other = [replies(sessions["stranger"], plant, list(one)) for (plant, _), one in zip(TRIED, first, strict=True)]
    for (plant, _), one, two in zip(TRIED, first, other, strict=True):
        found = [difference for asked in one for difference in differences(asked, one[asked], two[asked])]
        record_property("summary", f"access, planted {plant.__name__}: {len(found)} differences")
        assert bool(found) is (plant is not without_a_fault), plant.__name__


def replies(ask: Ask, plant: Callable[[Patch], None], asked: list[Request]) -> dict[Request, Reply]:
    """While the fault is there."""
    with pytest.MonkeyPatch.context() as patch:
        plant(patch)
        return {one: ask(one) for one in asked}


def test_the_matrix_finds_an_unfiltered_queryset(callers: Callers, monkeypatch: Patch) -> None:
    one = line("GET /api/v1/openings/{id}/")
    assert callers.ask(one, "stranger").status_code == one.cells["stranger"]
    an_unfiltered_queryset(monkeypatch)
    assert callers.ask(one, "stranger").status_code != one.cells["stranger"]


def test_the_matrix_finds_a_scope_that_nobody_checks(callers: Callers, monkeypatch: Patch) -> None:
    one = line("GET /api/v1/openings/")
    assert callers.ask(one, "owner", all_but(one.scope)).status_code == 403
    monkeypatch.setattr(permissions, "check_scope", lambda request, view: None)
    assert callers.ask(one, "owner", all_but(one.scope)).status_code != 403


def test_the_matrix_finds_an_address_that_asks_for_another_scope(callers: Callers, monkeypatch: Patch) -> None:
    one = line("GET /api/v1/openings/")
    monkeypatch.setattr(OpeningViewSet, "scope", "bank")
    assert callers.ask(one, "owner", (one.scope,)).status_code != one.cells["owner"]
    assert callers.ask(one, "owner", all_but(one.scope)).status_code != 403


def test_the_matrix_finds_an_action_that_everybody_may_take(callers: Callers, monkeypatch: Patch) -> None:
    one = line("PATCH /api/v1/openings/{id}/@hiring")
    monkeypatch.setattr(OpeningViewSet, "check_object_permissions", lambda self, request, row: None)
    assert callers.ask(one, "observer").status_code != one.cells["observer"]


def test_rows_that_others_cannot_see_are_still_there(callers: Callers) -> None:
    """Else everything would be like none."""
    assert ApplicationQuerySet(Application).count() >= 3
    assert callers.ask(line("GET /api/v1/openings/{id}/"), "owner").status_code == 200
