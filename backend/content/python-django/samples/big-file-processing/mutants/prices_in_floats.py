"""Loses a cent of some prices on the way through a float."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field


Row = tuple[str, int]
"""An article number and its price in cents."""


@dataclass
class Report:
    """What became of a file: how many prices were saved, and which lines were wrong, by their number, and why."""

    saved: int = 0
    wrong: list[tuple[int, str]] = field(default_factory=list)


PRICE = re.compile(r"([0-9]+)(?:\.([0-9]{1,2}))?")


def parse(line: str) -> Row:
    """The article and its price in cents; raises ``ValueError`` that says what is wrong."""
    fields = [text.strip() for text in line.split(";")]
    if len(fields) != 2 or not fields[0]:
        raise ValueError("a line is an article and a price")
    price = PRICE.fullmatch(fields[1])
    if price is None:
        raise ValueError(f"not a price: {fields[1]!r}")
    cents = int(float(price[0]) * 100)
    if cents == 0:
        raise ValueError("a price is more than 0")
    return fields[0], cents


def import_prices(
    lines: Iterable[str],
    save: Callable[[list[Row]], None],
    done: Callable[[int], None],
    batch: int = 1000,
    start: int = 0,
) -> Report:
    """Save the lines behind ``start`` in batches; ``done`` hears after each how far the file is read."""
    report, rows = Report(), {}
    number = told = start
    for number, line in enumerate(lines, 1):
        if number <= start or not line.strip():
            continue
        try:
            article, cents = parse(line)
        except ValueError as error:
            report.wrong.append((number, str(error)))
            continue
        rows[article] = cents
        if len(rows) == batch:
            _flush(rows, save, report)
            done(number)
            told = number
    if rows:
        _flush(rows, save, report)
    if number > told:
        done(number)
    return report


def _flush(rows: dict[str, int], save: Callable[[list[Row]], None], report: Report) -> None:
    save(list(rows.items()))
    report.saved += len(rows)
    rows.clear()
