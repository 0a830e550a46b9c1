"""The rows of the order list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

GUEST = "guest"
DELETED = "deleted customer"


@dataclass(frozen=True)
class Order:
    """An order as the shop's database has it."""

    id: int
    customer_id: int | None
    cents: int


@dataclass(frozen=True)
class Row:
    """An order as the page shows it."""

    id: int
    customer: str
    cents: int


def order_rows(
    orders: Iterable[Order], fetch_names: Callable[[list[int]], dict[int, str]], most: int = 100
) -> list[Row]:
    """One row for each order, in their order, with as few calls of ``fetch_names`` as the rules allow."""
    raise NotImplementedError
