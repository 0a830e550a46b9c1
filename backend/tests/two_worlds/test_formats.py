"""Every list says the same in every format: to one who may not know as to one who may."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.two_worlds import Ask, Request
from tests.two_worlds.asking import document
from tests.two_worlds.worlds import Ground, world
from vivavoce.core.formats.tables import FORMULA

LISTS = [one for one in document().operations if one.is_read and "text/csv" in one.formats]
READERS = ("Vera", "Sara", "Lea", "nobody")
"""Who has not submitted; who has, and reads a colleague's card; who leads; who is not signed in."""
EMPTY_FOR_VERA = {"/api/v1/colleagues/"}


def read(ask: Ask, path: str, accept: str = "application/json") -> bytes:
    reply = ask(Request("", "GET", path, headers=(("Accept", accept),)))
    assert reply.status == 200, f"{path}: {reply.body.decode()[:300]}"
    assert reply.header("Content-Type").startswith(accept)
    return reply.body


def paged(ask: Ask, path: str) -> Iterator[dict[str, Any]]:
    onward: str | None = path
    while onward:
        page = json.loads(read(ask, onward))
        yield from page["results"]
        onward = page["next"]


def plain(value: Any) -> str:
    """What a cell says, from what JSON says: written down a second time, on purpose."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and not any(isinstance(one, (dict, list)) or one is None for one in value):
        return "; ".join(plain(one) for one in value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def key(value: Any) -> Any:
    return value.get("slug", value.get("name", value.get("id"))) if is_related(value) else value


def is_related(value: Any) -> bool:
    return isinstance(value, dict) and {"id", "url"} <= value.keys()


def told(row: dict[str, Any], column: str, expanded: str = "") -> str:
    """What the cell of a column says of a row."""
    if column in row:
        value = row[column]
        if column != expanded:
            value = [key(one) for one in value] if isinstance(value, list) else key(value)
        return plain(value)
    owner, _, member = column.partition(".")
    return "" if row[owner] is None else told(row[owner], member)


def unquoted(text: str) -> str:
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


@pytest.fixture
def sessions(ground: Ground) -> Iterator[Any]:
    with world(ground, "yes", *READERS)() as found:
        yield found


def test_every_list_is_asked() -> None:
    assert len(LISTS) >= 19
    listed = {one.path for one in document().operations if any(p.name == "page_size" for p in one.parameters)}
    assert {one.path for one in LISTS} == listed


def test_streams_say_what_pages_say(sessions: dict[str, Ask], record_property: Any) -> None:
    counted = dict.fromkeys(READERS, 0)
    for operation in LISTS:
        for who in READERS:
            if sessions[who](Request("", "GET", operation.path)).status == 401:
                assert who == "nobody"
                continue
            ask, path = sessions[who], operation.path
            rows = list(paged(ask, f"{path}?page_size=2"))
            lines = read(ask, path, "application/x-ndjson").splitlines()
            assert [json.loads(line) for line in lines] == rows, f"{who}: {path}"
            check_table(read(ask, path, "text/csv"), rows, f"{who}: {path}")
            counted[who] += len(rows)
            assert rows or who != "Vera" or path in EMPTY_FOR_VERA, f"give Vera a row of {path}"
    said = ", ".join(f"{who} {number}" for who, number in counted.items())
    record_property("summary", f"streams = pages: {len(LISTS)} lists; rows of {said}")


def check_table(text: bytes, rows: list[dict[str, Any]], where: str, expanded: str = "") -> None:
    head, *lines = csv.reader(io.StringIO(text.decode(), newline=""), strict=True)
    assert len(lines) == len(rows), where
    for row, line in zip(rows, lines, strict=True):
        assert {column.partition(".")[0] for column in head} == row.keys(), where
        for column, cell in zip(head, line, strict=True):
            assert unquoted(cell) == told(row, column, expanded), f"{where} {column}"


def test_a_stream_shows_a_colleagues_card_only_to_who_has_submitted(sessions: dict[str, Ask], ground: Ground) -> None:
    path = f"/api/v1/scorecards/?interview={ground.tables['own'].pk}"
    secret = ground.cards["own", "Carl"].encode()
    for kind in ("application/x-ndjson", "text/csv"):
        assert secret in read(sessions["Sara"], path, kind)
        seen = read(sessions["Vera"], path, kind)
        assert ground.cards["own", "Vera"].encode() in seen
        assert secret not in seen
        assert not re.search(rb"luminous|woeful", seen)


def test_what_is_chosen_is_shown(sessions: dict[str, Ask]) -> None:
    chosen = {
        "/api/v1/questions/": [
            "expand=category&fields=slug,category,topics",
            "expand=answers&fields=slug,answers",
            "omit=answers&ordering=-number&level=mid",
        ],
        "/api/v1/applications/": ["expand=opening&fields=id,opening", "side=candidate"],
        "/api/v1/interviews/": [
            "fields=id,application,starts_at&expand=application",
            "ordering=-starts_at&purpose=mock",
        ],
    }
    for path, queries in chosen.items():
        for query in queries:
            rows = list(paged(sessions["Vera"], f"{path}?{query}&page_size=1"))
            lines = read(sessions["Vera"], f"{path}?{query}", "application/x-ndjson").splitlines()
            assert rows
            assert [json.loads(line) for line in lines] == rows
            check_table(
                read(sessions["Vera"], f"{path}?{query}", "text/csv"),
                rows,
                f"{path}?{query}",
                "answers" * ("expand=answers" in query),
            )
