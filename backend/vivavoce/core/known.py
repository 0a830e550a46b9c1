"""Whom the database takes for the one who asks: row-level security decides by it, until the transaction ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def acting_as(person_id: str) -> Iterator[None]:
    """One transaction in which the database knows who asks; afterwards it knows what it knew before."""
    with transaction.atomic():
        before = known()
        let_know(person_id)
        yield
        let_know(before)


def known() -> str:
    """Whom the database takes for the one who asks; empty for nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('vivavoce.person', true)")
        row = cursor.fetchone()
    return str(row[0] or "") if row else ""


def let_know(person_id: str) -> None:
    """Tell the database who asks, until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('vivavoce.person', %s, true)", [person_id])
