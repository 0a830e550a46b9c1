"""CSV: the whole list as a table, for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from vivavoce.core.formats.streams import StreamRenderer
from vivavoce.core.relations import RelatedObject
from vivavoce.core.rendering import JSONRenderer

FORMULA = re.compile(r"'*[\t\r\n]|['\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet would compute, or could when it has cut off what is invisible; also behind apostrophes: so the one
that ``cell`` adds can be taken off again."""


class CSVRenderer(StreamRenderer):
    """RFC 4180 with a header row, for spreadsheets: no cell is a formula."""

    media_type = "text/csv"
    format = "csv"

    def head(self, serializer: Any) -> bytes:
        """The names of the columns."""
        return lines([[column.name for column in columns(serializer.child)]])

    def rows(self, serializer: Any, shown: list[Any]) -> bytes:
        """Each row as a line."""
        found = columns(serializer.child)
        return lines([[column.cell(row) for column in found] for row in shown])


def lines(rows: list[list[str]]) -> bytes:
    """Lines of cells."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


class Column(NamedTuple):
    """A member of the rows; where a related object is expanded, a member of that (``category.slug``)."""

    name: str
    field: Any

    def cell(self, row: Mapping[str, Any]) -> str:
        """The text of one cell."""
        value: Any = row
        for step in self.name.split("."):
            value = None if value is None else value.get(step)
        whole = isinstance(self.field, RelatedObject) and self.field.expanded  # a list of them
        return cell(value if whole else short(value))


def columns(serializer: Any) -> list[Column]:
    """The columns of what the caller chose to see."""
    found = []
    for field in serializer._readable_fields:
        if isinstance(field, RelatedObject) and field.expanded and not field.many:
            inner = field.child._readable_fields
            found += [Column(f"{field.field_name}.{one.field_name}", one) for one in inner]
        else:
            found.append(Column(field.field_name, field))
    return found


def short(value: Any) -> Any:
    """A related object as its slug, or else its name or id; a list of them likewise."""
    if isinstance(value, list):
        return [short(one) for one in value]
    if isinstance(value, dict) and {"id", "url"} <= value.keys():
        return value.get("slug") or value.get("name") or value["id"]
    return value


def cell(value: Any) -> str:
    """A value as text: plain ones as they are, lists of them with semicolons, the rest as compact JSON."""
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(one, (str, int, float)) for one in value):
        value = "; ".join(one if isinstance(one, str) else cell(one) for one in value)
    if isinstance(value, str):
        return f"'{value}" if FORMULA.match(value) else str(value)
    text: str = JSONRenderer().render(value).decode()
    return text.strip('"')  # a moment or an id is a text in JSON
