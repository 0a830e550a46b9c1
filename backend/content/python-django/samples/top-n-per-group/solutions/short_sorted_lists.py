"""The latest orders of each customer, from a stream: a list of ``n`` for each, kept in order by insertion."""

from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Order:
    """An order of a customer."""

    id: int
    customer_id: int
    placed_at: datetime
    cancelled: bool = False


def latest(orders: Iterable[Order], n: int = 3) -> dict[int, list[Order]]:
    """By customer, in ascending order, the latest ``n`` orders that were not cancelled, newest first."""
    if n < 0:
        raise ValueError("n is at least 0")
    kept: dict[int, list[Order]] = {}
    for order in orders:
        if not order.cancelled and n:
            mine = kept.setdefault(order.customer_id, [])
            insort(mine, order, key=_age)
            del mine[:-n]
    return {customer: kept[customer][::-1] for customer in sorted(kept)}


def _age(order: Order):
    return order.placed_at, order.id
