"""Tests that catch the five wrong versions."""

import pytest
from seats import Busy, Taken, book
from test_visible import Seats


def test_who_was_slower_does_not_get_the_seat():
    seats = Seats()
    seats.meanwhile = [lambda: seats.change("C14", "Grace")]
    with pytest.raises(Taken):
        book(seats, "C14", "Ada")
    assert seats.get("C14")[0] == "Grace"


def test_a_change_that_leaves_the_seat_free_is_no_reason_to_give_up():
    seats = Seats()
    seats.meanwhile = [lambda: seats.change("C14", None)]
    book(seats, "C14", "Ada")
    assert seats.get("C14")[0] == "Ada"
    assert seats.puts == 2


def test_what_was_sent_twice_is_booked_once():
    seats = Seats(C14="Ada")
    book(seats, "C14", "Ada")
    assert (seats.puts, seats.rows["C14"]) == (0, ("Ada", 1))


def test_ones_own_other_request_was_quicker():
    seats = Seats()
    seats.meanwhile = [lambda: seats.change("C14", "Ada")]
    book(seats, "C14", "Ada")
    assert seats.puts == 1


@pytest.mark.parametrize("attempts", [1, 2, 5])
def test_it_gives_up_after_as_many_attempts_as_it_may_make(attempts):
    seats = Seats()
    seats.meanwhile = [lambda: seats.change("C14", None)] * 9
    with pytest.raises(Busy):
        book(seats, "C14", "Ada", attempts=attempts)
    assert seats.puts == attempts
    assert seats.get("C14")[0] is None
