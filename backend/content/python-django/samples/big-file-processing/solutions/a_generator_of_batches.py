"""Imports a price list of any length: one generator reads, one makes batches, and a loop saves them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal


Row = tuple[str, int]
"""An article number and its price in cents."""


@dataclass
class Report:
    """What became of a file: how many prices were saved, and which lines were wrong, by their number, and why."""

    saved: int = 0
    wrong: list[tuple[int, str]] = field(default_factory=list)


def parse(line: str) -> Row:
    """The article and its price in cents; raises ``ValueError`` that says what is wrong."""
    article, _, text = (part.strip() for part in line.partition(";"))
    whole, point, decimals = text.partition(".")
    digits = text.isascii() and whole.isdigit() and (decimals.isdigit() or not point)
    if not article or not digits or len(decimals) > 2:
        raise ValueError("a line is an article and a price with at most two decimals")
    if not (cents := int(Decimal(text) * 100)):
        raise ValueError("a price is more than 0")
    return article, cents


def import_prices(
    lines: Iterable[str],
    save: Callable[[list[Row]], None],
    done: Callable[[int], None],
    batch: int = 1000,
    start: int = 0,
) -> Report:
    """Save the lines behind ``start`` in batches; ``done`` hears after each how far the file is read."""
    report = Report()
    for rows, last in _batches(_rows(lines, start, report), batch):
        if rows:
            save(list(rows.items()))
            report.saved += len(rows)
        done(last)
    return report


def _rows(lines: Iterable[str], start: int, report: Report) -> Iterator[tuple[int, Row | None]]:
    """Every line behind ``start`` with its row; None where it gives none."""
    for number, line in enumerate(lines, 1):
        if number > start:
            row = None
            try:
                row = parse(line) if line.strip() else None
            except ValueError as error:
                report.wrong.append((number, str(error)))
            yield number, row


def _batches(read: Iterable[tuple[int, Row | None]], size: int) -> Iterator[tuple[dict[str, int], int]]:
    rows: dict[str, int] = {}
    open_since = None
    for number, row in read:
        open_since = number
        if row:
            rows[row[0]] = row[1]
        if len(rows) == size:
            yield rows, number
            rows, open_since = {}, None
    if open_since is not None:
        yield rows, open_since
