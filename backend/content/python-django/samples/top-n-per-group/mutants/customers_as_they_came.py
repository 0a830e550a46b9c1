"""Gives the customers in the order in which the stream named them."""

import heapq
from collections import defaultdict
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
    heaps: defaultdict[int, list[tuple[datetime, int, Order]]] = defaultdict(list)
    for order in orders:
        if order.cancelled or n == 0:
            continue
        heap = heaps[order.customer_id]
        entry = (order.placed_at, order.id, order)  # ids differ, so no two orders are ever compared
        if len(heap) < n:
            heapq.heappush(heap, entry)
        else:
            heapq.heappushpop(heap, entry)
    return {customer: [entry[2] for entry in sorted(heaps[customer], reverse=True)] for customer in heaps}
