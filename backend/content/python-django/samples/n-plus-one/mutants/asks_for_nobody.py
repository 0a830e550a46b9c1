"""Makes a call although there is nobody to ask for."""

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
    orders = list(orders)
    wanted = list(dict.fromkeys(order.customer_id for order in orders if order.customer_id is not None))
    names: dict[int | None, str] = {None: GUEST}
    for first in range(0, max(len(wanted), 1), most):
        names.update(fetch_names(wanted[first : first + most]))
    return [Row(order.id, names.get(order.customer_id, DELETED), order.cents) for order in orders]
