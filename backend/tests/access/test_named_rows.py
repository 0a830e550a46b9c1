"""Naming another's row in a body or a filter is like naming none: for every member and parameter that takes a key."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any
from uuid import uuid4

from tests.access.two_states import request, shown, told_apart
from tests.access.world import NOW, World
from tests.two_worlds import Request
from tests.two_worlds.asking import document
from tests.two_worlds.operations import Operation

Tell = Callable[[str, object], None]
Base = Callable[[World], dict[str, Any]]
Pointer = tuple[str, ...]

PUBLIC = {"criterion", "category", "quality"}
"""Members that name vocabulary, which is everybody's."""
OWN: dict[str, str] = {
    "applications": "application",
    "openings": "opening",
    "attempts": "attempt",
    "scorecards": "card",
    "interviews": "tracked",
}
"""Of the stranger's own rows, which one an address means."""

NAMES = {"asked": "question"}
"""Parameters that do not say what they name."""
EVIDENCE = {"criterion": "modelling", "kind": "said", "text": "Said so."}
BASES: dict[str, Base] = {
    "POST /api/v1/applications/": lambda _: {"panel": [{}]},
    "PATCH /api/v1/applications/{id}/": lambda _: {"panel": [{}]},
    "POST /api/v1/attempts/": lambda _: {"question": "question-1"},
    "PATCH /api/v1/attempts/{id}/": lambda _: {},
    "POST /api/v1/interviews/": lambda _: {"participants": [{"name": "Ivo"}]},
    "PATCH /api/v1/interviews/{id}/": lambda _: {"participants": [{"name": "Ivo"}]},
    "POST /api/v1/interviews/start-now/": lambda _: {"purpose": "mock", "kit": "talk-60", "participants": [{}]},
    "POST /api/v1/interviews/{interview}/retrospective/": lambda _: {"asked": [{"prompt": "Why?"}]},
    "PATCH /api/v1/interviews/{interview}/retrospective/": lambda _: {"asked": [{"prompt": "Why?"}]},
    "POST /api/v1/interview-items/": lambda world: {"interview": world.own["mock"], "question": "question-4"},
    "POST /api/v1/invitations/": lambda _: {"role": "interviewer"},
    "POST /api/v1/practice-sessions/": lambda _: {"question": ["question-4"]},
    "POST /api/v1/practice/claim/": lambda _: {
        "attempts": [{"id": str(uuid4()), "question": "question-0", "state": "drafting"}],
        "reviews": [{"id": str(uuid4()), "question": "question-4", "grade": "good", "reviewed_at": NOW.isoformat()}],
    },
    "POST /api/v1/reviews/": lambda _: {"question": "question-4", "grade": "good"},
    "POST /api/v1/scorecards/": lambda _: {"evidence": [EVIDENCE], "marks": [{"heard": []}]},
    "PATCH /api/v1/scorecards/{id}/": lambda _: {"evidence": [EVIDENCE]},
    "POST /api/v1/scorecards/{id}/revise/": lambda _: {"evidence": [EVIDENCE]},
}
"""What the stranger may send, but for the member that is tried."""


def keys(world: World, operation: str, member: str) -> list[str]:
    """The keys that others' rows have, by the member that names them."""
    word = operation.removeprefix("POST /api/v1/").removeprefix("PATCH /api/v1/").partition("/")[0]
    ids = {
        "attempts": [world.key("attempts")],
        "reviews": [world.key("reviews")],
        "practice": [world.key("attempts"), world.key("reviews")],
        "scorecards": [world.words["evidence"]],
    }
    return {
        "interview": [key for row, key in world.rows.items() if row.startswith("interviews@")],
        "application": [world.key("applications"), world.key("applications", "hiring")],
        "opening": [world.key("openings"), world.key("openings", "hiring")],
        "item": [world.key("interview-items", "running"), world.key("interview-items", "mock")],
        "attempt": [world.key("attempts")],
        "session": [world.key("practice-sessions")],
        "person": [world.words["person"]],
        "question": [*_slugs(world, "questions"), world.words["id of 106"], world.words["id of 107"]],
        "kit": [*_slugs(world, "kits"), world.words["id of the kit"]],
        "id": ids.get(word, []),
    }[member]


def _slugs(world: World, word: str) -> list[str]:
    return [world.key(word, "draft"), world.key(word, "hiring")]


def pointers(schema: Any, so_far: Pointer = ()) -> Iterator[Pointer]:
    """The members of a body that take a key."""
    for part in [*schema.get("oneOf", ()), *schema.get("anyOf", ()), *schema.get("allOf", ())]:
        yield from pointers(part, so_far)
    for name, inner in schema.get("properties", {}).items():
        yield from pointers(inner, (*so_far, name))
    if isinstance(schema.get("items"), dict):
        yield from pointers(schema["items"], (*so_far, "0"))
    if so_far and (schema.get("format") == "uuid" or "Id or slug" in schema.get("description", "")):
        yield so_far


def writes() -> list[tuple[Operation, Pointer]]:
    """Every member of every body that takes a key of rows that may be private; of a list of bodies, those of one."""
    found = {
        (operation, pointer[1:] if pointer[0] == "0" else pointer)
        for operation in document().operations
        if operation.body is not None and not operation.is_read
        for pointer in pointers(operation.body)
    }
    return sorted(((one, way) for one, way in found if member_of(way) not in PUBLIC), key=str)


def member_of(pointer: Pointer) -> str:
    """The name of the member; a list of keys has that of the list."""
    return next(step for step in reversed(pointer) if step != "0")


def with_key(body: dict[str, Any], pointer: Pointer, key: str) -> dict[str, Any]:
    """The body with a key in that place."""
    body = copy.deepcopy(body)
    place: Any = body
    for step, after in pairwise(pointer):
        empty: Any = [{}] if after == "0" else {}
        place = place[int(step)] if isinstance(place, list) else place.setdefault(step, empty)
    last = pointer[-1]
    place[int(last) if isinstance(place, list) else last] = key
    return body


def bodies(world: World, _: str) -> Iterator[Request]:
    for operation, pointer in writes():
        word = operation.path.removeprefix("/api/v1/").partition("/")[0]
        own = world.own.get(OWN.get(word, ""), "")
        path = operation.path.replace("{id}", own).replace("{interview}", own)
        for key in keys(world, str(operation), member_of(pointer)):
            body = with_key(BASES[str(operation)](world), pointer, key)
            about = "/".join(pointer)
            yield request(operation.method, path, body, of=str(operation), about=about, If_Match="*")
            if operation.method == "POST" and "{" not in operation.path:
                yield request("POST", path, [body], of=str(operation), about=f"{about}, in a list")
    secret = world.words["secret"]
    yield request("POST", "/api/v1/invitations/accept/", {"secret": secret[:-1]}, of="a secret that is nearly right")


def test_no_member_of_a_body_tells_another_s_row_from_none(ground: World, record_property: Tell) -> None:
    found, asked = told_apart(ground, bodies, "stranger")
    assert not shown(found), "\n".join(["", *shown(found)])
    named = {(str(operation), pointer) for operation, pointer in writes()}
    told = f"{len(named)} members of {len({one for one, _ in named})} bodies, {len(asked)} requests in 2 states"
    record_property("summary", f"naming another's row in a body is like naming none: {told}, {len(found)} differences")


def filters(world: World, _: str) -> Iterator[Request]:
    """Of every list each parameter that takes an id with all hidden ids, each that takes a text with hidden words."""
    hidden = list(world.rows.items())
    ids = ",".join(key for _, key in hidden if key.count("-") == 4) + "," + world.words["person"]
    for operation in document().operations:
        if operation.method != "GET" or "{" in operation.path:
            continue
        for one in operation.parameters:
            item = one.schema.get("items", one.schema)
            if one.where != "query" or item.get("enum") or one.name == "cursor":
                continue
            if item.get("format") == "uuid":
                yield request("GET", f"{operation.path}?{one.name}={ids}", of=operation.path, about=one.name)
            elif item.get("type") == "string" and "format" not in item:
                for word in hidden_words(world, operation, one.name):
                    yield request("GET", f"{operation.path}?{one.name}={word}", of=operation.path, about=one.name)


def hidden_words(world: World, operation: Operation, parameter: str) -> list[str]:
    """What a parameter that takes a text could find: the slugs of rows that may be private, else a word of them."""
    name = parameter.partition("__")[0]
    word = operation.path.split("/")[3] if name == "slug" else f"{NAMES.get(name, name)}s"
    return [key for row, key in world.rows.items() if row in {f"{word}@draft", f"{word}@hiring"}] or ["Velvet"]


def test_no_filter_tells_another_s_row_from_none(ground: World, record_property: Tell) -> None:
    found, asked = told_apart(ground, filters, "stranger")
    assert not shown(found), "\n".join(["", *shown(found)])
    parameters = {(one.operation, one.parameter) for one, _ in asked}
    told = f"{len(parameters)} parameters, {len(asked)} requests in 2 states, {len(found)} differences"
    record_property("summary", f"filtering by another's row is like filtering by none: {told}")
    assert {reply.status for _, reply in asked} <= {200, 400, 403}
