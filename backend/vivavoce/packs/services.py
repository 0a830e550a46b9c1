"""Loads a pack into the database: all of it or nothing, and nothing at all where nothing changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.db import IntegrityError, connection, transaction

from vivavoce.packs.entries import PackFolder, Problem
from vivavoce.packs.linting import lint
from vivavoce.packs.models import BankRevision, Pack, PackEntry
from vivavoce.packs.planning import Plan, plan, row_for
from vivavoce.packs.registry import Batch, kinds

MADE_BY = 1
"""Raise it when the reading of files changes what is made from them."""
_LOCK = 7_270_001
"""Number of the advisory lock that keeps two loads apart."""


class Refused(Exception):
    """The pack has problems; nothing was loaded."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass(frozen=True)
class Loaded:
    """What a load did."""

    pack: str
    plan: Plan
    revision: int
    skipped: bool = False
    warnings: tuple[Problem, ...] = ()


def load(root: Path, *, again: bool = False) -> Loaded:
    """Lint, compare and load; raises ``Refused`` with every problem. ``again`` reads even what did not change."""
    print_ = fingerprint(root)
    if not again and Pack.objects.filter(slug=root.name, fingerprint=print_).exists():
        return Loaded(root.name, Plan(), BankRevision.current(), skipped=True)
    folder, problems = lint(root)
    faults = [problem for problem in problems if not problem.warning]
    if faults:
        raise Refused(faults)
    try:
        with transaction.atomic():
            made = _load(folder, print_)
    except IntegrityError as error:
        # What one pack alone cannot know: its numbers, slugs and uids against those of packs loaded before.
        said = str(error).strip().replace("\n", " ")
        raise Refused([Problem("pack.yaml", 1, "conflict", f"the database refuses it: {said}")]) from error
    return Loaded(folder.slug, made, BankRevision.current(), warnings=tuple(problems))


def _load(folder: PackFolder, print_: str) -> Plan:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    made = plan(folder)
    if made.problems:
        raise Refused(made.problems)
    _apply(folder, made, print_)
    return made


def fingerprint(root: Path) -> str:
    """Of every file's name and bytes, and of what the code makes from them."""
    total = hashlib.sha256(repr([MADE_BY, *((kind.name, kind.made_by) for kind in kinds())]).encode())
    for kind in kinds():
        total.update(kind.schema.read_bytes())
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        total.update(f"\n{path.relative_to(root).as_posix()} {path.stat().st_size}\n".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def _apply(folder: PackFolder, made: Plan, print_: str) -> None:
    pack = _save_pack(folder)
    rows: list[PackEntry] = []
    for kind in kinds():
        entries = [c.entry for c in made.of(kind.name, "create", "update") if c.entry is not None]
        if entries:
            kind.load(Batch(pack, folder, entries))
            rows += [row_for(folder, kind, entry) for entry in entries]
    for kind in reversed(kinds()):
        gone = [change.identity for change in made.of(kind.name, "retire")]
        if gone:
            kind.retire(pack, gone)
            pack.entries.filter(kind=kind.name, identity__in=gone).update(retired=True)
    for row in rows:
        row.pack = pack
    PackEntry.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=("pack", "kind", "identity"),
        update_fields=("label", "version", "digest", "extra", "retired"),
    )
    Pack.objects.filter(pk=pack.pk).update(fingerprint=print_)


def _save_pack(folder: PackFolder) -> Pack:
    meta = folder.meta
    members = {name: meta[name] for name in ("title", "summary", "version", "language", "maintainers")}
    licences = {"licence": meta["licence"]["prose"], "code_licence": meta["licence"]["code"]}
    pack, _ = Pack.objects.update_or_create(slug=folder.slug, defaults={**members, **licences})
    return pack
