"""Which products sold most, by department: sort what was read, then walk over groups of neighbours."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter


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
    rows = sorted(found for line in lines if (found := parse(line)))  # groupby sees neighbours only
    result = {}
    for department, sold in groupby(rows, key=itemgetter(0)):
        totals = [(product, sum(row[2] for row in group)) for product, group in groupby(sold, key=itemgetter(1))]
        remaining = [(product, pieces) for product, pieces in totals if pieces > 0]
        # The totals are in alphabetical order already, and a sort keeps the order of equals.
        if best := sorted(remaining, key=itemgetter(1), reverse=True)[:top]:
            result[department] = best
    return result
