"""Which endpoints became slower: how often each millisecond occurred, so that a year takes no more memory than a day."""

import re
from collections import Counter, defaultdict
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
    return _of_counts(Counter(values), p)


def slower(
    before: Iterable[Request], after: Iterable[Request], factor: float = 2.0, least: int = 20
) -> list[Slower]:
    """The endpoints that became slower, the one that loses most time first."""
    old, new = _counts(before), _counts(after)
    found = []
    for name in set(old) & set(new):
        if min(old[name].total(), new[name].total()) >= least:
            one = Slower(name, _of_counts(old[name], 95), _of_counts(new[name], 95), new[name].total())
            found += [one] if one.after >= factor * one.before else []
    return sorted(found, key=lambda one: ((one.before - one.after) * one.requests, one.endpoint))


def _counts(requests: Iterable[Request]) -> dict[str, Counter[int]]:
    found: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for path, milliseconds in requests:
        found[endpoint(path)][milliseconds] += 1
    return found


def _of_counts(counts: Counter[int], p: int) -> int:
    if not counts:
        raise ValueError("no values have no percentile")
    left = max(-(-p * counts.total() // 100), 1)
    for value in sorted(counts):
        left -= counts[value]
        if left <= 0:
            return value
    raise AssertionError("the last value is at the last place")
