"""The page of paying customers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


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
    raise NotImplementedError
