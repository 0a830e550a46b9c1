"""What a solution must do at least."""

from datetime import datetime, timezone

import pytest
from latest import Order, latest


def order(id, customer, day, hour=12, cancelled=False):
    """An order in November."""
    return Order(id, customer, datetime(2026, 11, day, hour, tzinfo=timezone.utc), cancelled)


def ids(found):
    """The result, with ids in place of orders."""
    return {customer: [one.id for one in orders] for customer, orders in found.items()}


def test_each_customer_has_their_latest_newest_first():
    orders = [order(5, 1, day=9), order(4, 1, day=7), order(3, 2, day=6), order(2, 1, day=5), order(1, 1, day=3)]
    assert ids(latest(orders)) == {1: [5, 4, 2], 2: [3]}


def test_the_stream_may_be_a_generator():
    assert ids(latest((order(n, 1, day=n) for n in (4, 3, 2, 1)), n=2)) == {1: [4, 3]}


def test_who_only_cancelled_is_not_there():
    assert latest([order(1, 1, day=3, cancelled=True)]) == {}


def test_a_negative_number_is_refused():
    with pytest.raises(ValueError):
        latest([], n=-1)
