"""A read writes nothing: no row, no lock, no counter; only when a token was last used, at most once a minute."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from tests.access.asking import ROLES, Callers, scopes_of
from tests.access.tables import Line, lines

READS = [line for line in lines() if line.method == "GET"]
WRITE = re.compile(r"\b(INSERT|UPDATE|DELETE|MERGE|TRUNCATE|LOCK|nextval|setval|pg_(try_)?advisory\w+)\b")
LAST_USE = re.compile(r'UPDATE "accounts_token" SET "last_used_at" = \S+ WHERE "accounts_token"."id" = \S+')


def statements(act: Callable[[], Any]) -> list[str]:
    """What reached the database."""
    seen: list[str] = []

    def note(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        seen.append(str(sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        act()
    return seen


@pytest.mark.parametrize("line", READS, ids=lambda line: line.name)
def test_a_read_writes_nothing(callers: Callers, line: Line) -> None:
    for role in ROLES:
        assert [sql for sql in statements(lambda who=role: callers.ask(line, who)) if WRITE.search(sql)] == []  # type: ignore[misc]  # a default
    with_token = statements(lambda: callers.ask(line, "owner", scopes_of(line)))
    written = [sql for sql in with_token if WRITE.search(sql)]
    assert len(written) <= 1
    assert all(LAST_USE.fullmatch(sql) for sql in written)


def test_it_sees_writes(callers: Callers) -> None:
    (line,) = (line for line in lines() if line.name == "POST /api/v1/openings/")
    assert [sql for sql in statements(lambda: callers.ask(line, "owner")) if WRITE.search(sql)] != []
