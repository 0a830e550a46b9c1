"""Bookings that are in each other's way: every pair of every room, compared."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations


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
    if one.cancelled or other.cancelled or one.room != other.room:
        return False
    return one.start < other.end and other.start < one.end


def conflicts(bookings: Iterable[Booking]) -> list[tuple[int, int]]:
    """Every pair of ids that are in each other's way, in order."""
    rooms: defaultdict[str, list[Booking]] = defaultdict(list)
    for booking in bookings:
        if None in (booking.start.utcoffset(), booking.end.utcoffset()) or booking.end <= booking.start:
            raise NotABooking(f"booking {booking.id}")
        rooms[booking.room].append(booking)
    return sorted(
        (min(one.id, other.id), max(one.id, other.id))
        for booked in rooms.values()
        for one, other in combinations(booked, 2)
        if overlaps(one, other)
    )
