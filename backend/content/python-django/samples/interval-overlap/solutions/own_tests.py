"""Tests that catch the five wrong versions."""

from datetime import timedelta, timezone

from bookings import Booking, conflicts, overlaps
from test_visible import at


def test_one_may_follow_another_at_once():
    one, next_one = Booking(1, "hall", at(14), at(16)), Booking(2, "hall", at(16), at(18))
    assert not overlaps(one, next_one)
    assert conflicts([next_one, one]) == []


def test_a_long_booking_is_in_the_way_of_each_inside_it():
    day = Booking(1, "hall", at(8), at(20))
    short = [Booking(id, "hall", at(8 + id), at(8 + id, 30)) for id in (2, 3, 4)]
    assert conflicts([*short, day]) == [(1, 2), (1, 3), (1, 4)]


def test_rooms_are_apart():
    bookings = [Booking(1, "hall", at(9), at(12)), Booking(2, "attic", at(9), at(12))]
    assert conflicts(bookings) == []
    assert not overlaps(*bookings)


def test_the_moment_counts_and_not_what_the_clock_shows():
    singapore = timezone(timedelta(hours=8))
    here = Booking(1, "hall", at(9), at(10))
    same_clock = Booking(2, "hall", at(9, zone=singapore), at(10, zone=singapore))
    same_moment = Booking(3, "hall", at(17, zone=singapore), at(18, zone=singapore))
    assert conflicts([here, same_clock, same_moment]) == [(1, 3)]


def test_what_is_cancelled_is_in_nobodys_way():
    gone, other = Booking(1, "hall", at(9), at(12), cancelled=True), Booking(2, "hall", at(9), at(12))
    assert conflicts([gone, other]) == []
    assert not overlaps(other, gone)
