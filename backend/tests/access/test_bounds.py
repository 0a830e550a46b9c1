"""Every operation bounds what it is sent, and says the bound: parameters, body, nesting, lists, texts."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings

from tests.access.asking import ROLES, Callers, Faults
from tests.access.bodies import body_of
from tests.access.tables import Line, lines
from tests.two_worlds.frozen import undone
from vivavoce.core.testing.conformance import document

DOCUMENT = document()
LINES = lines()
OPERATIONS = list({line.operation: line for line in reversed(LINES)}.values())
TAKES_BODY = [line for line in LINES if line.method in {"POST", "PATCH"}]
MOST_BYTES = settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema that a reference or a choice stands for; the one of an object among several."""
    while True:
        if "$ref" in schema:
            schema = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        elif choices := [one for word in ("allOf", "oneOf", "anyOf") for one in schema.get(word, ())]:
            schema = choices[0]
        else:
            return schema


def body_schema(line: Line) -> dict[str, Any] | None:
    """What an operation takes; None without a body."""
    content = DOCUMENT["paths"][line.path][line.method.lower()].get("requestBody", {}).get("content", {})
    return resolved(content["application/json"]["schema"]) if content else None


Step = tuple[str | int, ...]


def leaves(schema: dict[str, Any], path: Step = ()) -> Iterator[tuple[Step, dict[str, Any]]]:
    """Every member of a body, those inside lists at the first place, with its schema."""
    schema = resolved(schema)
    yield path, schema
    for name, inner in schema.get("properties", {}).items():
        yield from leaves(inner, (*path, name))
    if "items" in schema:
        yield from leaves(schema["items"], (*path, 0))


def kinds(schema: dict[str, Any]) -> set[str]:
    kind = schema.get("type", [])
    return {kind} if isinstance(kind, str) else set(kind)


def unbounded(schema: dict[str, Any]) -> bool:
    kind = kinds(schema)
    return (
        ("array" in kind and "maxItems" not in schema)
        or ("string" in kind and not {"maxLength", "enum", "format"} & schema.keys())
        or ("object" in kind and "properties" not in schema and "maxProperties" not in schema)
        or (not kind and "enum" not in schema)
    )


BODIES = {line.operation: schema for line in TAKES_BODY if (schema := body_schema(line))}


def test_every_list_and_text_of_a_body_has_a_bound() -> None:
    found = [
        (operation, path) for operation, schema in BODIES.items() for path, one in leaves(schema) if unbounded(one)
    ]
    assert found == []


def too_much(schema: dict[str, Any]) -> tuple[Any, int] | None:
    """A value beyond the bound of a member, and the bound."""
    if "maxItems" in schema:
        inner = resolved(schema["items"])
        one = 1 if "integer" in kinds(inner) else inner.get("enum", ["x"])[0]
        return [one] * (schema["maxItems"] + 1), schema["maxItems"]
    if "maxLength" in schema and schema.get("format") not in {"uuid", "date", "date-time"}:
        return "x" * (schema["maxLength"] + 1), schema["maxLength"]
    if "maxProperties" in schema:
        return {f"m{number}": True for number in range(schema["maxProperties"] + 1)}, schema["maxProperties"]
    return None


def placed(value: Any, path: Step, body: Any) -> Any:
    """A body with a value at a path."""
    if not path:
        return value
    if path[0] == 0:
        return [placed(value, path[1:], None)]
    members = body if isinstance(body, dict) else {}
    name = str(path[0])
    return {**members, name: placed(value, path[1:], members.get(name))}


def reachable(line: Line) -> set[int]:
    """What those get whose body is read: success, or a conflict with the state that comes after it."""
    statuses = set(line.cells.values())
    return {status for status in statuses if status < 400} or statuses & {409} or statuses


def admits(line: Line) -> bool:
    return any(status < 400 or status == 409 for status in line.cells.values())


def ask(callers: Callers, line: Line, body: bytes | str, query: str = "") -> Any:
    """As somebody who may: a refusal is then about what was sent."""
    role = next(one for one in ("owner", *ROLES) if line.cells[one] in reachable(line))
    path = line.address(callers.key(line)) if "{" in line.path else line.path
    headers = {"If-Match": "*"} if line.method in {"PATCH", "DELETE"} else {}
    client = callers.sessions[role].client
    with undone():
        return client.generic(line.method, path + query, data=body, content_type="application/json", headers=headers)


def test_an_address_has_at_most_a_hundred_parameters(callers: Callers) -> None:
    faults = Faults()
    for line in OPERATIONS:
        with faults.about(line.name):
            reply = ask(callers, line, "", f"?{'&'.join(['a=b'] * 101)}")
            assert (reply.status_code, "at most 100" in reply.json()["detail"]) == (400, True)
    faults.none()


def test_a_body_is_bounded_in_bytes_and_in_depth(callers: Callers) -> None:
    faults = Faults()
    for operation in BODIES:
        line = next(one for one in LINES if one.operation == operation and admits(one))
        with faults.about(line.name):
            large = ask(callers, line, " " * (MOST_BYTES + 1))
            assert (large.status_code, str(MOST_BYTES) in large.json()["detail"]) == (413, True)
            deep = ask(callers, line, '{"a":' * 20 + "[1]" + "}" * 20)
            assert (deep.status_code, "at most 20" in deep.json()["detail"]) == (400, True)
            bottomless = ask(callers, line, "[" * 100_000)
            assert bottomless.status_code == 400
    faults.none()


def places(pointer: str) -> set[str]:
    """Where the fault of a member is told; that of one key in a list of keys stands at the list."""
    return {pointer, pointer.removesuffix("/0")}


def says(fault: dict[str, Any], value: Any, most: int) -> bool:
    """The bound is said; a text that names something may be refused because nothing is called so."""
    return isinstance(value, str) or bool(re.search(rf"\b{most}\b", fault["detail"]))


@pytest.mark.parametrize("operation", BODIES, ids=" ".join)
def test_more_than_a_member_takes_is_refused_by_name(callers: Callers, operation: tuple[str, str]) -> None:
    faults = Faults()
    for path, schema in leaves(BODIES[operation]):
        if path and (found := too_much(schema)):
            with faults.about("".join(f"/{step}" for step in path)):
                refused_by_name(callers, operation, path, *found)
    faults.none()


def refused_by_name(callers: Callers, operation: tuple[str, str], path: Step, value: Any, most: int) -> None:
    """At one row at least: others may not take the member at all."""
    told = []
    pointer = "".join(f"/{step}" for step in path)
    for line in (one for one in LINES if one.operation == operation and admits(one)):
        body = placed(value, path, copy.deepcopy(body_of(line, callers.world)))
        reply = ask(callers, line, json.dumps(body))
        faults = [one for one in reply.json().get("errors", ()) if one.get("pointer", pointer) in places(pointer)]
        told.append((reply.status_code, [one["detail"] for one in faults] or str(reply.json())[:300]))
        if reply.status_code == 400 and any(says(one, value, most) for one in faults):
            return
    raise AssertionError(told)


def test_pages_are_bounded(callers: Callers) -> None:
    sized = [
        line
        for line in OPERATIONS
        if {"$ref": "#/components/parameters/PageSize"}
        in DOCUMENT["paths"][line.path][line.method.lower()].get("parameters", ())
    ]
    assert len(sized) > 20
    for line in sized:
        (fault,) = ask(callers, line, "", "?page_size=201").json()["errors"]
        assert (fault["parameter"], "200" in fault["detail"]) == ("page_size", True)
