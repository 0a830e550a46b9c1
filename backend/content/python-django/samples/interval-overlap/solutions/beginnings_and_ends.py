"""Bookings that are in each other's way: all beginnings and ends in one order of time, and who is inside."""

from collections import defaultdict
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
    together = max(one.start, other.start) < min(one.end, other.end)
    return together and one.room == other.room and not (one.cancelled or other.cancelled)


def conflicts(bookings: Iterable[Booking]) -> list[tuple[int, int]]:
    """Every pair of ids that are in each other's way, in order."""
    moments: list[tuple[datetime, bool, int, str]] = []
    for booking in bookings:
        if None in (booking.start.utcoffset(), booking.end.utcoffset()) or booking.end <= booking.start:
            raise NotABooking(f"booking {booking.id}")
        if not booking.cancelled:
            # False sorts before True: at one moment who leaves is out before who comes is in.
            moments += [(booking.end, False, booking.id, booking.room), (booking.start, True, booking.id, booking.room)]
    inside: defaultdict[str, set[int]] = defaultdict(set)
    found = []
    for _, begins, id, room in sorted(moments):
        if begins:
            found += [(min(id, other), max(id, other)) for other in inside[room]]
            inside[room].add(id)
        else:
            inside[room].remove(id)
    return sorted(found)
