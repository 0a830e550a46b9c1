"""The kit files of a pack: what they must look like, and how they become rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from vivavoce.interviews import rules
from vivavoce.interviews.models import Kit, KitItem
from vivavoce.packs.entries import Entry, PackFolder, Problem
from vivavoce.packs.linting import unknown
from vivavoce.packs.models import Pack
from vivavoce.packs.registry import Batch, FileKind
from vivavoce.questions.models import Quality, Question, Role
from vivavoce.questions.versioned_files import load_versions, retire_versions
from vivavoce.questions.vocabulary import ids_by_slug
from vivavoce.rubrics.models import Rubric


def check_kit(entry: Entry, folder: PackFolder) -> Iterator[Problem]:
    """Minutes add up, everything named is known, and each focus quality gets enough evidence."""
    yield from _check_minutes(entry)
    yield from unknown(entry, folder, "role", entry.data["role"], "role")
    yield from _check_rubric(entry, folder)
    yield from _check_items(entry, folder)
    yield from _check_focus(entry, folder)


def _check_minutes(entry: Entry) -> Iterator[Problem]:
    data = entry.data
    parts = rules.kit_minutes(data["opening"]["minutes"], data["closing"]["minutes"], _minutes(data))
    if parts != data["minutes"]:
        message = f"opening, items and closing take {parts} minutes, not {data['minutes']}"
        yield entry.problem(message, "minutes", code="minutes")


def _minutes(data: dict[str, Any]) -> list[int]:
    return [item["minutes"] + item.get("pause", 0) for item in data["items"]]


def _check_rubric(entry: Entry, folder: PackFolder) -> Iterator[Problem]:
    wanted = entry.data["rubric"]
    yield from unknown(entry, folder, "rubric", wanted["slug"], "rubric", "slug")
    rubric = folder.find("rubric", wanted["slug"])
    if rubric is None:
        return
    if rubric.data["version"] != wanted["version"]:
        message = f"{wanted['slug']} has version {rubric.data['version']}, not {wanted['version']}"
        yield entry.problem(message, "rubric", "version", code="rubric-version", hint="make a new version of the kit")
    judged = {criterion["quality"] for criterion in rubric.data["criteria"]}
    for index, quality in enumerate(entry.data["focus"]):
        if quality not in judged:
            message = f"the rubric {wanted['slug']} does not judge {quality}"
            yield entry.problem(message, "focus", index, code="focus")


def _check_items(entry: Entry, folder: PackFolder) -> Iterator[Problem]:
    times = Counter(item["question"] for item in entry.data["items"])
    for index, item in enumerate(entry.data["items"]):
        where = ("items", index, "question")
        yield from unknown(entry, folder, "question", item["question"], *where)
        question = folder.find("question", item["question"])
        if question is None:
            continue
        if question.data["kind"] != "interview":
            yield entry.problem(f"{item['question']} is not asked by interviewers", *where, code="kind")
        if entry.data["status"] == "published" and question.data["status"] != "published":
            yield entry.problem(f"{item['question']} is not published", *where, code="status")
        if times[item["question"]] > 1:
            yield entry.problem(f"{item['question']} is asked twice", *where, code="not-unique")


def _check_focus(entry: Entry, folder: PackFolder) -> Iterator[Problem]:
    fewest, most = rules.FOCUS
    if entry.data["status"] == "published" and not fewest <= len(entry.data["focus"]) <= most:
        message = f"{len(entry.data['focus'])} qualities in focus; an interview covers {fewest} to {most}"
        yield entry.problem(message, "focus", code="blueprint", warning=True)
    items = [(item["required"], folder.find("question", item["question"])) for item in entry.data["items"]]
    for index, quality in enumerate(entry.data["focus"]):
        yield from unknown(entry, folder, "quality", quality, "focus", index)
        if any(question is None for _, question in items):
            continue  # what an unknown question would show cannot be missed
        asked = [required for required, question in items if question and quality in question.data["qualities"]]
        for complaint in rules.focus_complaints(asked):
            yield entry.problem(f"{quality}: {complaint}", "focus", index, code="focus")


def load_kits(batch: Batch) -> None:
    """Add new versions with the questions of today."""
    load_versions(Kit, batch, _add)


def _add(pack: Pack, entries: Sequence[Entry]) -> None:
    roles = ids_by_slug(Role, (entry.data["role"] for entry in entries))
    qualities = ids_by_slug(Quality, (slug for entry in entries for slug in entry.data["focus"]))
    asked = {item["question"] for entry in entries for item in entry.data["items"]}
    versions = dict(Question.objects.filter(slug__in=asked).values_list("slug", "current_id"))
    rubrics = {(rubric.slug, rubric.version): rubric for rubric in Rubric.objects.all()}
    members = ("slug", "version", "status", "title", "summary", "purpose", "level", "minutes")
    kits = [
        Kit(
            pack=pack,
            role_id=roles[data["role"]],
            rubric=rubrics[data["rubric"]["slug"], data["rubric"]["version"]],
            opening_minutes=data["opening"]["minutes"],
            opening_script=data["opening"]["script"],
            closing_minutes=data["closing"]["minutes"],
            closing_script=data["closing"]["script"],
            **{name: data[name] for name in members},
        )
        for data in (entry.data for entry in entries)
    ]
    Kit.objects.bulk_create(kits)
    Kit.focus.through.objects.bulk_create(
        Kit.focus.through(kit_id=kit.pk, quality_id=qualities[slug])
        for kit, entry in zip(kits, entries, strict=True)
        for slug in entry.data["focus"]
    )
    KitItem.objects.bulk_create(
        KitItem(
            kit=kit,
            question_version_id=versions[item["question"]],
            position=position,
            minutes=item["minutes"],
            pause=item.get("pause", 0),
            part=item.get("part", ""),
            required=item["required"],
            probes=item["probes"],
        )
        for kit, entry in zip(kits, entries, strict=True)
        for position, item in enumerate(entry.data["items"], 1)
    )


def retire_kits(pack: Pack, slugs: Sequence[str]) -> None:
    """Hide every version of kits whose file is gone."""
    retire_versions(Kit, pack, slugs)


KINDS = (
    FileKind(
        name="kit",
        pattern="kits/*.yaml",
        schema=Path(__file__).parent / "schemas" / "kit.json",
        identity="slug",
        after=("role", "quality", "question", "rubric"),
        check=check_kit,
        load=load_kits,
        retire=retire_kits,
    ),
)
