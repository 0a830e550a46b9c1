"""Tests that catch the five wrong versions."""

from latest import latest
from test_visible import ids, order


def test_at_one_moment_the_higher_id_is_later():
    orders = [order(3, 1, day=4), order(9, 1, day=4), order(5, 1, day=4)]
    assert ids(latest(orders, n=2)) == {1: [9, 5]}


def test_cancelled_orders_hide_no_others():
    orders = [order(n, 1, day=20 + n, cancelled=True) for n in (1, 2, 3)] + [order(4, 1, day=2)]
    assert ids(latest(orders, n=3)) == {1: [4]}


def test_the_stream_comes_in_any_order():
    orders = [order(n, 1, day=n) for n in (3, 9, 1, 7, 5)]
    assert ids(latest(orders, n=3)) == {1: [9, 7, 5]}


def test_the_time_of_day_counts():
    orders = [order(7, 1, day=4, hour=8), order(5, 1, day=4, hour=20)]
    assert ids(latest(orders, n=1)) == {1: [5]}


def test_none_asked_for_is_nobody():
    assert latest([order(1, 1, day=3)], n=0) == {}


def test_customers_are_in_ascending_order():
    assert list(latest([order(1, 30, day=1), order(2, 4, day=2), order(3, 11, day=3)])) == [4, 11, 30]
