"""The audit itself, against a toy: it asks for everything that the document lists, and it finds what is planted."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from tests.two_worlds import Ask, Document, NoValue, Operation, Project, Reply, Report, Vocabulary, audit, audits
from tests.two_worlds.compare import differences
from tests.two_worlds.operations import Builder, Request
from tests.two_worlds.toy import DOCUMENT, LEAKS, Toy, world
from tests.two_worlds.values import body_of, values_of


def bodies(operation: Operation) -> list[Any]:
    return [{"title": "Talk"}, {"other": 1}]


PROJECT = Project(
    addresses=lambda operation: [{"id": "1"}],
    bodies=bodies,
    words={"q": ["brilliant", "poor"]},
)


def report(leak: str = "", *, depth: int = 4) -> Report:
    project = replace(PROJECT, depth=lambda operation: depth)
    return audit(Document(DOCUMENT), project, world("yes", leak), world("no", leak))


def test_worlds_that_look_the_same_have_no_differences() -> None:
    found = report()
    assert found.found == []
    assert str(found).startswith("3 operations x ")
    assert "0 differences" in str(found)
    assert (found.crashes, found.never_read, found.never_accepted) == ([], [], [])


@pytest.mark.parametrize("leak", LEAKS)
def test_each_way_of_telling_is_found(leak: str) -> None:
    found = report(leak)
    assert found.found
    assert "yes" in str(found.found[0]) or leak == "status"


def test_a_shallow_audit_asks_less_and_still_tries_every_parameter() -> None:
    depths = [report(depth=depth) for depth in range(5)]
    assert sorted({one.requests for one in depths}) == [one.requests for one in depths]
    assert depths[1].parameters == depths[4].parameters
    assert report("second page", depth=2).found
    assert report("an order", depth=2).found
    assert report("one value of a list", depth=3).found


def test_several_viewpoints_share_the_worlds() -> None:
    projects = {"friend": PROJECT, "stranger": replace(PROJECT, concerns=lambda operation: operation.is_read)}

    @contextmanager
    def opened(judgement: str) -> Iterator[dict[str, Ask]]:
        yield {"friend": Toy(judgement, "body"), "stranger": Toy("")}

    found = audits(Document(DOCUMENT), projects, lambda: opened("yes"), lambda: opened("no"))
    assert found["friend"].found
    assert found["stranger"].found == []
    assert "PATCH /talks/{id}/" not in found["stranger"].operations


def test_every_parameter_and_format_of_the_document_is_tried() -> None:
    tried = report().parameters
    listed = [one["name"] for one in DOCUMENT["paths"]["/talks/"]["get"]["parameters"]]
    assert {name for operation, name in tried if operation == "GET /talks/"} == {*listed, "Accept", "page"}  # followed


def test_a_new_operation_joins_by_itself() -> None:
    document = copy.deepcopy(DOCUMENT)
    document["paths"]["/new/"] = {"get": {"responses": {"200": {"content": {"application/json": {}}}}}}
    found = audit(Document(document), PROJECT, world("yes"), world("no"))
    assert "GET /new/" in found.operations


@pytest.mark.parametrize(
    "parameter",
    [
        {"name": "odd", "in": "query", "schema": {"type": "object"}},
        {"name": "code", "in": "query", "schema": {"type": "string", "pattern": "^[A-Z]{3}-[0-9]+$"}},
        {"name": "size", "in": "query", "schema": {"type": "integer", "minimum": 2**33, "maximum": 2}},
        {"name": "taste", "in": "cookie", "schema": {"type": "string"}},
        {"name": "other", "in": "path", "schema": {"type": "string"}},
    ],
    ids=lambda one: one["name"],
)
def test_a_parameter_for_which_no_value_can_be_made_fails(parameter: dict[str, Any]) -> None:
    document = copy.deepcopy(DOCUMENT)
    path = "/talks/{other}/" if parameter["in"] == "path" else "/talks/new/"
    document["paths"][path] = {"get": {"parameters": [parameter], "responses": {}}}
    with pytest.raises(NoValue):
        audit(Document(document), PROJECT, world("yes"), world("no"))


def test_an_address_that_nobody_names_fails() -> None:
    alone = {"/talks/{id}/": DOCUMENT["paths"]["/talks/{id}/"]}
    with pytest.raises(NoValue, match="name at least one address"):
        audit(Document({**DOCUMENT, "paths": alone}), Project(), world("yes"), world("no"))


def test_rows_that_a_list_shows_are_addresses() -> None:
    found = audit(Document(DOCUMENT), Project(), world("yes", "tag"), world("no", "tag"))
    assert "/talks/1/" in {difference.request.path for difference in found.found}


def test_what_was_only_ever_refused_is_told() -> None:
    refused = Report()
    request = Request("GET /talks/", "GET", "/talks/?level=x", parameter="level")
    refused.note(request, Reply(400, (), b""), Reply(400, (), b""))
    refused.note(Request("POST /talks/", "POST", "/talks/"), Reply(500, (), b""), Reply(500, (), b""))
    assert refused.never_read == ["GET /talks/"]
    assert refused.never_accepted == ["GET /talks/?level"]
    assert refused.crashes == ["POST /talks/"]


def test_only_reasoned_headers_may_differ_and_their_order_may_not() -> None:
    request = Request("GET /", "GET", "/")
    one = Reply(200, (("Date", "1"), ("A", "1"), ("B", "1")), b"")
    assert differences(request, one, Reply(200, (("Date", "2"), ("A", "1"), ("B", "1")), b"")) == []
    assert differences(request, one, Reply(200, (("Date", "1"), ("B", "1"), ("A", "1")), b""))
    assert differences(request, one, Reply(200, (("Date", "1"), ("A", "1"), ("B", "2")), b""))


def test_a_difference_shows_what_is_around_it() -> None:
    found = differences(Request("GET /", "GET", "/"), Reply(200, (), b"x" * 200 + b"yes"), Reply(200, (), b"x" * 200))
    assert "yes" in str(found[0])


@pytest.mark.parametrize(
    ("schema", "values"),
    [
        ({"type": "boolean"}, ["true", "false"]),
        ({"type": "integer", "minimum": 1, "maximum": 4}, ["3", "1", "4", "2"]),
        ({"type": "array", "items": {"enum": ["a", "b"]}}, ["a", "b"]),
        ({"anyOf": [{"const": "a"}, {"type": "boolean"}]}, ["a", "true", "false"]),
        ({"type": "string", "pattern": "[^0-9]"}, ["2026-01-02T03:04:05Z", "example"]),
        ({"type": "string", "format": "date"}, ["2026-01-02", "2026-06-15"]),
        ({"type": "string", "format": "date-time"}, ["2026-01-02T03:04:05Z", "2026-06-15T12:00:00Z"]),
    ],
)
def test_values_come_from_the_schema_and_from_what_was_heard(schema: dict[str, Any], values: list[str]) -> None:
    heard = Vocabulary()
    heard.hear("/", b'{"size": [3, "2026-01-02T03:04:05Z"]}', "")
    assert values_of("size__gte", schema, heard) == values


def test_a_body_has_every_member_of_its_schema() -> None:
    part = {"type": "object", "properties": {"n": {"type": ["integer", "null"], "minimum": 2}}}
    schema = {"type": "object", "properties": {"parts": {"type": "array", "items": part}, "on": {"type": "boolean"}}}
    assert body_of(schema, Vocabulary()) == {"parts": [{"n": 2}], "on": True}


def test_an_entity_tag_is_used_at_its_address_and_below() -> None:
    heard = Vocabulary()
    heard.hear("/talks/1/", b"{}", '"7"')
    document = copy.deepcopy(DOCUMENT)
    close = {"parameters": [{"name": "If-Match", "in": "header", "schema": {"type": "string"}}], "responses": {}}
    document["paths"] = {"/talks/{id}/close/": {"post": close, "parameters": [{"name": "id", "in": "path"}]}}
    builder = Builder(Document(document).operations[0], {"id": "1"}, heard)
    sent = [dict(request.headers).get("If-Match") for request in builder.variants(None, depth=4)]
    assert sent == ['"7"', '"another"', "*"]
