"""Scopes: each alone opens exactly the operations that name it, and no token grants more than its owner has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.access.asking import Callers, Faults, all_but, scopes_of
from tests.access.tables import NO_SCOPE, Line, lines
from vivavoce.accounts import rules

Tell = Callable[[str, object], None]
LINES = lines()
FIRST = list({line.operation: line for line in LINES}.values())
"""One line for each operation: what is asked before any row is looked for needs no more."""
WATCHED = ("stranger", "member", "root", "observer", "candidate")


@pytest.mark.parametrize("scope", rules.SCOPES)
def test_a_scope_alone_opens_what_names_it(callers: Callers, scope: str) -> None:
    faults = Faults()
    for line in FIRST:
        with faults.about(line.name):
            reply = callers.ask(line, "owner", (scope,))
            if line.scope in {scope, NO_SCOPE}:
                assert reply.status_code == line.cells["owner"]
            else:
                assert (reply.status_code, reply.json().get("required_scope")) == (403, line.scope)
    faults.none()


def test_it_does_so_at_rows_of_every_kind(callers: Callers) -> None:
    faults = Faults()
    for line in (line for line in LINES if line not in FIRST):
        with faults.about(line.name):
            assert callers.ask(line, "owner", scopes_of(line)).status_code == line.cells["owner"]
    faults.none()


def test_every_other_scope_together_does_not(callers: Callers) -> None:
    faults = Faults()
    for line in FIRST:
        with faults.about(line.name):
            reply = callers.ask(line, "owner", all_but(line.scope))
            if line.scope == NO_SCOPE:
                assert reply.status_code == line.cells["owner"]
            else:
                assert (reply.status_code, reply.json()["required_scope"]) == (403, line.scope)
    faults.none()


def test_no_token_grants_more_than_its_owner_has(callers: Callers) -> None:
    faults = Faults()
    for line in strictest():
        for role in less(line):
            with faults.about(f"{line.name} as {role}"):
                assert callers.ask(line, role, tuple(rules.SCOPES)).status_code == line.cells[role]
    faults.none()


def less(line: Line) -> list[str]:
    """Who of the watched does not get what the owner gets."""
    return [role for role in WATCHED if line.cells[role] != line.cells["owner"]]


def strictest() -> list[Line]:
    """Of every operation the line that keeps the most out."""
    return list({line.operation: line for line in sorted(LINES, key=lambda line: len(less(line)))}.values())


def test_the_loop_is_whole(record_property: Tell) -> None:
    tried = len(FIRST) * len(rules.SCOPES)
    record_property("summary", f"operations x scopes tried alone: {len(FIRST)} x {len(rules.SCOPES)} = {tried}")
    assert {line.operation for line in FIRST} == {line.operation for line in LINES}
    asked = {(line.method in {"GET", "HEAD"}, line.scope.partition(":")[2]) for line in LINES if line.scope != NO_SCOPE}
    assert asked == {(True, "read"), (False, "write")}, "a read needs a scope to read, a write one to write"
