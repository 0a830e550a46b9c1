"""The latest orders of each customer: all of them sorted, and of each customer the first ones taken."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice


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
    counted = [order for order in orders if not order.cancelled]
    counted.sort(key=lambda order: (order.placed_at, order.id), reverse=True)
    counted.sort(key=lambda order: order.customer_id)  # stable: within a customer they stay newest first
    grouped = groupby(counted, key=lambda order: order.customer_id)
    return {customer: list(islice(mine, n)) for customer, mine in grouped if n}
