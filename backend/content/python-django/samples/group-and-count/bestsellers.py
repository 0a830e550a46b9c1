"""Which products sold most, by department."""

from collections.abc import Iterable


def parse(line: str) -> tuple[str, str, int] | None:
    """The department in lower case, the product and the pieces; None for a line that says no such thing."""
    raise NotImplementedError


def best_sellers(lines: Iterable[str], top: int = 3) -> dict[str, list[tuple[str, int]]]:
    """For each department, in alphabetical order, at most ``top`` products with their pieces, the most first."""
    raise NotImplementedError
