"""Which products sold most, by department: one pass into counters, then one sort a department."""

from collections import Counter, defaultdict
from collections.abc import Iterable


def parse(line: str) -> tuple[str, str, int] | None:
    """The department in lower case, the product and the pieces; None for a line that says no such thing."""
    fields = [field.strip() for field in line.split(";")]
    if len(fields) != 3 or not all(fields):
        return None
    department, product, pieces = fields
    try:
        return department.lower(), product, int(pieces)
    except ValueError:
        return None


def best_sellers(lines: Iterable[str], top: int = 3) -> dict[str, list[tuple[str, int]]]:
    """For each department, in alphabetical order, at most ``top`` products with their pieces, the most first."""
    sold: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        if found := parse(line):
            department, product, pieces = found
            sold[department][product] += pieces
    ranked = {department: rank(products, top) for department, products in sorted(sold.items())}
    return {department: best for department, best in ranked.items() if best}


def rank(products: Counter[str], top: int) -> list[tuple[str, int]]:
    """The products of which pieces remain, the most first; ``most_common`` would leave ties as they came."""
    remaining = [(product, pieces) for product, pieces in products.items() if pieces > 0]
    return sorted(remaining, key=lambda pair: (-pair[1], pair[0]))[:top]
