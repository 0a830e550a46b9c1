"""Which endpoints became slower from one week to the next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Request = tuple[str, int]
"""The path and the milliseconds."""


@dataclass(frozen=True)
class Slower:
    """An endpoint, its 95th percentile before and after, and how many requests it had after."""

    endpoint: str
    before: int
    after: int
    requests: int


def endpoint(path: str) -> str:
    """The endpoint that a path belongs to: without its ids and without what follows a question mark."""
    raise NotImplementedError


def percentile(values: Sequence[int], p: int) -> int:
    """The nearest rank of ``p`` among values in any order."""
    raise NotImplementedError


def slower(
    before: Iterable[Request], after: Iterable[Request], factor: float = 2.0, least: int = 20
) -> list[Slower]:
    """The endpoints that became slower, the one that loses most time first."""
    raise NotImplementedError
