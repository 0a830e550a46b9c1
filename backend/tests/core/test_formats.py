"""``format`` and ``Accept``; lists as CSV and NDJSON."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.core.planted.models import Shelf, Thing
from tests.core.test_failures import problem
from vivavoce.accounts.models import Person
from vivavoce.core.formats import tables
from vivavoce.core.pagination import LARGEST_PAGE

pytestmark = pytest.mark.urls("tests.core.planted.urls")
THINGS = "/api/v1/things/"
NDJSON = "application/x-ndjson"


def test_a_list_is_a_stream_of_rows(signed_in: Client, things: list[Thing]) -> None:
    for query, headers in (("?format=ndjson", {}), ("", {"Accept": NDJSON}), ("?format=ndjson", {"Accept": "a/b"})):
        reply: Any = signed_in.get(f"{THINGS}{query}", headers=headers)
        assert reply.status_code == 200
        assert reply.streaming
        found = [json.loads(line) for line in reply.getvalue().splitlines()]
        assert found == signed_in.get(THINGS).json()["results"]
        assert "Accept" in reply["Vary"]
        assert reply["Cache-Control"] == "no-store"
        assert reply["Content-Type"] == f"{NDJSON}; charset=utf-8"
        assert not reply.has_header("ETag")


def test_a_list_is_a_table(signed_in: Client, things: list[Thing]) -> None:
    reply: Any = signed_in.get(f"{THINGS}?format=csv&fields=name,size,state,bought_at,shelf,marks")
    assert reply["Content-Type"] == "text/csv; charset=utf-8"
    assert reply["Content-Disposition"] == 'attachment; filename="things.csv"'
    assert reply.getvalue().decode() == (
        "name,size,state,bought_at,shelf,marks\r\n"
        "copper kettle,3,new,,top,old; rare\r\n"
        "lamp,2,used,,low,old\r\n"
        "spoon,1,used,,low,\r\n"
    )


def test_what_is_expanded_has_columns_of_its_own(signed_in: Client, things: list[Thing]) -> None:
    reply: Any = signed_in.get(f"{THINGS}?format=csv&fields=name,shelf,marks&expand=shelf,marks&name=lamp")
    (row,) = csv.DictReader(io.StringIO(reply.getvalue().decode(), newline=""))
    assert [name for name in row if name.startswith("shelf")] == [
        "shelf.id", "shelf.url", "shelf.slug", "shelf.name", "shelf.created_at", "shelf.updated_at",
    ]  # fmt: skip
    assert row["shelf.name"] == "Low shelf"
    assert [mark["slug"] for mark in json.loads(row["marks"])] == ["old"]


def test_an_empty_list_has_a_header_row_or_nothing(signed_in: Client) -> None:
    streams: list[Any] = [signed_in.get(f"{THINGS}?fields=id,size&format={word}") for word in ("csv", "ndjson")]
    assert [one.getvalue() for one in streams] == [b"id,size\r\n", b""]


@pytest.mark.parametrize("word", ["csv", "ndjson"])
@pytest.mark.parametrize("parameter", ["cursor=x", "page_size=5", "facets=state", "pretty"])
def test_a_stream_has_no_pages_and_says_so(signed_in: Client, word: str, parameter: str) -> None:
    found = problem(signed_in.get(f"{THINGS}?format={word}&{parameter}"), 400)
    said = [one for one in found["errors"] if one["code"] == "not_with_format"]
    assert [one["parameter"] for one in said] == [parameter.partition("=")[0]]
    assert said[0]["detail"].startswith(f"{word.upper()} holds all rows that the filters leave, without pages")


@pytest.mark.parametrize(("word", "near"), [("xml", None), ("cvs", "csv"), ("jsonl", "json"), ("", None)])
def test_an_unknown_format_is_refused(signed_in: Client, word: str, near: str | None) -> None:
    (error,) = problem(signed_in.get(f"{THINGS}?format={word}"), 400)["errors"]
    assert (error["parameter"], error["code"], error["allowed"]) == ("format", "not_allowed", ["json", "csv", "ndjson"])
    assert error.get("did_you_mean") == near


def test_two_formats_are_refused(signed_in: Client) -> None:
    for query in ("format=csv&format=json", "format=csv,json"):
        (error,) = problem(signed_in.get(f"{THINGS}?{query}"), 400)["errors"]
        assert (error["parameter"], error["code"]) == ("format", "repeated")


def test_what_is_not_offered_is_not_acceptable(signed_in: Client, things: list[Thing]) -> None:
    assert problem(signed_in.get(THINGS, headers={"Accept": "application/xml"}), 406)["code"] == "not_acceptable"
    detail = f"{THINGS}{things[0].pk}/"
    problem(signed_in.get(detail, headers={"Accept": "text/csv"}), 406)
    assert problem(signed_in.get(f"{detail}?format=csv"), 400)["errors"][0]["allowed"] == ["json"]
    assert signed_in.get(f"{detail}?format=json", headers={"Accept": "text/html"}).status_code == 200
    problem(signed_in.post(f"{THINGS}?format=json", {}, content_type="application/json"), 400)


def test_a_browser_reads_json(signed_in: Client, things: list[Thing]) -> None:
    accepted = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    reply = signed_in.get(THINGS, headers={"Accept": accepted})
    assert reply["Content-Type"] == "application/json"
    assert b"\n  " in reply.content


def test_errors_are_problems_in_every_format(signed_in: Client, client: Client) -> None:
    problem(signed_in.get(f"{THINGS}?format=csv&nonsense=1"), 400)
    problem(Client().get(f"{THINGS}?format=ndjson"), 401)


def test_head_says_what_get_would(signed_in: Client, things: list[Thing]) -> None:
    whole: Any = signed_in.get(f"{THINGS}?format=csv")
    head: Any = signed_in.head(f"{THINGS}?format=csv")
    volatile = {"X-Request-ID"}
    assert {k: v for k, v in head.items() if k not in volatile} == {k: v for k, v in whole.items() if k not in volatile}
    assert head.getvalue() == b""


def test_a_stream_walks_a_search_as_pages_do(
    signed_in: Client, things: list[Thing], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vivavoce.core.pagination.COUNTED", 2)
    monkeypatch.setattr("vivavoce.core.pagination.LARGEST_PAGE", 1)
    reply: Any = signed_in.get(f"{THINGS}?q=p&format=ndjson")
    assert [json.loads(line)["name"] for line in reply.getvalue().splitlines()] == ["copper kettle", "lamp"]


def test_each_page_costs_the_same(signed_in: Client, person: Person, shelves: list[Shelf]) -> None:
    def asked(number: int) -> int:
        Thing.objects.all().delete()
        Thing.objects.bulk_create(Thing(owner=person, name=f"thing {n:04}", shelf=shelves[0]) for n in range(number))
        reply: Any = signed_in.get(f"{THINGS}?format=ndjson")
        with CaptureQueriesContext(connection) as captured:  # the view has read the first page already
            assert reply.getvalue().count(b"\n") == number
        return len(captured)

    costs = [asked(pages * LARGEST_PAGE) for pages in (1, 2, 4)]
    assert costs[0] == 0
    assert costs[2] == 3 * costs[1] > 0


def test_rows_that_come_and_go_meanwhile_neither_double_nor_hide_others(
    signed_in: Client, person: Person, shelves: list[Shelf]
) -> None:
    Thing.objects.bulk_create(Thing(owner=person, name=f"{n:04}", shelf=shelves[0]) for n in range(LARGEST_PAGE + 10))
    reply: Any = signed_in.get(f"{THINGS}?format=ndjson&fields=name")
    first, rest = next(reply.streaming_content), reply.streaming_content
    Thing.objects.filter(name="0003").delete()
    Thing.objects.create(owner=person, name="0000 late", shelf=shelves[0])
    names = [json.loads(line)["name"] for line in (first + b"".join(rest)).splitlines()]
    assert names == [f"{n:04}" for n in range(LARGEST_PAGE + 10)]


def test_what_breaks_at_once_is_a_problem(
    signed_in: Client, things: list[Thing], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> bytes:
        raise RuntimeError

    monkeypatch.setattr(tables.CSVRenderer, "rows", fails)
    signed_in.raise_request_exception = False
    problem(signed_in.get(f"{THINGS}?format=csv"), 500)


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv, */*", "text/csv"),
        ("text/*", "text/csv"),
        ("text/csv; charset=utf-8", "text/csv"),
        ("application/json; charset=utf-8", "application/json"),
        ("application/json;q=0.4, text/csv;q=0.5", "text/csv"),
        ("text/csv;q=0.1, application/*", "application/json"),
        ("application/json;q=0.1, */*", "text/csv"),
        ("application/json;q=0, */*;q=0.5", "text/csv"),
        ("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "application/json"),
    ],
)
def test_the_format_that_is_liked_best(signed_in: Client, accept: str, kind: str) -> None:
    reply = signed_in.get(THINGS, headers={"Accept": accept})
    assert reply.status_code == 200
    assert reply["Content-Type"].partition(";")[0] == kind


@pytest.mark.parametrize("accept", ["text/csv;q=0", "json", "image/png", "*/*;q=0"])
def test_a_format_that_nobody_has_is_not_chosen(signed_in: Client, accept: str) -> None:
    problem(signed_in.get(THINGS, headers={"Accept": accept}), 406)


HOSTILE = st.text(st.sampled_from("=+-@\t\r\n'\",; \uff1d\uff0b\uff0d\uff20\u2028\x00ab1é"), max_size=12) | st.text()


@given(st.lists(st.tuples(HOSTILE, HOSTILE), max_size=4))
def test_no_cell_is_a_formula_and_every_text_comes_back(rows: list[tuple[str, str]]) -> None:
    usable = [[one.encode(errors="ignore").decode() for one in row] for row in rows]
    text = tables.lines([[tables.cell(one) for one in row] for row in usable]).decode()
    found = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert not [one for row in found for one in row if one[:1] in set("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")]
    assert [[taken_back(one) for one in row] for row in found] == usable


def taken_back(cell: str) -> str:
    """One apostrophe off, where it stands before what would be a formula."""
    return cell[1:] if cell.startswith("'") and tables.FORMULA.match(cell) else cell


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (True, "true"), (False, "false"), (0, "0"), (-5, "-5"), (0.5, "0.5"), ("-5", "'-5"),
        (["a", "b"], "a; b"), ([], ""), (["=1", 2], "'=1; 2"), ([True], "true"),
        ({"a": "é"}, '{"a":"é"}'), ([{"a": 1}], '[{"a":1}]'), ("'tis", "'tis"), ("'=1", "''=1"),
        (" =1", "' =1"), ("\ufeff=1", "'\ufeff=1"), ("\xa0+1", "'\xa0+1"), (" a", " a"), ("a =1", "a =1"),
    ],
)  # fmt: skip
def test_a_value_as_a_cell(value: object, text: str) -> None:
    assert tables.cell(value) == text
