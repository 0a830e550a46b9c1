"""The second wall: the database hides cards by itself, whatever the code in front of it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pytest
from django.db import connection

from tests.two_worlds import Ask, Operation, Reply, Request, Worlds, audits
from tests.two_worlds.asking import Asking, document, first_word
from tests.two_worlds.worlds import SECRETS, Ground, both, world
from vivavoce.interviews import blindness
from vivavoce.interviews.models import Interview

Tell = Callable[[str, object], None]
TABLES = ("scorecard", "privatenote", "rating", "evidence", "scorecardrevision")
READERS = {
    "Carl": ("its own interviewer", (1, 1, 8, 8, 1)),
    "Sara": ("one who has submitted", (1, 0, 8, 8, 1)),
    "Vera": ("one with a draft", (0, 0, 0, 0, 0)),
    "Root": ("a superuser", (0, 0, 0, 0, 0)),
    "nobody": ("nobody", (0, 0, 0, 0, 0)),
}


def heard_in(worlds: Worlds, bodies: list[bytes]) -> Worlds:
    """The same worlds; every reply's body is kept."""

    def listening(ask: Ask) -> Ask:
        def asked(request: Request) -> Reply:
            reply = ask(request)
            bodies.append(reply.body)
            return reply

        return asked

    @contextmanager
    def opened() -> Iterator[Mapping[str, Ask]]:
        with worlds() as sessions:
            yield {name: listening(ask) for name, ask in sessions.items()}

    return opened


def test_without_the_first_wall_the_second_holds(
    ground: Ground, monkeypatch: pytest.MonkeyPatch, record_property: Tell
) -> None:
    everything = Interview.objects.filter(purpose__in=blindness.HELD_HERE).annotate(table=blindness.TABLE)
    monkeypatch.setattr(blindness, "open_to", lambda person: everything.all())
    bodies: list[bytes] = []

    def of_cards(operation: Operation) -> bool:
        return first_word(operation) in {"scorecards", "debriefs", "interviews"} and operation.is_read

    first, second = (heard_in(worlds, bodies) for worlds in both(ground, "Vera"))
    report = audits(document(), {"Vera": Asking(ground, "Vera").project(of_cards, near=0)}, first, second)["Vera"]
    record_property("summary", f"two worlds, without the first wall: {report}")
    assert [str(one) for one in report.found] == []
    assert b'"is_open":true' in b"".join(bodies), "the first wall stands"
    asked_for = {word.encode() for word in SECRETS.values()}
    assert not [body for body in bodies for word in asked_for if word in body]


def test_a_raw_query_reads_what_the_policy_allows(ground: Ground, record_property: Tell) -> None:
    card = ground.cards["own", "Carl"]
    found = {}
    with world(ground, "yes")():
        for name in READERS:
            with blindness.acting_as(ground.people.get(name)), connection.cursor() as cursor:
                found[name] = tuple(_rows(cursor, table, card) for table in TABLES)
    for name, rows in found.items():
        told = ", ".join(f"{count} {table}" for count, table in zip(rows, TABLES, strict=True))
        record_property("summary", f"rows of a colleague's card in SQL, {READERS[name][0]}: {told}")
    assert found == {name: rows for name, (_, rows) in READERS.items()}


def _rows(cursor: object, table: str, card: str) -> int:
    column = "id" if table == "scorecard" else "scorecard_id"
    cursor.execute(f"SELECT count(*) FROM interviews_{table} WHERE {column} = %s", [card])  # type: ignore[attr-defined]  # noqa: S608 - our own names
    return int(cursor.fetchone()[0])  # type: ignore[attr-defined]  # a cursor
