"""Every operation of openapi.yaml in every role gets what the tables say; what has no line or no cell fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.access.asking import ROLES, Callers, Faults, by_word
from tests.access.statements import written
from tests.access.tables import NO_SCOPE, lines
from vivavoce.accounts import rules
from vivavoce.core.testing.conformance import document

Tell = Callable[[str, object], None]
LINES = lines()
WORDS = by_word(LINES)
TOKENS = ("token", "other token")


def offered() -> set[tuple[str, str]]:
    """Every operation that the document lists."""
    return {(method.upper(), path) for path, methods in document()["paths"].items() for method in methods}


@pytest.mark.parametrize("word", WORDS)
def test_every_role_gets_what_the_table_says_and_a_read_writes_nothing(callers: Callers, word: str) -> None:
    faults = Faults()
    for line in WORDS[word]:
        for role in ROLES:
            with faults.about(f"{line.name} as {role}"), written() as statements:
                reply = callers.ask(line, role)
                assert reply.status_code == line.cells[role]
                assert reply.status_code != 401 or reply["WWW-Authenticate"].startswith("Bearer")
                assert line.method != "GET" or statements == []
    faults.none()


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
