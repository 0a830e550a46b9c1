"""Two lists that are posted at once, in opposite order: all of each or none."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from tests.people import a_person, signed_in
from tests.practice.memory_samples import an_asked
from vivavoce.practice.models import Review

pytestmark = pytest.mark.django_db(transaction=True)

MANY = 30


def test_neither_hangs_or_breaks_and_each_is_whole() -> None:
    person = a_person()
    clients = [signed_in(person) for _ in range(2)]
    bodies = [{"question": an_asked(number).slug, "grade": "good"} for number in range(1, MANY + 1)]
    together = Barrier(2)

    def post(number: int) -> Any:
        try:
            together.wait(10)
            return clients[number].post("/api/v1/reviews/", bodies[:: -1 if number else 1])
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        replies = list(threads.map(post, range(2)))
    statuses = sorted(one.status_code for one in replies)
    assert statuses in ([201, 201], [201, 409]), [one.content for one in replies]
    assert Review.objects.count() == MANY * statuses.count(201)


def test_an_id_that_stands_twice_in_a_list_is_one_row_or_a_conflict() -> None:
    client, slugs = signed_in(a_person()), [an_asked(number).slug for number in (1, 2)]
    same, other = ([{"id": str(uuid.uuid4()), "question": slug} for slug in two] for two in ([slugs[0]] * 2, slugs))
    for two in (same, other):
        two[1]["id"] = two[0]["id"]
    made = client.post("/api/v1/attempts/", same)
    assert (made.status_code, [one["id"] for one in made.json()]) == (201, [same[0]["id"]] * 2)
    assert client.post("/api/v1/attempts/", same).status_code == 200
    refused = client.post("/api/v1/attempts/", other)
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (409, "/1")
    assert client.get("/api/v1/attempts/").json()["count"] == 1
