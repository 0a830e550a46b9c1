"""Every operation that is posted has its effect once for one key, whoever posts; nobody's key has any."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.access.asking import ROLES, Callers, Faults, by_word
from tests.access.bodies import body_of
from tests.access.tables import Line, lines
from tests.access.test_matrix import offered
from tests.core.test_idempotency import told
from tests.two_worlds.frozen import undone

Tell = Callable[[str, object], None]
POSTS = [line for line in lines() if line.method == "POST"]
WORDS = by_word(POSTS)
WRITES = ("INSERT", "UPDATE", "DELETE", "SELECT CORE_FORGET")
KNOWN = [role for role in ROLES if role != "anonymous"]
# They need what nobody of this world has done; tests/core/test_idempotency.py does it first.
NEVER_ANSWERED = {
    "/api/v1/demo/erase/",
    "/api/v1/attempts/{id}/reveal/",
    "/api/v1/attempts/{id}/grade/",
    "/api/v1/debriefs/{id}/decide/",
}


def ask(callers: Callers, line: Line, role: str) -> Iterator[Any]:
    """The replies to one request, sent again and again with one key."""
    path = line.address(callers.key(line)) if "{" in line.path else line.path
    body, headers = json.dumps(body_of(line, callers.world)), {"Idempotency-Key": "once"}
    while True:
        cache.clear()
        client = callers.sessions[role].client
        yield client.post(path, body, content_type="application/json", headers=headers)


@pytest.mark.parametrize("word", WORDS)
def test_the_second_has_no_effect(callers: Callers, word: str) -> None:
    faults = Faults()
    for line in WORDS[word]:
        answered = next((role for role in KNOWN if line.cells[role] < 300), "owner")
        for role in ("anonymous", answered):
            with faults.about(f"{line.name} as {role}"), undone():
                posted_twice(callers, line, role)
    faults.none()


def posted_twice(callers: Callers, line: Line, role: str) -> None:
    replies = ask(callers, line, role)
    first = next(replies)
    assert first.status_code == line.cells[role]
    with CaptureQueriesContext(connection) as asked:
        second = next(replies)
    if first.status_code < 300 and role != "anonymous":
        assert second["Idempotency-Replayed"] == "true"
        assert same(second) == same(first)
        assert [one["sql"] for one in asked if one["sql"].upper().startswith(WRITES)] == []
    else:
        assert (second.status_code, "Idempotency-Replayed" in second) == (first.status_code, False)


def same(reply: Any) -> Any:
    """All of a reply but what is shown once."""
    status, headers, content = told(reply)
    body = json.loads(content) if content else {}
    headers.pop("Content-Length")
    return status, headers, {name: value for name, value in body.items() if name not in {"secret", "link"}}


def test_no_post_is_without_a_line_that_is_answered(record_property: Tell) -> None:
    answered = {line.path for line in POSTS if any(line.cells[role] < 300 for role in KNOWN)}
    posted = {path for method, path in offered() if method == "POST"}
    assert posted - answered == NEVER_ANSWERED
    record_property("summary", f"posted twice with one key: {len(answered)} operations, each had its effect once")
