"""Scopes: each alone opens exactly the operations that name it, and no token grants more than its owner has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.access.asking import Callers
from tests.access.tables import NO_SCOPE, Line, lines
from vivavoce.accounts import rules

Tell = Callable[[str, object], None]
LINES = lines()
FIRST = list({line.operation: line for line in LINES}.values())
"""One line for each operation: what is asked before any row is looked for needs no more."""
WATCHED = ("stranger", "member", "root", "observer", "candidate")


@pytest.mark.parametrize("line", FIRST, ids=lambda line: line.name)
def test_each_scope_alone_opens_what_names_it(callers: Callers, line: Line) -> None:
    for scope in rules.SCOPES:
        reply = callers.ask(line, "owner", (scope,))
        if line.scope in {scope, NO_SCOPE}:
            assert reply.status_code == line.cells["owner"], scope
        else:
            assert (reply.status_code, reply.json().get("required_scope")) == (403, line.scope), scope


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_no_token_grants_more_than_its_owner_has(callers: Callers, line: Line) -> None:
    less = [role for role in WATCHED if line.cells[role] != line.cells["owner"]]
    got = {role: callers.ask(line, role, tuple(rules.SCOPES)).status_code for role in less}
    assert got == {role: line.cells[role] for role in less}


def test_the_loop_is_whole(record_property: Tell) -> None:
    tried = len(FIRST) * len(rules.SCOPES)
    record_property("summary", f"operations x scopes tried alone: {len(FIRST)} x {len(rules.SCOPES)} = {tried}")
    assert {line.operation for line in FIRST} == {line.operation for line in LINES}
    asked = {(line.method in {"GET", "HEAD"}, line.scope.partition(":")[2]) for line in LINES if line.scope != NO_SCOPE}
    assert asked == {(True, "read"), (False, "write")}, "a read needs a scope to read, a write one to write"
