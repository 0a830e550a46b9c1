"""Entity tags: what nobody changed is not sent again, and a lost update is refused."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from tests.core.planted.models import Shelf, Thing
from vivavoce.accounts.models import Person

THINGS = "/api/v1/things/"
pytestmark = pytest.mark.urls("tests.core.planted.urls")


def test_a_tag_holds_the_rows_counter(signed_in: Client, things: list[Thing]) -> None:
    address = f"{THINGS}{things[0].pk}/"
    assert signed_in.get(address)["ETag"].startswith('"1-')
    reply = signed_in.patch(address, {"size": 9}, content_type="application/json")
    assert reply["ETag"].startswith('"2-')
    assert signed_in.get(address)["ETag"] == reply["ETag"]
    assert signed_in.get(THINGS)["ETag"].startswith('"0-')


def test_the_database_counts_whatever_changes_a_row(things: list[Thing]) -> None:
    before = things[0].updated_at
    Thing.objects.update(size=5)
    things[0].refresh_from_db()
    assert things[0].row_version == 2
    assert things[0].updated_at > before


def test_each_variant_has_its_own_tag(signed_in: Client, things: list[Thing]) -> None:
    address = f"{THINGS}{things[0].pk}/"
    tags = {signed_in.get(f"{address}{query}")["ETag"] for query in ("", "?fields=id", "?pretty")}
    assert len(tags) == 3


def test_it_answers_304_to_whoever_has_it(signed_in: Client, things: list[Thing]) -> None:
    tag = signed_in.get(THINGS)["ETag"]
    again = signed_in.get(THINGS, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    Thing.objects.filter(pk=things[0].pk).update(size=7)
    assert signed_in.get(THINGS, headers={"If-None-Match": tag}).status_code == 200


def test_it_refuses_a_lost_update(signed_in: Client, things: list[Thing]) -> None:
    address = f"{THINGS}{things[0].pk}/"
    tag = signed_in.get(f"{address}?fields=id")["ETag"]
    json: Any = {"content_type": "application/json", "headers": {"If-Match": tag}}
    assert signed_in.patch(address, {"size": 7}, **json).status_code == 200
    lost = signed_in.patch(address, {"size": 8}, **json)
    assert (lost.status_code, lost["Content-Type"]) == (412, "application/problem+json")
    assert lost["ETag"] == signed_in.get(address)["ETag"]
    assert signed_in.delete(address, headers={"If-Match": tag}).status_code == 412
    assert signed_in.delete(address, headers={"If-Match": "*"}).status_code == 204


def test_a_weak_tag_never_matches_a_write(signed_in: Client, things: list[Thing]) -> None:
    address = f"{THINGS}{things[0].pk}/"
    weak = f"W/{signed_in.get(address)['ETag']}"
    assert signed_in.delete(address, headers={"If-Match": weak}).status_code == 412


def test_private_replies_are_not_shared_by_caches(signed_in: Client, things: list[Thing]) -> None:
    reply = signed_in.get(THINGS)
    assert reply["Cache-Control"] == "private, no-cache"
    assert {"Accept", "Authorization", "Cookie"} <= {word.strip() for word in reply["Vary"].split(",")}
    assert Client().get("/api/v1/shelves/")["Cache-Control"] == "no-cache"


@pytest.mark.django_db(transaction=True)
def test_of_two_writers_at_the_same_moment_one_wins(person: Person, shelves: list[Shelf]) -> None:
    thing = Thing.objects.create(owner=person, name="kettle", shelf=shelves[0])
    address = f"{THINGS}{thing.pk}/"
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(person)
    tag = clients[0].get(address)["ETag"]
    together = Barrier(2)

    def write(client: Client, size: int) -> int:
        together.wait()
        reply = client.patch(address, {"size": size}, content_type="application/json", headers={"If-Match": tag})
        connection.close()
        return reply.status_code

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(write, clients, [5, 6])) == [200, 412]
