"""Every operation of openapi.yaml in every role gets what the tables say; what has no line or no cell fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml
from django.conf import settings

from tests.access.asking import ROLES, Callers, all_but, scopes_of
from tests.access.tables import NO_SCOPE, Line, lines
from vivavoce.accounts import rules

Tell = Callable[[str, object], None]
LINES = lines()
TOKENS = ("token", "other token")


def offered() -> set[tuple[str, str]]:
    """Every operation that the document lists."""
    document = yaml.load(settings.OPENAPI_FILE.read_text(), yaml.CSafeLoader)
    return {(method.upper(), path) for path, methods in document["paths"].items() for method in methods}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_every_role_gets_what_the_table_says(callers: Callers, line: Line) -> None:
    got = {role: callers.ask(line, role) for role in ROLES}
    assert {role: reply.status_code for role, reply in got.items()} == {role: line.cells[role] for role in ROLES}
    for reply in got.values():
        assert reply.status_code != 401 or reply["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_a_token_with_exactly_the_scope_is_enough(callers: Callers, line: Line) -> None:
    assert callers.ask(line, "owner", scopes_of(line)).status_code == line.cells["owner"]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_a_token_with_every_other_scope_is_not(callers: Callers, line: Line) -> None:
    reply = callers.ask(line, "owner", all_but(line.scope))
    if line.scope == NO_SCOPE:
        assert reply.status_code == line.cells["owner"]
    else:
        assert (reply.status_code, reply.json()["required_scope"]) == (403, line.scope)


def test_no_operation_and_no_role_is_without_a_cell(record_property: Tell) -> None:
    assert {line.operation for line in LINES} == offered()
    assert all(set(line.cells) == set(ROLES) for line in LINES)
    assert len({line.name for line in LINES}) == len(LINES), "a line stands there twice"
    assert {line.scope for line in LINES} - {NO_SCOPE} == set(rules.SCOPES), "a scope that no operation needs"
    roles = len(ROLES) + len(TOKENS)
    cells = sum(1 for operation in offered() for role in (*ROLES, *TOKENS) if _covered(operation, role))
    everything = len(offered()) * roles
    assert cells == everything
    rows = f"{len(LINES)} lines, for rows of different kinds"
    record_property("summary", f"operations x roles covered: {len(offered())} x {roles} = {cells}, all ({rows})")


def _covered(operation: tuple[str, str], role: str) -> bool:
    return any(line.operation == operation and (role in line.cells or role in TOKENS) for line in LINES)
