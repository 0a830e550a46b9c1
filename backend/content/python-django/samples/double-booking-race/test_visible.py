"""What a solution must do at least, and a store that somebody else can be quicker in."""

import pytest
from seats import Taken, book


class Seats:
    """Seats in memory. What stands in ``meanwhile`` happens before the next ``put`` looks at the row, once each."""

    def __init__(self, **taken):
        self.rows = {seat: (person, 1) for seat, person in taken.items()}
        self.meanwhile = []
        self.puts = 0

    def get(self, seat):
        """Who has it, and the version."""
        return self.rows.get(seat, (None, 0))

    def put(self, seat, person, version):
        """Write if the version is still the same."""
        self.puts += 1
        if self.meanwhile:
            self.meanwhile.pop(0)()
        if self.get(seat)[1] != version:
            return False
        self.change(seat, person)
        return True

    def change(self, seat, person):
        """What another process does: write, whatever stands there."""
        self.rows[seat] = (person, self.get(seat)[1] + 1)


def test_a_free_seat_is_booked():
    seats = Seats()
    book(seats, "C14", "Ada")
    assert seats.get("C14")[0] == "Ada"


def test_a_seat_that_somebody_has_is_taken():
    seats = Seats(C14="Grace")
    with pytest.raises(Taken):
        book(seats, "C14", "Ada")
    assert seats.get("C14")[0] == "Grace"


def test_seats_are_apart():
    seats = Seats(C14="Grace")
    book(seats, "C15", "Ada")
    assert [seats.get(seat)[0] for seat in ("C14", "C15")] == ["Grace", "Ada"]


def test_at_least_one_attempt_is_made():
    with pytest.raises(ValueError):
        book(Seats(), "C14", "Ada", attempts=0)
