"""Lets cancelled orders take places, and leaves them out at the end."""

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
        if n == 0:
            continue
        heap = heaps[order.customer_id]
        entry = (order.placed_at, order.id, order)  # ids differ, so no two orders are ever compared
        if len(heap) < n:
            heapq.heappush(heap, entry)
        else:
            heapq.heappushpop(heap, entry)
    found = {customer: [entry[2] for entry in sorted(heaps[customer], reverse=True)] for customer in sorted(heaps)}
    counted = {customer: [one for one in mine if not one.cancelled] for customer, mine in found.items()}
    return {customer: mine for customer, mine in counted.items() if mine}
