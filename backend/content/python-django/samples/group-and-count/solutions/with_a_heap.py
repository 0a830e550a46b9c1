"""Which products sold most, by department: counters, and a heap of ``top`` in place of a sort of everything."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable


def parse(line: str) -> tuple[str, str, int] | None:
    """The department in lower case, the product and the pieces; None for a line that says no such thing."""
    fields = [field.strip() for field in line.split(";")]
    if len(fields) != 3 or not all(fields):
        return None
    try:
        return fields[0].lower(), fields[1], int(fields[2])
    except ValueError:
        return None


def best_sellers(lines: Iterable[str], top: int = 3) -> dict[str, list[tuple[str, int]]]:
    """For each department, in alphabetical order, at most ``top`` products with their pieces, the most first."""
    sold: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        if found := parse(line):
            sold[found[0]][found[1]] += found[2]
    result = {}
    for department in sorted(sold):
        # The smallest by (-pieces, name) are the best; nsmallest keeps only ``top`` of them in memory.
        remaining = ((-pieces, product) for product, pieces in sold[department].items() if pieces > 0)
        if best := heapq.nsmallest(top, remaining):
            result[department] = [(product, -pieces) for pieces, product in best]
    return result
