"""Imports a price list of any length in batches, and can go on where it stopped."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field


Row = tuple[str, int]
"""An article number and its price in cents."""


@dataclass
class Report:
    """What became of a file: how many prices were saved, and which lines were wrong, by their number, and why."""

    saved: int = 0
    wrong: list[tuple[int, str]] = field(default_factory=list)


def parse(line: str) -> Row:
    """The article and its price in cents; raises ``ValueError`` that says what is wrong."""
    raise NotImplementedError


def import_prices(
    lines: Iterable[str],
    save: Callable[[list[Row]], None],
    done: Callable[[int], None],
    batch: int = 1000,
    start: int = 0,
) -> Report:
    """Save the lines behind ``start`` in batches; ``done`` hears after each how far the file is read."""
    raise NotImplementedError
