"""Keeps one row of each name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Customer:
    """Somebody with an account."""

    id: int
    name: str


@dataclass(frozen=True)
class Order:
    """What somebody ordered, whatever became of it."""

    customer_id: int
    status: str
    placed_on: date
    cents: int


@dataclass(frozen=True)
class Row:
    """A line of the page."""

    customer: Customer
    last_paid: date
    cents: int


def paying_customers(
    customers: Iterable[Customer], orders: Iterable[Order], page: int = 1, size: int = 20
) -> list[Row]:
    """The customers of one page, each once, those who paid last first."""
    if page < 1 or size < 1:
        raise ValueError("pages and their size begin at 1")
    last_paid: dict[int, date] = {}
    cents: dict[int, int] = {}
    for order in orders:
        known = order.customer_id
        if order.status == "paid":
            last_paid[known] = max(last_paid.get(known, order.placed_on), order.placed_on)
            cents[known] = cents.get(known, 0) + order.cents
    rows = [Row(one, last_paid[one.id], cents[one.id]) for one in customers if one.id in last_paid]
    rows.sort(key=lambda row: (-row.last_paid.toordinal(), row.customer.name, row.customer.id))
    rows = list({row.customer.name: row for row in reversed(rows)}.values())[::-1]
    return rows[(page - 1) * size : page * size]
