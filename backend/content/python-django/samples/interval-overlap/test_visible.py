"""What a solution must do at least."""

from datetime import datetime, timezone

import pytest
from bookings import Booking, NotABooking, conflicts, overlaps


def at(hour, minute=0, zone=timezone.utc):
    """A time on the fourth of December."""
    return datetime(2026, 12, 4, hour, minute, tzinfo=zone)


def test_a_party_inside_another_is_in_its_way():
    one, other = Booking(1, "hall", at(14), at(18)), Booking(2, "hall", at(15), at(16))
    assert overlaps(one, other)
    assert overlaps(other, one)


def test_parties_on_their_own_are_fine():
    assert not overlaps(Booking(1, "hall", at(9), at(10)), Booking(2, "hall", at(15), at(16)))


def test_pairs_have_the_smaller_id_first_and_come_in_order():
    bookings = [
        Booking(9, "attic", at(15), at(17)),
        Booking(4, "attic", at(16), at(18)),
        Booking(2, "hall", at(10), at(12)),
        Booking(3, "hall", at(8), at(11)),
    ]
    assert conflicts(bookings) == [(2, 3), (4, 9)]


def test_a_booking_without_a_time_zone_is_none():
    with pytest.raises(NotABooking):
        conflicts([Booking(1, "hall", datetime(2026, 12, 4, 9), datetime(2026, 12, 4, 10))])


def test_no_bookings_have_no_conflicts():
    assert conflicts([]) == []
