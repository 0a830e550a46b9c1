"""What was read from a pack's files: entries with the line of every value, and problems that point at them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

Where = tuple[str | int, ...]
"""The way to a value inside a document: ``("items", 3, "question")``."""


@dataclass(frozen=True, order=True)
class Problem:
    """A fault in a file: where it is, what is wrong, and what would be right."""

    path: str
    line: int
    code: str
    message: str
    hint: str = ""
    warning: bool = False
    """Fails the linter, but does not keep a pack from being loaded: nothing is wrong with what it says."""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.path}:{self.line}: {self.code}: {self.message}{hint}"


@dataclass(frozen=True)
class Document:
    """Data as text scalars, mappings and lists, and the line on which each value stands."""

    data: Any
    lines: Mapping[Where, int]

    def line(self, where: Where) -> int:
        """The line of a value, or of the nearest thing around it that the file holds."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)


@dataclass(frozen=True)
class Entry:
    """One thing that a pack holds: a question, or one of the categories in ``categories.yaml``."""

    kind: str
    path: str
    """Relative to the pack's folder, with forward slashes."""
    data: dict[str, Any]
    document: Document
    prefix: Where = ()
    digest: str = ""
    """Of everything that a version stands for: the data without the kind's unversioned members."""

    def line(self, *where: str | int) -> int:
        """The line of ``data[where[0]][where[1]]...``."""
        return self.document.line(self.prefix + where)

    def problem(
        self, message: str, *where: str | int, code: str = "content", hint: str = "", warning: bool = False
    ) -> Problem:
        """A problem at the line of ``data[where[0]][where[1]]...``."""
        return Problem(self.path, self.line(*where), code, message, hint, warning)

    @property
    def body(self) -> dict[str, str]:
        """The sections of a Markdown file by heading."""
        found: dict[str, str] = self.data.get("body", {})
        return found


@dataclass
class PackFolder:
    """A pack as read: its own data and the entries of every kind whose files were sound."""

    root: Path
    meta: dict[str, Any] = field(default_factory=dict)
    by_kind: dict[str, list[Entry]] = field(default_factory=dict)
    faulty: set[tuple[str, str]] = field(default_factory=set)
    """Kind and slug of what has problems of its own, so that what refers to it is not blamed as well."""
    record: dict[str, Any] = field(default_factory=dict)
    """Runs of code samples by their hash (``checked``)."""
    texts: dict[str, Any] = field(default_factory=dict)
    """Texts on record by kind and identity (``checked``)."""

    @property
    def slug(self) -> str:
        """The pack's id."""
        return str(self.meta.get("id", self.root.name))

    def entries(self, kind: str) -> list[Entry]:
        """The sound entries of a kind, in the order of the files."""
        return self.by_kind.get(kind, [])

    def find(self, kind: str, slug: str) -> Entry | None:
        """The entry of that kind with that slug, or None."""
        return self._by_slug.get((kind, slug))

    def slugs(self, kind: str) -> list[str]:
        """The slugs of a kind."""
        return [str(entry.data["slug"]) for entry in self.entries(kind)]

    @cached_property
    def _by_slug(self) -> dict[tuple[str, str], Entry]:
        return {
            (kind, str(entry.data["slug"])): entry
            for kind, entries in self.by_kind.items()
            for entry in reversed(entries)
        }


def digest(data: object) -> str:
    """A fingerprint of plain data that does not depend on the order of keys."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
