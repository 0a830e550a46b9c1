"""``fields``, ``omit`` and ``expand``; compact for programs and indented for people."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.core.planted.models import Thing

THINGS = "/api/v1/things/"
pytestmark = pytest.mark.urls("tests.core.planted.urls")


@pytest.mark.parametrize(
    ("query", "members"),
    [
        ("fields=name,size", ["name", "size"]),
        ("fields=name&fields=size", ["name", "size"]),
        ("fields=name,size&omit=size", ["name"]),
        ("omit=id,url,shelf,marks,state,bought_at,created_at,updated_at", ["name", "size"]),
    ],
)
def test_it_shows_the_chosen_members(signed_in: Client, things: list[Thing], query: str, members: list[str]) -> None:
    assert list(signed_in.get(f"{THINGS}{things[0].pk}/?{query}").json()) == members
    assert list(signed_in.get(f"{THINGS}?{query}").json()["results"][0]) == members


def test_it_expands_related_objects(signed_in: Client, things: list[Thing]) -> None:
    address = f"{THINGS}{things[0].pk}/"
    assert set(signed_in.get(address).json()["shelf"]) == {"id", "slug", "name", "url"}
    expanded = signed_in.get(f"{address}?expand=shelf,marks").json()
    assert set(expanded["shelf"]) == {"id", "slug", "name", "url", "created_at", "updated_at"}
    assert len(expanded["marks"][0]) == 6


def test_a_write_checks_members_that_the_reply_leaves_out(signed_in: Client, things: list[Thing]) -> None:
    address = f"{THINGS}{things[0].pk}/?fields=id"
    assert signed_in.patch(address, {"size": "x"}, content_type="application/json").status_code == 400
    reply = signed_in.patch(address, {"size": 7}, content_type="application/json")
    assert list(reply.json()) == ["id"]
    assert Thing.objects.get(pk=things[0].pk).size == 7


@pytest.mark.parametrize(
    ("query", "accept", "indented"),
    [
        ("", "*/*", False),
        ("", "application/json", False),
        ("", "text/html,application/xhtml+xml,*/*;q=0.8", True),
        ("?pretty", "*/*", True),
        ("?pretty=true", "*/*", True),
        ("?pretty=false", "text/html,*/*", False),
    ],
)
def test_it_indents_for_people(client: Client, query: str, accept: str, indented: bool) -> None:
    reply = client.get(f"/api/v1/{query}", headers={"Accept": accept})
    assert (b"\n" in reply.content) is indented
    problem = client.get(f"/api/v1/nothing/{query}", headers={"Accept": accept})
    assert (b"\n" in problem.content) is indented


def test_it_finds_a_row_by_slug_or_id(client: Client, things: list[Thing]) -> None:
    by_slug = client.get("/api/v1/shelves/top/")
    assert by_slug.json() == client.get(f"/api/v1/shelves/{by_slug.json()['id']}/").json()


def test_the_root_lists_the_resources(client: Client) -> None:
    listed = client.get("/api/v1/").json()
    assert (listed["tokens"], listed["me"]) == ("/api/v1/tokens/", "/api/v1/me/")
    assert list(listed) == sorted(listed)


@pytest.mark.parametrize("query", ["pretty=null", "pretty=yes", "pretty=true&pretty=true"])
def test_it_refuses_an_indent_that_it_does_not_know(client: Client, query: str) -> None:
    reply = client.get(f"/api/v1/?{query}")
    assert (reply.status_code, [one["parameter"] for one in reply.json()["errors"]]) == (400, ["pretty"])
