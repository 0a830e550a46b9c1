"""Tests that catch the five wrong versions."""

from triage import endpoint, percentile, slower


def week(**milliseconds):
    """A hundred requests of each endpoint."""
    return [(f"/{name}/", ms) for name, ms in milliseconds.items() for _ in range(100)]


def test_the_rank_is_rounded_up_and_counted_from_one():
    assert percentile(range(1, 101), 95) == 95
    assert percentile(range(1, 22), 95) == 20
    assert percentile([5, 1], 50) == 1


def test_parameters_belong_to_no_endpoint():
    assert endpoint("/orders/?page=2") == "/orders/"
    before = [(f"/orders/?page={n}", 100) for n in range(30)]
    assert [one.requests for one in slower(before, [(path, 500) for path, _ in before])] == [30]


def test_digits_inside_a_word_are_no_id():
    assert endpoint("/api/v1/orders/7") == "/api/v1/orders/<id>"


def test_just_twice_as_slow_is_slower():
    assert [one.after for one in slower(week(cart=100), week(cart=200))] == [200]
    assert slower(week(cart=100), week(cart=199)) == []


def test_few_requests_in_either_week_say_nothing():
    few, many = [("/cart/", 100)] * 19, [("/cart/", 900)] * 100
    assert slower(few, many) == []
    assert slower([("/cart/", 100)] * 100, [("/cart/", 900)] * 19) == []
    assert len(slower(few, many, least=19)) == 1


def test_worst_is_where_most_time_is_lost():
    before = week(cart=100, search=10)
    after = [("/cart/", 300)] * 400 + [("/search/", 100)] * 100
    assert [one.endpoint for one in slower(before, after)] == ["/cart/", "/search/"]


def test_equals_come_by_name():
    assert [one.endpoint for one in slower(week(b=10, a=10), week(b=90, a=90))] == ["/a/", "/b/"]
