"""What a solution must do at least."""

import pytest
from triage import Slower, endpoint, percentile, slower


def test_ids_do_not_make_endpoints():
    assert endpoint("/orders/17/items/3/") == "/orders/<id>/items/<id>/"
    assert endpoint("/orders/") == "/orders/"


def test_a_percentile_is_one_of_the_values():
    assert percentile([3], 95) == 3
    assert percentile([7] * 40, 95) == 7
    assert percentile([30, 10, 20], 50) == 20
    with pytest.raises(ValueError):
        percentile([], 95)


def test_what_became_three_times_slower_is_found():
    before = [("/orders/1/", 100)] * 30 + [("/cart/", 50)] * 30
    after = [("/orders/2/", 300)] * 30 + [("/cart/", 50)] * 30
    assert slower(before, after) == [Slower("/orders/<id>/", 100, 300, 30)]


def test_a_single_slow_request_among_many_is_nothing():
    week = [("/cart/", 50)] * 99
    assert slower([*week, ("/cart/", 50)], [*week, ("/cart/", 9000)]) == []


def test_a_new_endpoint_became_nothing():
    assert slower([], [("/new/", 900)] * 30) == []
