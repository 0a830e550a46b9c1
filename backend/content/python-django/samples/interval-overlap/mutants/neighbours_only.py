"""Compares each booking with the one before it only."""

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
    if one.cancelled or other.cancelled or one.room != other.room:
        return False
    return one.start < other.end and other.start < one.end


def conflicts(bookings: Iterable[Booking]) -> list[tuple[int, int]]:
    """Every pair of ids that are in each other's way, in order."""
    rooms: defaultdict[str, list[Booking]] = defaultdict(list)
    for booking in bookings:
        _check(booking)
        if not booking.cancelled:
            rooms[booking.room].append(booking)
    found = []
    for booked in rooms.values():
        running: list[Booking] = []
        for booking in sorted(booked, key=lambda one: one.start):
            running = [one for one in running if one.end > booking.start]
            found += [(min(one.id, booking.id), max(one.id, booking.id)) for one in running]
            running = [booking]
    return sorted(found)


def _check(booking: Booking) -> None:
    if booking.start.utcoffset() is None or booking.end.utcoffset() is None or booking.end <= booking.start:
        raise NotABooking(f"booking {booking.id}")
