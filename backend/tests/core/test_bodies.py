"""Bodies mean what they say: no conversion, no ignored member."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from rest_framework import serializers

from tests.core.planted.models import Shelf, Thing
from vivavoce.accounts.models import Person
from vivavoce.core.strictness import StrictSerializer

THINGS = "/api/v1/things/"
pytestmark = pytest.mark.urls("tests.core.planted.urls")


def post(client: Client, body: Any) -> Any:
    return client.post(THINGS, body, content_type="application/json")


def test_it_makes_a_row_and_says_where(signed_in: Client, person: Person, shelves: list[Shelf]) -> None:
    reply = post(signed_in, {"name": "jug", "shelf": "low", "marks": [], "size": 2})
    assert reply.status_code == 201, reply.content
    assert reply["Location"] == reply.json()["url"]
    assert reply.json()["shelf"]["slug"] == "low"
    assert signed_in.get(reply["Location"]).json() == reply.json()
    assert signed_in.get(reply["Location"])["ETag"] == reply["ETag"]


def test_it_takes_an_id_for_a_slug(signed_in: Client, shelves: list[Shelf]) -> None:
    assert post(signed_in, {"name": "jug", "shelf": str(shelves[0].pk)}).json()["shelf"]["slug"] == "top"


@pytest.mark.parametrize(
    ("member", "value", "code", "suggestion"),
    [
        ("nmae", "x", "unknown_member", "name"),
        ("id", "x", "read_only", None),
        ("name", 5, "wrong_type", None),
        ("name", True, "wrong_type", None),
        ("name", "", "blank", None),
        ("name", "x" * 51, "max_length", None),
        ("name", "a\0b", "null_characters_not_allowed", None),
        ("size", "5", "wrong_type", None),
        ("size", True, "wrong_type", None),
        ("size", 2.5, "wrong_type", None),
        ("size", 99999999999, "max_value", None),
        ("state", "nwe", "not_allowed", "new"),
        ("state", 1, "not_allowed", None),
        ("state", ["new"], "wrong_type", None),
        ("bought_at", "2026-01-01T00:00:00", "naive_time", None),
        ("bought_at", "yesterday", "invalid", None),
        ("bought_at", 5, "wrong_type", None),
        ("shelf", "topp", "not_found", "top"),
        ("shelf", 5, "wrong_type", None),
        ("shelf", None, "null", None),
        ("marks", "old", "wrong_type", None),
        ("marks", ["nothing"], "not_found", None),
    ],
)
def test_it_refuses(
    signed_in: Client, shelves: list[Shelf], member: str, value: Any, code: str, suggestion: str | None
) -> None:
    reply = post(signed_in, {"name": "jug", "shelf": "low", member: value})
    assert reply.status_code == 400
    (error,) = reply.json()["errors"]
    assert (error["pointer"], error["code"]) == (f"/{member}", code)
    assert error.get("did_you_mean") == suggestion
    assert not Thing.objects.exists()


class Words(StrictSerializer):
    """A body that holds a list."""

    words = serializers.ListField(child=serializers.CharField())


@pytest.mark.parametrize(("value", "code"), [(None, "null"), ("a", "wrong_type"), ([5], "wrong_type")])
def test_it_refuses_what_is_not_a_list_of_texts(value: Any, code: str) -> None:
    body = Words(data={"words": value})
    assert not body.is_valid()
    assert code in str(body.errors)


class Watchful(serializers.CharField):
    """Fails the test when it is asked."""

    def run_validation(self, data: Any = None) -> Any:
        raise AssertionError(data)


class FewWords(StrictSerializer):
    """A body that holds a short list."""

    words = serializers.ListField(child=Watchful(), max_length=2)


@pytest.mark.parametrize("value", [["a"] * 3, [5] * 3])
def test_a_list_is_refused_by_its_length_before_anybody_looks_into_it(value: Any) -> None:
    body = FewWords(data={"words": value})
    assert not body.is_valid()
    assert [(one.code, str(one)) for one in body.errors["words"]] == [
        ("max_length", "Ensure this field has no more than 2 elements.")
    ]


def test_it_reports_everything_at_once(signed_in: Client, shelves: list[Shelf]) -> None:
    reply = post(signed_in, {"size": "5", "a/b": 1, "shelf": 7})
    pointers = {error["pointer"]: error["code"] for error in reply.json()["errors"]}
    assert pointers == {"/name": "required", "/size": "wrong_type", "/a~1b": "unknown_member", "/shelf": "wrong_type"}


@pytest.mark.parametrize("body", ["{", "[1]", '"x"', '{"name": NaN}', '{"name": "a", "name": "b"}', "[" * 100_000])
def test_it_refuses_what_is_not_one_json_object(signed_in: Client, body: str) -> None:
    reply = post(signed_in, body)
    assert reply.status_code == 400
    assert reply["Content-Type"] == "application/problem+json"


def test_it_changes_only_what_is_named(signed_in: Client, things: list[Thing]) -> None:
    reply = signed_in.patch(f"{THINGS}{things[0].pk}/", {"size": 9}, content_type="application/json")
    assert reply.status_code == 200
    assert (reply.json()["size"], reply.json()["name"]) == (9, "copper kettle")


def test_it_deletes(signed_in: Client, things: list[Thing]) -> None:
    address = f"{THINGS}{things[0].pk}/"
    assert signed_in.delete(address).status_code == 204
    assert signed_in.get(address).status_code == 404


def test_it_does_not_let_strangers_write(client: Client, stranger: Person, things: list[Thing]) -> None:
    client.force_login(stranger)
    address = f"{THINGS}{things[0].pk}/"
    assert client.patch(address, {"size": 9}, content_type="application/json").status_code == 404
    assert client.delete(address).status_code == 404
