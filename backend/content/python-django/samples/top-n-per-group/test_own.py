"""Your own tests. They must pass with your solution, and fail with each of the five wrong versions."""

from latest import latest
from test_visible import ids, order


def test_fewer_orders_than_asked_for_are_all_there():
    assert ids(latest([order(2, 1, day=4), order(1, 1, day=3)], n=3)) == {1: [2, 1]}
