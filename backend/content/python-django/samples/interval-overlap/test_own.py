"""Your own tests. They must pass with your solution, and fail with each of the five wrong versions."""

import pytest
from bookings import Booking, NotABooking, conflicts
from test_visible import at


def test_a_booking_must_end_after_it_begins():
    with pytest.raises(NotABooking):
        conflicts([Booking(1, "hall", at(10), at(10))])
