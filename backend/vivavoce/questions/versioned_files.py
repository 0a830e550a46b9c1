"""Loading what has a row for each version: rubrics and kits. Text never changes; only a status may."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Model
from django.utils import timezone

from vivavoce.packs.entries import Entry
from vivavoce.packs.models import Pack
from vivavoce.packs.registry import Batch
from vivavoce.questions.models import Status


def load_versions(model: type[Model], batch: Batch, add: Callable[[Pack, Sequence[Entry]], None]) -> None:
    """Let ``add`` make the rows of new versions; of a known version only the status may have changed."""
    rows: Any = model._default_manager
    slugs = [entry.data["slug"] for entry in batch.entries]
    known = {(row.slug, row.version): row for row in rows.filter(slug__in=slugs)}
    add(batch.pack, [entry for entry in batch.entries if (entry.data["slug"], entry.data["version"]) not in known])
    for entry in batch.entries:
        row = known.get((entry.data["slug"], entry.data["version"]))
        if row and row.status != entry.data["status"]:
            row.status = entry.data["status"]
            row.save(update_fields=["status", "updated_at"])
    _choose_current(rows, slugs)


def _choose_current(rows: Any, slugs: Sequence[str]) -> None:
    best: dict[str, Any] = {}
    for row in rows.filter(slug__in=slugs).order_by("version"):
        other = best.get(row.slug)
        if other is None or row.status == Status.PUBLISHED or other.status != Status.PUBLISHED:
            best[row.slug] = row
    chosen = [row.pk for row in best.values()]
    rows.filter(slug__in=slugs, is_current=True).exclude(pk__in=chosen).update(is_current=False)
    rows.filter(pk__in=chosen, is_current=False).update(is_current=True)


def retire_versions(model: type[Model], pack: Pack, slugs: Sequence[str]) -> None:
    """Hide every version of what has no file any more."""
    rows: Any = model._default_manager
    rows.filter(pack=pack, slug__in=slugs).update(status=Status.RETIRED, updated_at=timezone.now())
