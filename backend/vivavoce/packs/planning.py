"""Compares a folder with what was loaded from it before: what a load would create, update, retire or refuse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from vivavoce.packs.entries import Entry, PackFolder, Problem, digest
from vivavoce.packs.models import PackEntry
from vivavoce.packs.registry import FileKind, kinds


@dataclass(frozen=True)
class Change:
    """One line of a diff; ``entry`` is None for what is retired."""

    action: str
    """``create``, ``update`` or ``retire``."""
    kind: str
    identity: str
    label: str
    entry: Entry | None = None
    reason: str = ""

    def __str__(self) -> str:
        reason = f" ({self.reason})" if self.reason else ""
        return f"{self.action} {self.kind} {self.label}{reason}"


@dataclass
class Plan:
    """Everything that a load would do, and why it will not."""

    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)

    def of(self, kind: str, *actions: str) -> list[Change]:
        """The changes of one kind, in the order of the files."""
        return [change for change in self.changes if change.kind == kind and change.action in actions]


def plan(folder: PackFolder) -> Plan:
    """Compare with the database; one query."""
    stored = {(row.kind, row.identity): row for row in PackEntry.objects.filter(pack__slug=folder.slug)}
    made = Plan()
    for kind in kinds():
        for entry in folder.entries(kind.name):
            _entry(made, folder, kind, entry, stored.pop((kind.name, str(entry.data[kind.identity])), None))
    for row in stored.values():
        if not row.retired:
            made.changes.append(Change("retire", row.kind, row.identity, row.label, reason="the file is gone"))
    return made


def row_for(folder: PackFolder, kind: FileKind, entry: Entry) -> PackEntry:
    """The unsaved row that remembers this entry."""
    return PackEntry(
        kind=kind.name,
        identity=str(entry.data[kind.identity]),
        label=label(entry),
        version=entry.data.get("version", 0),
        digest=entry.digest,
        extra=_extra(folder, kind, entry),
    )


def label(entry: Entry) -> str:
    """What people call the entry."""
    return str(entry.data.get("slug", ""))


def _extra(folder: PackFolder, kind: FileKind, entry: Entry) -> str:
    free = {name: entry.data[name] for name in kind.unversioned if name in entry.data}
    derived = kind.derived(entry, folder) if kind.derived else ""
    return digest([kind.made_by, free, derived])


def _entry(made: Plan, folder: PackFolder, kind: FileKind, entry: Entry, row: PackEntry | None) -> None:
    identity = str(entry.data[kind.identity])
    if row is None:
        made.changes.append(Change("create", kind.name, identity, label(entry), entry))
        return
    made.problems += _refusals(entry, row)
    reason = _reason(row, row_for(folder, kind, entry))
    if reason:
        made.changes.append(Change("update", kind.name, identity, label(entry), entry, reason))
    else:
        made.unchanged += 1


def _reason(row: PackEntry, now: PackEntry) -> str:
    if row.retired:
        return "it is back"
    if now.version != row.version:
        return f"version {row.version} to {now.version}"
    if now.digest != row.digest:
        return "text"
    return "status or record of runs" if now.extra != row.extra else ""


def _refusals(entry: Entry, row: PackEntry) -> Iterator[Problem]:
    """A version that was loaded is kept as it was, so other text needs a higher number."""
    version = entry.data.get("version", 0)
    if version < row.version:
        message = f"version {version} is lower than version {row.version}, which is loaded"
        yield entry.problem(message, "version", code="version", hint=f"raise version to {row.version + 1}")
    elif version and version == row.version and entry.digest != row.digest:
        message = f"the text differs from version {version}, which is loaded"
        yield entry.problem(message, "version", code="version", hint=f"raise version to {version + 1}")
