"""The latest orders of each customer, from a stream."""

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
    raise NotImplementedError
