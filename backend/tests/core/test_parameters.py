"""Unknown and wrong parameters are refused by name, with what was probably meant."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.core.planted.models import Thing
from vivavoce.core.hints import HABITS, did_you_mean

THINGS = "/api/v1/things/"
pytestmark = pytest.mark.urls("tests.core.planted.urls")

# What people bring from other APIs, and what it is called here (where the address knows it).
BROUGHT = {
    "search": "q", "query": "q", "keyword": "q", "text": "q", "limit": "page_size", "per_page": "page_size",
    "size": "page_size", "page": "cursor", "offset": "cursor", "after": "cursor", "starting_after": "cursor",
    "sort": "ordering", "sort_by": "ordering", "order_by": "ordering", "order": "ordering", "include": "expand",
    "embed": "expand", "select": "fields", "only": "fields", "exclude": "omit", "difficulty": "level",
    "seniority": "level", "tag": "topic", "tags": "topic", "type": "kind", "skill": "topic",
    "company": "organization", "state": "status", "duration": "minutes", "since": "updated_at__gte",
}  # fmt: skip
KNOWN = [
    "q", "page_size", "cursor", "ordering", "expand", "fields", "omit", "facets", "pretty", "level", "topic", "kind",
    "quality", "organization", "status", "minutes", "updated_at__gte", "category",
]  # fmt: skip


@pytest.mark.parametrize(("habit", "ours"), BROUGHT.items())
def test_it_knows_the_habit(habit: str, ours: str) -> None:
    assert did_you_mean(habit, KNOWN) == ours


def test_there_are_at_least_25_habits_and_each_leads_somewhere() -> None:
    assert len(BROUGHT) >= 25
    assert set(BROUGHT) <= {habit for habits in HABITS.values() for habit in habits.split()}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("pageSize", "page_size"), ("page-size", "page_size"), ("categroy", "category"), ("level[]", "level"),
     ("level__in", "level"), ("topics", "topic"), ("Q", "q"), ("zzz", None)],
)  # fmt: skip
def test_it_knows_near_spellings(typed: str, meant: str | None) -> None:
    assert did_you_mean(typed, KNOWN) == meant


def errors(client: Client, query: str) -> list[dict[str, Any]]:
    reply = client.get(f"{THINGS}?{query}")
    assert reply.status_code == 400, reply.content
    assert reply["Content-Type"] == "application/problem+json"
    return list(reply.json()["errors"])


@pytest.mark.parametrize(
    ("query", "parameter", "code", "suggestion"),
    [
        ("limit=5", "limit", "unknown_parameter", "page_size"),
        ("stat=new", "stat", "unknown_parameter", "state"),
        ("state=nwe", "state", "not_allowed", "new"),
        ("shelf=topp", "shelf", "not_allowed", "top"),
        ("fields=nam", "fields", "not_allowed", "name"),
        ("omit=nam", "omit", "not_allowed", "name"),
        ("expand=shlf", "expand", "not_allowed", "shelf"),
        ("facets=stat", "facets", "not_allowed", "state"),
        ("ordering=-nam", "ordering", "not_allowed", "-name"),
        ("ordering=rank", "ordering", "not_allowed", None),
        ("ordering=name,-name", "ordering", "repeated", None),
        ("page_size=0", "page_size", "out_of_range", None),
        ("page_size=201", "page_size", "out_of_range", None),
        ("page_size=1&page_size=2", "page_size", "out_of_range", None),
        ("cursor=abc", "cursor", "invalid_cursor", None),
        ("cursor=a:b", "cursor", "invalid_cursor", None),
        ("size=three", "size", "not_a_number", None),
        ("size=99999999999", "size", "out_of_range", None),
        ("size=", "size", "blank", None),
        ("state=new,", "state", "blank", None),
        ("state=a%00b", "state", "invalid_value", None),
        ("size__gte=1&size__gte=2", "size__gte", "repeated", None),
        ("bought_at__gte=2026-01-01", "bought_at__gte", "not_a_time", None),
        ("bought_at__gte=2026-01-01T00:00:00", "bought_at__gte", "not_a_time", None),
        ("bought_at__gte=2026-01-01T00:00:00+01:00", "bought_at__gte", "not_a_time", None),
        ("bought_at__isnull=yes", "bought_at__isnull", "not_allowed", None),
        ("id=7", "id", "invalid_value", None),
        (f"q={'x' * 201}", "q", "too_long", None),
    ],
)
def test_it_refuses(
    signed_in: Client, things: list[Thing], query: str, parameter: str, code: str, suggestion: str | None
) -> None:
    (error,) = errors(signed_in, query)
    assert (error["parameter"], error["code"]) == (parameter, code)
    assert error.get("did_you_mean") == suggestion


def test_it_reports_everything_at_once(signed_in: Client) -> None:
    found = errors(signed_in, "limit=1&state=x,y&fields=z&ordering=w&page_size=0")
    assert [error["parameter"] for error in found] == ["limit", "fields", "ordering", "page_size", "state", "state"]


def test_it_lists_what_is_allowed(signed_in: Client) -> None:
    (error,) = errors(signed_in, "state=x")
    assert error["allowed"] == ["new", "used", "worn"]


def test_it_takes_a_comma_inside_quotes(signed_in: Client, things: list[Thing]) -> None:
    Thing.objects.filter(name="lamp").update(name="lamp, old")
    body = signed_in.get(THINGS, {"name": '"lamp, old",spoon'}).json()
    assert [row["name"] for row in body["results"]] == ["lamp, old", "spoon"]


def test_a_detail_refuses_the_parameters_of_a_list(signed_in: Client, things: list[Thing]) -> None:
    reply = signed_in.get(f"{THINGS}{things[0].pk}/?ordering=name")
    assert reply.status_code == 400


def test_a_plain_view_is_strict_too(client: Client) -> None:
    assert client.get("/api/v1/?nonsense=1").status_code == 400
