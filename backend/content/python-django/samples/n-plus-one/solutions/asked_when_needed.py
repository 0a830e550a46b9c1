"""The rows of the order list, with a dictionary that fetches a whole batch when the first of its names is needed."""

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


class Names(dict):
    """Names by id; a missing one is fetched together with the next ones that nobody asked for yet."""

    def __init__(self, ids, fetch_names, most):
        super().__init__({None: GUEST})
        self.pending = list(dict.fromkeys(id for id in ids if id is not None))[::-1]
        self.fetch_names = fetch_names
        self.most = most

    def __missing__(self, id):
        """Fetch; the ids come in the order in which the rows need them, so that this one is in the next batch."""
        batch = [self.pending.pop() for _ in range(min(self.most, len(self.pending)))]
        found = self.fetch_names(batch)
        self.update((one, found.get(one, DELETED)) for one in batch)
        return self[id]


def order_rows(
    orders: Iterable[Order], fetch_names: Callable[[list[int]], dict[int, str]], most: int = 100
) -> list[Row]:
    """One row for each order, in their order, with as few calls of ``fetch_names`` as the rules allow."""
    orders = list(orders)
    names = Names((order.customer_id for order in orders), fetch_names, most)
    return [Row(order.id, names[order.customer_id], order.cents) for order in orders]
