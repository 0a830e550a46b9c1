"""Leaves out what became slower by just the factor."""

import re
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
    return re.sub(r"(?<=/)[0-9]+(?=/|$)", "<id>", path.partition("?")[0])


def percentile(values: Sequence[int], p: int) -> int:
    """The nearest rank of ``p`` among values in any order."""
    if not values:
        raise ValueError("no values have no percentile")
    place = -(-p * len(values) // 100)  # rounded up in whole numbers: 0.95 has no exact float
    return sorted(values)[max(place, 1) - 1]


def slower(
    before: Iterable[Request], after: Iterable[Request], factor: float = 2.0, least: int = 20
) -> list[Slower]:
    """The endpoints that became slower, the one that loses most time first."""
    old, new = _by_endpoint(before), _by_endpoint(after)
    found = []
    for name in old.keys() & new.keys():
        if len(old[name]) < least or len(new[name]) < least:
            continue
        then, now = percentile(old[name], 95), percentile(new[name], 95)
        if now > factor * then:
            found.append(Slower(name, then, now, len(new[name])))
    return sorted(found, key=lambda one: (-(one.after - one.before) * one.requests, one.endpoint))


def _by_endpoint(requests: Iterable[Request]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for path, milliseconds in requests:
        found[endpoint(path)].append(milliseconds)
    return found
