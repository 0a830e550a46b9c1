"""Within v1 nothing is taken away: openapi.yaml against the last release's, and the comparer against planted breaks.

With a release, ``WRITE_RELEASE=1`` makes the present openapi.yaml the one to compare with.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.contract.breaking import breaks
from vivavoce.core.testing.conformance import document

RELEASED = Path(__file__).with_name("released.yaml")
APPROVED: dict[str, str] = {}
"""A line of the comparer -> why it may be, and since when it was announced. Emptied with each release."""

ITEM, LIST = "/api/v1/openings/{id}/", "/api/v1/openings/"
Change = Callable[[dict[str, Any]], object]


def released() -> dict[str, Any]:
    """The contract of the last release."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, Any] = yaml.load(RELEASED.read_text(), loader)  # noqa: S506 - both are safe loaders
    return found


def bare(node: Any) -> Any:
    """A document without words and examples: what a program meets."""
    if isinstance(node, list):
        return [bare(part) for part in node]
    if not isinstance(node, dict):
        return node
    words = {key for key in ("summary", "description") if isinstance(node.get(key), str)}
    words |= {"example"} if "schema" in node else set()
    return {key: bare(part) for key, part in node.items() if key not in words}


def test_nothing_that_was_released_is_taken_away() -> None:
    if os.environ.get("WRITE_RELEASE"):
        RELEASED.write_text(yaml.safe_dump(bare(document()), sort_keys=False, width=120))
    assert [line for line in breaks(released(), document()) if line not in APPROVED] == []


def test_nothing_is_approved_that_is_no_break() -> None:
    assert set(APPROVED) <= set(breaks(released(), document()))


def some() -> dict[str, Any]:
    """A part of openapi.yaml, to change."""
    kept = {path: document()["paths"][path] for path in (LIST, ITEM, "/api/v1/questions/")}
    return copy.deepcopy({**document(), "paths": kept})


def schemas(contract: dict[str, Any]) -> Any:
    return contract["components"]["schemas"]


def operation(contract: dict[str, Any], method: str = "get", path: str = LIST) -> Any:
    return contract["paths"][path][method]


def parameter(contract: dict[str, Any], name: str) -> Any:
    return next(one for one in operation(contract)["parameters"] if one.get("name") == name)


BREAKS: dict[str, Change] = {
    "an operation is gone": lambda new: new["paths"][ITEM].pop("delete"),
    "a path is gone": lambda new: new["paths"].pop(ITEM),
    "an operationId changed": lambda new: operation(new).update(operationId="list_openings"),
    "a parameter is gone": lambda new: operation(new)["parameters"].remove(parameter(new, "city")),
    "a parameter is required": lambda new: parameter(new, "city").update(required=True),
    "a parameter is repeated now": lambda new: parameter(new, "city").update(explode=True),
    "a new parameter is required": lambda new: operation(new)["parameters"].append(
        {"name": "year", "in": "query", "required": True, "schema": {"type": "integer"}}
    ),
    "a filter takes fewer values": lambda new: parameter(new, "remote")["schema"]["items"].update(enum=["no"]),
    "a shared parameter takes less": lambda new: new["components"]["parameters"]["PageSize"]["schema"].update(
        maximum=100
    ),
    "a member of a reply is gone": lambda new: schemas(new)["Opening"]["properties"].pop("city"),
    "a member of a reply may be missing": lambda new: schemas(new)["Opening"]["required"].remove("title"),
    "a member of a reply may be null": lambda new: schemas(new)["Opening"]["properties"]["city"].update(
        type=["string", "null"]
    ),
    "a member of a reply has another type": lambda new: schemas(new)["Opening"]["properties"]["city"].update(
        type="integer"
    ),
    "a reply has values that nobody knows": lambda new: schemas(new)["RemoteEnum"]["enum"].append("moon"),
    "a reply has another format": lambda new: schemas(new)["Opening"]["properties"]["created_at"].update(format="date"),
    "a member of a body is gone": lambda new: schemas(new)["OpeningRequest"]["properties"].pop("city"),
    "a member of a body is required": lambda new: schemas(new)["OpeningRequest"]["required"].append("city"),
    "a body takes shorter texts": lambda new: schemas(new)["OpeningRequest"]["properties"]["city"].update(maxLength=10),
    "a body takes larger numbers only": lambda new: schemas(new)["OpeningRequest"]["properties"]["salary_min"].update(
        minimum=1
    ),
    "a body takes a pattern only": lambda new: schemas(new)["OpeningRequest"]["properties"]["city"].update(
        pattern="^[A-Z]"
    ),
    "a body takes null no longer": lambda new: schemas(new)["OpeningRequest"]["properties"]["salary_min"].update(
        type="integer"
    ),
    "a body takes fewer values": lambda new: schemas(new)["RemoteEnum"]["enum"].pop(),
    "a body is required": lambda new: operation(new, "patch", ITEM)["requestBody"].update(required=True),
    "a status is gone": lambda new: operation(new, "post")["responses"].pop("201"),
    "a media type is gone": lambda new: operation(new)["responses"]["200"]["content"].pop("text/csv"),
    "a header is gone": lambda new: operation(new)["responses"]["200"]["headers"].pop("ETag"),
    "a header may be missing": lambda new: new["components"]["headers"]["X-Request-ID"].pop("required"),
    "tokens get in no longer": lambda new: operation(new)["security"].remove({"token": ["openings:read"]}),
    "another scope is needed": lambda new: operation(new)["security"][0].update(token=["openings:write"]),
    "nobody reads unknown": lambda new: operation(new, path="/api/v1/questions/")["security"].remove({}),
}
ADDITIONS: dict[str, Change] = {
    "an operation": lambda new: new["paths"].update({"/api/v1/reports/": {"get": operation(new)}}),
    "a parameter": lambda new: operation(new)["parameters"].append(
        {"name": "year", "in": "query", "schema": {"type": "integer"}}
    ),
    "a member of a reply": lambda new: schemas(new)["Opening"]["properties"].update(size={"type": "integer"}),
    "a member of a reply that is always there": lambda new: (
        schemas(new)["Opening"]["properties"].update(size={"type": "integer"}),
        schemas(new)["Opening"]["required"].append("size"),
    ),
    "a member of a body": lambda new: schemas(new)["OpeningRequest"]["properties"].update(size={"type": "integer"}),
    "a body takes longer texts": lambda new: schemas(new)["OpeningRequest"]["properties"]["city"].update(maxLength=500),
    "a status": lambda new: operation(new)["responses"].update({"451": {"description": "Unavailable"}}),
    "a media type": lambda new: operation(new)["responses"]["200"]["content"].update({"text/plain": {"schema": {}}}),
    "a filter takes more values": lambda new: parameter(new, "ordering")["schema"]["items"]["enum"].append("shoe_size"),
    "words": lambda new: operation(new).update(summary="Every opening", description="All.", tags=["jobs"]),
    "a way in": lambda new: operation(new)["security"].append({"password": []}),
}


@pytest.mark.parametrize("change", BREAKS.values(), ids=BREAKS)
def test_every_planted_break_is_caught(change: Change) -> None:
    new = some()
    change(new)
    assert breaks(some(), new)


@pytest.mark.parametrize("change", ADDITIONS.values(), ids=ADDITIONS)
def test_no_addition_is_called_a_break(change: Change) -> None:
    new = some()
    change(new)
    assert breaks(some(), new) == []


def test_nothing_breaks_when_nothing_changes() -> None:
    assert breaks(document(), document()) == []


def test_it_says_where() -> None:
    new = some()
    schemas(new)["OpeningRequest"]["properties"]["city"].update(maxLength=10)
    assert "POST /api/v1/openings/ body.city: maxLength fell" in breaks(some(), new)
