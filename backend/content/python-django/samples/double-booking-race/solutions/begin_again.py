"""Gives a seat to one person, however many ask at once: one attempt, and the rest of them if it failed."""

from typing import Protocol


class Store(Protocol):
    """Where seats are kept; many processes write to it at once."""

    def get(self, seat: str) -> tuple[str | None, int]:
        """Who has the seat, None when it is free, and the version of its row."""

    def put(self, seat: str, person: str, version: int) -> bool:
        """Give the seat to somebody if its row still has this version; False, and no change, if it has another."""


class Taken(Exception):
    """Somebody else has the seat."""


class Busy(Exception):
    """The row changed at every attempt; the caller may try again later."""


def book(store: Store, seat: str, person: str, attempts: int = 3) -> None:
    """Give the seat to the person; raises ``Taken`` or ``Busy``."""
    if attempts < 1:
        raise ValueError("attempts begin at 1")
    match store.get(seat):
        case None, version if store.put(seat, person, version):
            return
        case None, _ if attempts == 1:
            raise Busy(seat)
        case None, _:
            book(store, seat, person, attempts - 1)
        case owner, _ if owner != person:
            raise Taken(seat)
