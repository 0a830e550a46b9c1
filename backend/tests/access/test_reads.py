"""A read with a token writes only when the token was last used, at most once a minute.

That reads with a session write nothing at all, the matrix tests for every operation and role.
"""

from __future__ import annotations

import re

from tests.access.asking import Callers, Faults, scopes_of
from tests.access.statements import written
from tests.access.tables import lines

READS = [line for line in lines() if line.method == "GET"]
LAST_USE = re.compile(r'UPDATE "accounts_token" SET "last_used_at" = \S+ WHERE "accounts_token"."id" = \S+')


def test_a_read_writes_but_when_a_token_was_used(callers: Callers) -> None:
    faults = Faults()
    for line in READS:
        with faults.about(line.name), written() as statements:
            assert callers.ask(line, "owner", scopes_of(line)).status_code == line.cells["owner"]
            assert len(statements) <= 1
            assert all(LAST_USE.fullmatch(sql) for sql in statements)
    faults.none()


def test_it_sees_writes(callers: Callers) -> None:
    (line,) = (line for line in lines() if line.name == "POST /api/v1/openings/")
    with written() as statements:
        callers.ask(line, "owner")
    assert statements != []
