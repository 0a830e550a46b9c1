from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.core.planted.models import Thing

pytestmark = pytest.mark.urls("tests.core.planted.urls")
THINGS = "/api/v1/things/"


def names(client: Client, query: str) -> list[str]:
    reply = client.get(f"{THINGS}?{query}")
    assert reply.status_code == 200, reply.content
    return [row["name"] for row in reply.json()["results"]]


def test_it_has_an_envelope(signed_in: Client, things: list[Thing]) -> None:
    reply = signed_in.get(THINGS)
    assert reply.status_code == 200, reply.content
    body = reply.json()
    assert {**body, "results": len(body["results"])} == {
        "count": 3, "count_is_exact": True, "next": None, "previous": None, "results": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("state=used", ["lamp", "spoon"]),
        ("state=used,new", ["copper kettle", "lamp", "spoon"]),
        ("state=used&state=new", ["copper kettle", "lamp", "spoon"]),
        ("state__not=used", ["copper kettle"]),
        ("size__gte=2", ["copper kettle", "lamp"]),
        ("size=1,3", ["copper kettle", "spoon"]),
        ("mark=old", ["copper kettle", "lamp"]),
        ("mark__all=old,rare", ["copper kettle"]),
        ("mark__not=rare", ["lamp", "spoon"]),
        ("shelf=low", ["lamp", "spoon"]),
        ("name=LAMP", ["lamp"]),
        ("name__contains=P", ["copper kettle", "lamp", "spoon"]),
        ("bought_at__isnull=true", ["copper kettle", "lamp", "spoon"]),
        ("ordering=-size", ["copper kettle", "lamp", "spoon"]),
        ("q=o", ["copper kettle", "spoon"]),
        ("ordering=bought_at,-name", ["spoon", "lamp", "copper kettle"]),
    ],
)
def test_it_filters_and_orders(signed_in: Client, things: list[Thing], query: str, expected: list[str]) -> None:
    assert names(signed_in, query) == expected


def walk(client: Client, query: str) -> list[str]:
    found, link = [], f"{THINGS}?{query}"
    while link:
        body = client.get(link).json()
        found += [row["name"] for row in body["results"]]
        link = body["next"]
    return found


@pytest.mark.parametrize("ordering", ["name", "-size", "bought_at", "-bought_at", "size,-name"])
def test_it_walks_all_pages_once(signed_in: Client, things: list[Thing], ordering: str) -> None:
    assert walk(signed_in, f"ordering={ordering}&page_size=1") == names(signed_in, f"ordering={ordering}")


def test_it_walks_back(signed_in: Client, things: list[Thing]) -> None:
    last = signed_in.get(signed_in.get(f"{THINGS}?page_size=2").json()["next"]).json()
    assert [row["name"] for row in last["results"]] == ["spoon"]
    first = signed_in.get(last["previous"]).json()
    assert [row["name"] for row in first["results"]] == ["copper kettle", "lamp"]
    assert first["previous"] is None
    assert first["next"] is not None


@pytest.mark.parametrize("ordering", ["bought_at", "-bought_at", "size,-bought_at", "-name"])
def test_it_walks_back_over_unknown_values(signed_in: Client, things: list[Thing], ordering: str) -> None:
    Thing.objects.filter(pk=things[1].pk).update(bought_at="2026-05-01T00:00:00.123456Z", size=1)
    forward = names(signed_in, f"ordering={ordering}")
    assert ordering != "bought_at" or forward[0] == "lamp", "unknown values come last"
    assert ordering != "-bought_at" or forward[0] == "lamp", "unknown values come last"
    page = signed_in.get(f"{THINGS}?ordering={ordering}&page_size=1").json()
    while page["next"]:
        page = signed_in.get(page["next"]).json()
    back = [page["results"][0]["name"]]
    while page["previous"]:
        page = signed_in.get(page["previous"]).json()
        back.insert(0, page["results"][0]["name"])
    assert back == forward


def test_it_walks_a_search_by_rank(signed_in: Client, things: list[Thing]) -> None:
    assert walk(signed_in, "q=p&page_size=1") == ["copper kettle", "lamp", "spoon"]


def test_it_stops_a_search_at_a_thousand_hits(
    signed_in: Client, things: list[Thing], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vivavoce.core.pagination.COUNTED", 2)
    assert walk(signed_in, "q=p&page_size=1") == ["copper kettle", "lamp"]


def test_it_counts_exactly_up_to_a_limit(
    signed_in: Client, things: list[Thing], monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit, count, exact in ((3, 3, True), (2, 2, False)):
        monkeypatch.setattr("vivavoce.core.pagination.COUNTED", limit)
        body = signed_in.get(THINGS).json()
        assert (body["count"], body["count_is_exact"]) == (count, exact)
        assert len(body["results"]) == 3


def test_it_refuses_the_cursor_of_another_query_and_two_cursors(signed_in: Client, things: list[Thing]) -> None:
    link = signed_in.get(f"{THINGS}?page_size=1").json()["next"]
    cursor = link.rpartition("cursor=")[2]
    for query in ("state=used", f"cursor={cursor}"):
        reply = signed_in.get(f"{link}&{query}")
        assert reply.status_code == 400
        assert reply.json()["errors"][0]["parameter"] == "cursor"


def test_it_counts_facets_without_the_groups_own_choice(signed_in: Client, things: list[Thing]) -> None:
    body = signed_in.get(f"{THINGS}?facets=state,shelf,mark&state=used").json()
    counts = {name: {line["value"]: line["count"] for line in lines} for name, lines in body["facets"].items()}
    assert counts == {
        "state": {"new": 1, "used": 2, "worn": 0},
        "shelf": {"low": 2, "top": 0},
        "mark": {"old": 1, "rare": 0},
    }
    assert body["facets"]["shelf"][0] == {"value": "low", "label": "Low shelf", "count": 2, "is_exact": True}


def test_it_counts_facets_of_a_search(signed_in: Client, things: list[Thing]) -> None:
    facets = signed_in.get(f"{THINGS}?facets=state,shelf&q=o").json()["facets"]
    assert [line["count"] for line in facets["state"]] == [1, 1, 0]
    assert [line["count"] for line in facets["shelf"]] == [1, 1]


def test_each_facet_costs_one_query(
    signed_in: Client, things: list[Thing], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    # Session, person, the slugs of two filters, count, page, marks of the page; then one for each facet.
    with django_assert_num_queries(7 + 3):
        signed_in.get(f"{THINGS}?mark=old&shelf=low&facets=state,shelf,mark")


def test_it_suggests_a_spelling_when_a_search_finds_nothing(signed_in: Client, things: list[Thing]) -> None:
    assert signed_in.get(f"{THINGS}?q=ketle").json()["did_you_mean"] == "kettle"
