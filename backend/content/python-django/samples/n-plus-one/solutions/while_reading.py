"""The rows of the order list, asked for while the orders are read: never more than ``most`` names are outstanding."""

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
    rows: list[Row] = []
    names: dict[int | None, str] = {None: GUEST}
    waiting: list[Order] = []
    unknown: dict[int, None] = {}
    for order in orders:
        waiting.append(order)
        if order.customer_id is not None and order.customer_id not in names:
            unknown[order.customer_id] = None
        if len(unknown) == most:
            _ask(unknown, names, fetch_names)
            rows += _shown(waiting, names)
    if unknown:
        _ask(unknown, names, fetch_names)
    return rows + _shown(waiting, names)


def _ask(unknown, names, fetch_names) -> None:
    found = fetch_names(list(unknown))
    names.update((id, found.get(id, DELETED)) for id in unknown)  # who is gone is not asked for again
    unknown.clear()


def _shown(waiting, names) -> list[Row]:
    rows = [Row(order.id, names[order.customer_id], order.cents) for order in waiting]
    waiting.clear()
    return rows
