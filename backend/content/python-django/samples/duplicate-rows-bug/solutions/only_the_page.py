"""The page of paying customers: a heap picks the page, and nothing is sorted that it does not show."""

import heapq
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice


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
    paid: defaultdict[int, list[Order]] = defaultdict(list)
    for order in orders:
        if order.status == "paid":
            paid[order.customer_id].append(order)
    rows = (_row(one, paid[one.id]) for one in customers if one.id in paid)
    return list(islice(heapq.nsmallest(page * size, rows, key=_place), (page - 1) * size, None))


def _row(customer: Customer, paid: list[Order]) -> Row:
    return Row(customer, max(order.placed_on for order in paid), sum(order.cents for order in paid))


def _place(row: Row):
    return (-row.last_paid.toordinal(), row.customer.name, row.customer.id)
