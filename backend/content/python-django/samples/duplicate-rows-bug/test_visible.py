"""What a solution must do at least."""

from datetime import date

import pytest
from paying import Customer, Order, Row, paying_customers

ADA, GRACE, EDSGER = Customer(1, "Ada"), Customer(2, "Grace"), Customer(3, "Edsger")


def day(number):
    """A day in November."""
    return date(2026, 11, number)


def test_a_customer_with_three_paid_orders_is_one_row():
    orders = [Order(1, "paid", day(3), 500), Order(1, "paid", day(9), 700), Order(1, "paid", day(5), 100)]
    assert paying_customers([ADA], orders) == [Row(ADA, day(9), 1300)]


def test_who_paid_last_comes_first():
    orders = [Order(1, "paid", day(3), 500), Order(2, "paid", day(4), 500)]
    assert [row.customer for row in paying_customers([ADA, GRACE], orders)] == [GRACE, ADA]


def test_who_did_not_pay_is_not_there():
    orders = [Order(1, "paid", day(3), 500), Order(2, "cancelled", day(4), 500)]
    assert [row.customer for row in paying_customers([ADA, GRACE, EDSGER], orders)] == [ADA]


def test_pages_begin_at_one():
    orders = [Order(n, "paid", day(n), 500) for n in (1, 2, 3)]
    pages = [paying_customers([ADA, GRACE, EDSGER], orders, page=page, size=2) for page in (1, 2, 3)]
    assert [[row.customer for row in rows] for rows in pages] == [[EDSGER, GRACE], [ADA], []]
    with pytest.raises(ValueError):
        paying_customers([ADA], orders, page=0)
