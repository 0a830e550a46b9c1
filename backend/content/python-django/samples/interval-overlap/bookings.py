"""Bookings that are in each other's way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


class NotABooking(ValueError):
    """A booking that ends before it begins, or whose times have no time zone."""


@dataclass(frozen=True)
class Booking:
    """A room, from ``start`` until just before ``end``."""

    id: int
    room: str
    start: datetime
    end: datetime
    cancelled: bool = False


def overlaps(one: Booking, other: Booking) -> bool:
    """True when both cannot take place."""
    raise NotImplementedError


def conflicts(bookings: Iterable[Booking]) -> list[tuple[int, int]]:
    """Every pair of ids that are in each other's way, in order."""
    raise NotImplementedError
