"""Who may do what, written by hand: for every operation of openapi.yaml the status that every role gets.

A line is: method, path, the row that ``{id}`` means (after an @; world.py makes them), the scope that a token needs,
and a status for each column. ``=`` is what the owner gets, ``.`` what a stranger gets. A column may stand for several
roles, joined by +. Of tokens nothing is written: with the scope of the line, and whatever else beside it, they get what
their owner gets without one; without it 403; test_scopes.py tries each scope alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

NO_SCOPE = "-"


@dataclass(frozen=True)
class Line:
    """One operation, at one row."""

    method: str
    path: str
    row: str
    scope: str
    cells: Mapping[str, int]

    @property
    def operation(self) -> tuple[str, str]:
        """As openapi.yaml has it."""
        return self.method, self.path

    @property
    def word(self) -> str:
        """The first word of the path: ``scorecards``."""
        return self.path.removeprefix("/api/v1/").partition("/")[0]

    @property
    def name(self) -> str:
        """As the tables write it."""
        return f"{self.method} {self.path}{'@' if self.row else ''}{self.row}"

    def address(self, key: str) -> str:
        """The path with a key in it."""
        return self.path.replace("{id}", key).replace("{interview}", key).replace("{slug}", key)


def lines() -> list[Line]:
    """Every line of every table."""
    return [line for table in sorted(Path(__file__).parent.glob("*.txt")) for line in _lines(table.read_text())]


def _lines(table: str) -> Iterator[Line]:
    head, *rows = (line.split() for line in table.splitlines() if line.strip() and not line.startswith("#"))
    for method, address, scope, *cells in rows:
        path, _, row = address.partition("@")
        said = dict(zip(head, cells, strict=True))
        by_role = {role: cell for column, cell in said.items() for role in column.split("+")}
        read = {
            role: {"=": by_role["owner"], ".": by_role["stranger"]}.get(cell, cell) for role, cell in by_role.items()
        }
        yield Line(method, path, row, scope, {role: int(cell) for role, cell in read.items()})
