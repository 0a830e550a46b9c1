"""Your own tests. They must pass with your solution, and fail with each of the five wrong versions."""

import pytest
from seats import Taken, book
from test_visible import Seats


def test_a_taken_seat_is_not_written_to():
    seats = Seats(C14="Grace")
    with pytest.raises(Taken):
        book(seats, "C14", "Ada")
    assert seats.puts == 0
