"""Which endpoints became slower: a heap finds the 95th percentile among the slowest twentieth, without a sort."""

import heapq
from collections import defaultdict
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
    segments = path.split("?", 1)[0].split("/")
    return "/".join("<id>" if part.isascii() and part.isdigit() else part for part in segments)


def percentile(values: Sequence[int], p: int) -> int:
    """The nearest rank of ``p`` among values in any order."""
    if not values:
        raise ValueError("no values have no percentile")
    place = max(-(-p * len(values) // 100), 1)
    return heapq.nlargest(len(values) - place + 1, values)[-1]


def slower(
    before: Iterable[Request], after: Iterable[Request], factor: float = 2.0, least: int = 20
) -> list[Slower]:
    """The endpoints that became slower, the one that loses most time first."""
    weeks: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for number, requests in enumerate((before, after)):
        for path, milliseconds in requests:
            weeks[endpoint(path)][number].append(milliseconds)
    compared = (
        Slower(name, percentile(old, 95), percentile(new, 95), len(new))
        for name, (old, new) in weeks.items()
        if min(len(old), len(new)) >= max(least, 1)
    )
    found = [one for one in compared if one.after >= factor * one.before]
    return sorted(found, key=lambda one: ((one.before - one.after) * one.requests, one.endpoint))
