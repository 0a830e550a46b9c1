"""The rubric files of a pack: what they must look like, and how they become rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from vivavoce.packs.entries import Entry, PackFolder, Problem
from vivavoce.packs.linting import unknown
from vivavoce.packs.models import Pack
from vivavoce.packs.registry import Batch, FileKind
from vivavoce.questions.models import Quality, Role
from vivavoce.questions.versioned_files import load_versions, retire_versions
from vivavoce.questions.vocabulary import ids_by_slug
from vivavoce.rubrics.models import Criterion, Rubric


def check_rubric(entry: Entry, folder: PackFolder) -> Iterator[Problem]:
    """Role and qualities are known, each quality has one target, and a heavier weight has a reason."""
    data = entry.data
    yield from unknown(entry, folder, "role", data["role"], "role")
    criteria = data["criteria"]
    lightest = min(criterion["weight"] for criterion in criteria)
    seen: set[str] = set()
    for index, criterion in enumerate(criteria):
        where = ("criteria", index)
        yield from unknown(entry, folder, "quality", criterion["quality"], *where, "quality")
        if criterion["quality"] in seen:
            yield entry.problem(f"the quality {criterion['quality']!r} stands twice", *where, code="not-unique")
        seen.add(criterion["quality"])
        reason = "weight_reason" in criterion
        if criterion["weight"] > lightest and not reason:
            message = f"{criterion['quality']} weighs more than others and does not say why"
            yield entry.problem(message, *where, "weight", code="weight", hint="add weight_reason")
        if criterion["weight"] == lightest and reason:
            yield entry.problem("a reason without a greater weight", *where, "weight_reason", code="weight")
    for slug in folder.slugs("quality"):
        if slug not in seen:
            yield entry.problem(f"no target for the quality {slug!r}", "criteria", code="target")


def load_rubrics(batch: Batch) -> None:
    """Add new versions with the anchors of today."""
    load_versions(Rubric, batch, _add)


def _add(pack: Pack, entries: Sequence[Entry]) -> None:
    roles = ids_by_slug(Role, (entry.data["role"] for entry in entries))
    wanted = {criterion["quality"] for entry in entries for criterion in entry.data["criteria"]}
    qualities = {quality.slug: quality for quality in Quality.objects.filter(slug__in=wanted)}
    members = ("slug", "version", "status", "title", "summary", "level")
    rubrics = [
        Rubric(pack=pack, role_id=roles[entry.data["role"]], **{name: entry.data[name] for name in members})
        for entry in entries
    ]
    Rubric.objects.bulk_create(rubrics)
    Criterion.objects.bulk_create(
        Criterion(
            rubric=rubric,
            quality=qualities[criterion["quality"]],
            position=position,
            weight=criterion["weight"],
            weight_reason=criterion.get("weight_reason", ""),
            target=criterion["target"],
            anchors=qualities[criterion["quality"]].anchors,
        )
        for rubric, entry in zip(rubrics, entries, strict=True)
        for position, criterion in enumerate(entry.data["criteria"], 1)
    )


def retire_rubrics(pack: Pack, slugs: Sequence[str]) -> None:
    """Hide every version of rubrics whose file is gone."""
    retire_versions(Rubric, pack, slugs)


KINDS = (
    FileKind(
        name="rubric",
        pattern="rubrics/*.yaml",
        schema=Path(__file__).parent / "schemas" / "rubric.json",
        identity="slug",
        after=("role", "quality"),
        check=check_rubric,
        load=load_rubrics,
        retire=retire_rubrics,
    ),
)
