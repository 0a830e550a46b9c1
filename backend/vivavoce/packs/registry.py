"""The kinds of file that a pack may hold; apps register theirs in ``AppConfig.ready()``.

``packs`` knows no question, rubric or kit. It reads files, holds them against a schema, compares them with
what was loaded before and calls the kind's functions in the order of ``after``. An app adds a kind so::

    class RubricsConfig(AppConfig):
        def ready(self) -> None:
            from vivavoce.packs.registry import register
            from vivavoce.rubrics.pack_kinds import KINDS

            for kind in KINDS:
                register(kind)

and in ``pack_kinds.py``::

    KIND = FileKind(
        name="rubric",
        pattern="rubrics/*.yaml",
        schema=Path(__file__).parent / "schemas" / "rubric.json",
        identity="slug",                 # the member that never changes: "uid" or "slug"
        after=("role", "quality"),       # kinds whose rows must be there first
        check=check_rubric,              # (entry, folder) -> problems; no database, no side effects
        load=load_rubrics,               # (batch) -> None: write what was created or changed, in bulk
        retire=retire_rubrics,           # (pack, identities) -> None: the file is gone
    )

An entry's ``data`` is the file after conversion through its JSON Schema (``version`` is an int, ``on: null``
is None). A Markdown file's sections stand under ``data["body"]`` by heading: ``{"Assesses": "...", "Score 1":
"...", "Score 1 / Why this score": "..."}``. ``entry.problem("message", "items", 3, "question", hint="...")``
makes a problem that points at the line of ``data["items"][3]["question"]``. ``folder.entries("question")``
and ``folder.find("question", "orm-basics")`` (by slug) give what else the pack holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vivavoce.packs.entries import Entry, PackFolder, Problem
    from vivavoce.packs.models import Pack

__all__ = ["Batch", "FileKind", "count", "kinds", "register"]


@dataclass(frozen=True)
class Batch:
    """What ``load`` gets: the pack's row, the folder, and the entries that are new or changed (never all)."""

    pack: Pack
    folder: PackFolder
    entries: Sequence[Entry]


@dataclass(frozen=True)
class FileKind:
    """One kind of file in a pack: where it lies, what it must look like, how it is loaded."""

    name: str
    pattern: str
    """Glob below the pack's folder; ``.md`` files are front matter and headings, ``.yaml`` files data."""
    schema: Path
    identity: str
    load: Callable[[Batch], None]
    retire: Callable[[Pack, Sequence[str]], None]
    after: tuple[str, ...] = ()
    many: bool = False
    """The file is a list, each item an entry."""
    check: Callable[[Entry, PackFolder], Iterable[Problem]] | None = None
    check_all: Callable[[PackFolder], Iterable[Problem]] | None = None
    """Rules over the whole pack (no two alike), called once."""
    count: Callable[[PackFolder], Mapping[str, int]] | None = None
    """What the linter counts for people, by its name in the plural."""
    unversioned: frozenset[str] = field(default_factory=lambda: frozenset({"status", "version"}))
    """Top-level members that may change without a higher ``version``."""
    made_by: int = 1
    """Raise it when ``load`` makes something else of the same file: every entry then loads once more."""
    derived: Callable[[Entry, PackFolder], str] | None = None
    """Text that stands for what the rows hold besides the entry itself; when it changes, the entry loads again."""


_kinds: dict[str, FileKind] = {}


def register(kind: FileKind) -> None:
    """Add a kind; registering the same name twice is a programming error."""
    if _kinds.setdefault(kind.name, kind) is not kind:
        raise ValueError(f"the file kind {kind.name!r} is registered already")


def kinds() -> list[FileKind]:
    """Every kind, each behind the kinds that it needs."""
    order = TopologicalSorter({name: [a for a in kind.after if a in _kinds] for name, kind in _kinds.items()})
    return [_kinds[name] for name in order.static_order()]


def count(folder: PackFolder) -> str:
    """What a pack holds, in words for people: ``63 questions, 252 answers``."""
    counted: Counter[str] = Counter()
    for kind in kinds():
        counted.update(kind.count(folder) if kind.count else {})
    return ", ".join(f"{number} {name}" for name, number in counted.items())
