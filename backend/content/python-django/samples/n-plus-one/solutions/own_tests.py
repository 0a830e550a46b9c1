"""Tests that catch the five wrong versions."""

from orderlist import Order, Row, order_rows
from test_visible import Service


def test_nobody_is_asked_for_twice():
    service = Service({7: "Ada", 12: "Grace"})
    order_rows([Order(1, 7, 1), Order(2, 12, 1), Order(3, 7, 1)], service.fetch)
    assert [sorted(call) for call in service.calls] == [[7, 12]]


def test_nobody_is_asked_for_twice_over_calls_either():
    service = Service({})
    order_rows([Order(n, n % 4, 1) for n in range(40)], service.fetch, most=3)
    assert sorted(id for call in service.calls for id in call) == [0, 1, 2, 3]


def test_a_page_of_guests_makes_no_call():
    service = Service({})
    assert order_rows([Order(1, None, 5)], service.fetch) == [Row(1, "guest", 5)]
    assert order_rows([], service.fetch) == []
    assert service.calls == []


def test_no_call_names_more_than_it_may():
    service = Service({n: f"Customer {n}" for n in range(1, 8)})
    rows = order_rows([Order(n, n, 1) for n in range(1, 8)], service.fetch, most=3)
    assert [len(call) for call in service.calls] == [3, 3, 1]
    assert rows[-1].customer == "Customer 7"


def test_an_order_outlives_its_customer():
    service = Service({7: "Ada"})
    rows = order_rows([Order(1, 9, 1), Order(2, 7, 1)], service.fetch)
    assert rows == [Row(1, "deleted customer", 1), Row(2, "Ada", 1)]


def test_the_service_never_hears_of_guests():
    service = Service({7: "Ada"})
    order_rows([Order(1, None, 1), Order(2, 7, 1)], service.fetch)
    assert service.calls == [[7]]
