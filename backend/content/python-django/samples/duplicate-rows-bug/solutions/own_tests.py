"""Tests that catch the five wrong versions."""

from paying import Customer, Order, Row, paying_customers
from test_visible import ADA, EDSGER, GRACE, day


def test_a_page_is_cut_from_customers_and_not_from_orders():
    orders = [Order(1, "paid", day(n), 1) for n in (7, 8, 9)] + [Order(2, "paid", day(2), 1)]
    assert [row.customer for row in paying_customers([ADA, GRACE], orders, size=2)] == [ADA, GRACE]
    assert paying_customers([ADA, GRACE], orders, page=2, size=2) == []


def test_an_order_that_was_not_paid_does_not_move_its_customer():
    orders = [Order(1, "paid", day(3), 1), Order(1, "cancelled", day(20), 1), Order(2, "paid", day(4), 1)]
    rows = paying_customers([ADA, GRACE], orders)
    assert [(row.customer, row.last_paid) for row in rows] == [(GRACE, day(4)), (ADA, day(3))]


def test_what_was_not_paid_is_not_in_the_sum():
    orders = [Order(1, "paid", day(3), 500), Order(1, "refunded", day(2), 900)]
    assert paying_customers([ADA], orders) == [Row(ADA, day(3), 500)]


def test_on_the_same_day_the_name_decides_and_then_the_id():
    twin = Customer(9, "Ada")
    orders = [Order(id, "paid", day(3), 1) for id in (9, 3, 2, 1)]
    rows = paying_customers([twin, GRACE, EDSGER, ADA], orders)
    assert [row.customer for row in rows] == [ADA, twin, EDSGER, GRACE]


def test_two_people_of_one_name_are_two_rows():
    twin = Customer(9, "Ada")
    orders = [Order(1, "paid", day(3), 500), Order(9, "paid", day(4), 700)]
    assert paying_customers([ADA, twin], orders) == [Row(twin, day(4), 700), Row(ADA, day(3), 500)]
