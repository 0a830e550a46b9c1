"""Requests that no honest client sends, and some that one does: each gets a problem, never a crash or silence."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.test import Client

from tests.core.test_failures import problem
from vivavoce.core.parsing import StrictJSONParser

SHELVES = "/api/v1/shelves/"
pytestmark = [pytest.mark.urls("tests.core.planted.urls"), pytest.mark.django_db]


def test_it_refuses_a_body_in_chunks_instead_of_taking_it_for_an_empty_one(client: Client) -> None:
    chunked: dict[str, Any] = {"HTTP_TRANSFER_ENCODING": "chunked", "CONTENT_LENGTH": ""}
    reply = client.generic("POST", SHELVES, b"", content_type="application/json", **chunked)
    assert problem(reply, 411)["code"] == "length_required"


@pytest.mark.parametrize("body", [r'{"\ud800": 1}', r'{"name": "\uD800"}', r'["\udfff"]', r'{"\ud800":1,"\ud800":2}'])
def test_it_refuses_half_a_character(client: Client, body: str) -> None:
    reply = client.post("/api/v1/tokens/", body, content_type="application/json")
    assert reply.status_code < 500


def test_it_takes_a_whole_character_that_is_written_as_a_pair() -> None:
    assert StrictJSONParser().parse(BytesIO(rb'{"name": "\ud83d\ude00"}')) == {"name": "\U0001f600"}


def test_it_says_not_found_to_a_post_that_has_no_csrf_token() -> None:
    problem(Client(enforce_csrf_checks=True).post("/api/v1/nothing/"), 404)


def test_it_answers_a_failed_condition_of_a_read_with_a_problem_and_the_present_tag(client: Client) -> None:
    reply = client.get(SHELVES, headers={"If-Match": '"5-aa"'})
    problem(reply, 412)
    assert reply["ETag"] == client.get(SHELVES)["ETag"]


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00%2B23:59", "9999-12-31T23:59:59-23:59"])
def test_it_names_the_parameter_whose_moment_is_out_of_range(client: Client, moment: str) -> None:
    found = problem(client.get(f"/api/v1/topics/?created_at__gte={moment}"), 400)
    assert found["type"] == "/api/problems/invalid-parameters/"
    assert found["errors"][0]["parameter"] == "created_at__gte"
    assert found["errors"][0]["code"] == "not_a_time"


def test_it_takes_an_offset_that_postgresql_does_not(client: Client) -> None:
    assert client.get("/api/v1/topics/?created_at__gte=2026-01-01T00:00:00%2B23:00").status_code == 200


@pytest.mark.parametrize("address", [SHELVES, "/api/v1/things/any/"])
def test_it_names_the_method_that_is_not_offered_before_it_reads_parameters(signed_in: Client, address: str) -> None:
    assert problem(signed_in.put(f"{address}?limit=5"), 405)["code"] == "method_not_allowed"


def test_a_problem_names_the_address_as_a_uri(client: Client) -> None:
    assert problem(client.get("/api/v1/topics/Ä/"), 404)["instance"] == "/api/v1/topics/%C3%84/"


def test_it_refuses_more_parameters_than_it_reads(client: Client) -> None:
    problem(client.get(f"{SHELVES}?{'&'.join(['a'] * 2000)}"), 400)
