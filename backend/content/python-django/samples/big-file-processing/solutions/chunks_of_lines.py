"""Imports a price list of any length: so many lines at a time, and what is right in them is a batch."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice


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
    cents = int(price[1]) * 100 + int((price[2] or "").ljust(2, "0"))
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
    report = Report()
    numbered = islice(enumerate(lines, 1), start, None)
    told = last = start
    while chunk := list(islice(numbered, batch)):
        last = chunk[-1][0]
        rows: dict[str, int] = {}
        for number, line in chunk:
            try:
                rows.update([parse(line)] if line.strip() else [])
            except ValueError as error:
                report.wrong.append((number, str(error)))
        if rows:
            save(list(rows.items()))
            report.saved += len(rows)
            done(last)
            told = last
    if last > told:
        done(last)
    return report
