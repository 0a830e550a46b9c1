"""Your own tests. They must pass with your solution, and fail with each of the five wrong versions."""

from orderlist import Order, order_rows
from test_visible import Service


def test_a_customer_with_two_orders_is_named_twice():
    service = Service({7: "Ada"})
    rows = order_rows([Order(1, 7, 500), Order(2, 7, 900)], service.fetch)
    assert [row.customer for row in rows] == ["Ada", "Ada"]
