"""The page of paying customers: the paid orders sorted by date, and the first of each customer kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter


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
    paid = sorted((order for order in orders if order.status == "paid"), key=attrgetter("placed_on"))
    last = {order.customer_id: order.placed_on for order in paid}  # the later one overwrites
    rows = [
        Row(one, last[one.id], sum(order.cents for order in paid if order.customer_id == one.id))
        for one in sorted(customers, key=attrgetter("name", "id"))
        if one.id in last
    ]
    rows.sort(key=attrgetter("last_paid"), reverse=True)  # stable: names and ids stay in order
    return rows[(page - 1) * size : page * size]
