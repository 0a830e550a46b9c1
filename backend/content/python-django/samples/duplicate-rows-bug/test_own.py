"""Your own tests. They must pass with your solution, and fail with each of the five wrong versions."""

from paying import Order, paying_customers
from test_visible import ADA, GRACE, day


def test_an_order_of_somebody_unknown_does_not_matter():
    orders = [Order(99, "paid", day(8), 900), Order(1, "paid", day(3), 500)]
    assert [row.customer for row in paying_customers([ADA, GRACE], orders)] == [ADA]
