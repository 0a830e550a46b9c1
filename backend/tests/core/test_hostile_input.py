"""Input that is made to be slow, huge or unreadable is refused, by name and at once."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from tests.core.planted.models import Shelf, Thing
from vivavoce.core.hints import Hint
from vivavoce.core.parameters import whole_number

THINGS = "/api/v1/things/"
pytestmark = pytest.mark.urls("tests.core.planted.urls")


def refused(client: Client, query: str) -> list[dict[str, Any]]:
    reply = client.get(f"{THINGS}?{query}")
    assert reply.status_code == 400, reply.content
    return list(reply.json()["errors"])


def test_it_reads_a_repeated_value_once(signed_in: Client, things: list[Thing]) -> None:
    reply = signed_in.get(f"{THINGS}?mark__all={','.join(['old', 'rare'] * 200)}")
    assert [row["name"] for row in reply.json()["results"]] == ["copper kettle"]


@pytest.mark.parametrize(("parameter", "most"), [("mark__all", 20), ("mark", 200), ("size", 200)])
def test_it_refuses_too_many_values(signed_in: Client, parameter: str, most: int) -> None:
    (error,) = refused(signed_in, f"{parameter}={','.join(map(str, range(most + 1)))}")
    assert (error["parameter"], error["code"]) == (parameter, "too_many")


@pytest.mark.parametrize("size", ["0000002009999", "000000001" + "0" * 4400, "201", "0", "٣", "1\n"])
def test_it_refuses_a_page_size_by_all_of_its_digits(signed_in: Client, size: str) -> None:
    (error,) = refused(signed_in, f"page_size={quote(size)}")
    assert error["code"] == "out_of_range"


@pytest.mark.parametrize(("text", "number"), [("0000000012", 12), ("00000000012", None), ("", None), ("-1", None)])
def test_it_reads_ten_digits_at_most(text: str, number: int | None) -> None:
    assert whole_number(text) == number


def test_it_refuses_a_line_break_between_commas(signed_in: Client) -> None:
    (error,) = refused(signed_in, "mark=a%0Ab")
    assert (error["parameter"], error["code"]) == ("mark", "invalid_value")


def test_it_lists_the_first_faults_of_a_body(
    signed_in: Client, shelves: list[Shelf], monkeypatch: pytest.MonkeyPatch
) -> None:
    suggested: list[str] = []
    monkeypatch.setattr("vivavoce.core.hints.did_you_mean", lambda word, known: suggested.append(word))
    body = {"name": "x", "shelf": shelves[0].slug, **{f"nane{number}": 1 for number in range(5000)}}
    reply = signed_in.post(THINGS, body, content_type="application/json")
    problem = reply.json()
    assert reply.status_code == 400
    assert len(problem["errors"]) == len(suggested) == 20
    assert "4980 more faults are not listed" in problem["detail"]
    assert len(reply.content) < 20_000


def test_it_lists_the_first_faults_of_a_parameter(signed_in: Client, things: list[Thing]) -> None:
    assert len(refused(signed_in, f"mark={','.join(f'olt{number}' for number in range(100))}")) == 20


def test_it_suggests_when_it_is_asked() -> None:
    assert Hint("not_allowed", word="olt", allowed=["old"]).did_you_mean == "old"
