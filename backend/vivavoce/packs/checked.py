"""``checked.json``, written by ``pack test``: where each code sample ran, by its hash, and each text at its version."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypedDict

from vivavoce.packs.entries import Entry, PackFolder, Problem, digest
from vivavoce.packs.registry import kinds
from vivavoce.packs.samples import Sample, of_entry

NAME = "checked.json"
OF_TEXTS = {"version", "alias"}
"""Codes of what is wrong with a text beside the one on record."""


class Run(TypedDict):
    """One execution that ended well."""

    django: str
    python: str
    database: str
    on: str


class Check(TypedDict):
    """What a question says about itself: every sample of it ran there."""

    package: str
    version: str
    database: str
    on: str


class Text(TypedDict):
    """What a text was called and what it said at its version, so that other words need a higher one."""

    slug: str
    version: int
    digest: str


Runs = dict[str, list[Run]]
Texts = dict[str, Text]


def read(root: Path) -> tuple[Runs, Texts]:
    """The runs by sample and the texts by identity; empty when nothing was recorded or the file is not ours."""
    try:
        data = json.loads((root / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        data = {}
    samples, texts = (data.get(name, {}) if isinstance(data, dict) else {} for name in ("samples", "texts"))
    return {key: list(item["runs"]) for key, item in samples.items()}, texts


def texts(folder: PackFolder) -> Texts:
    """Every entry with a version that people may have read, as it stands in the files; drafts are free."""
    return {
        f"{kind.name} {entry.data[kind.identity]}": Text(
            slug=entry.data["slug"], version=entry.data["version"], digest=entry.digest[:16]
        )
        for kind in kinds()
        for entry in folder.entries(kind.name)
        if "version" in entry.data and entry.data["status"] in {"published", "retired"}
    }


def faults_of_texts(folder: PackFolder) -> Iterator[Problem]:
    """Other words at the version on record, a lower version, and a slug that is given up."""
    now = texts(folder)
    for kind in kinds():
        for entry in folder.entries(kind.name):
            key = f"{kind.name} {entry.data[kind.identity]}"
            if key in now and key in folder.texts:
                yield from _faults_of_text(entry, now[key], folder.texts[key])


def _faults_of_text(entry: Entry, now: Text, before: Text) -> Iterator[Problem]:
    version = before["version"]
    hint = f"raise version to {version + 1}"
    if now["version"] < version:
        yield entry.problem(f"version {version} is on record", "version", code="version", hint=hint)
    elif now["version"] == version and now["digest"] != before["digest"]:
        message = f"the text is not the one on record as version {version}"
        yield entry.problem(message, "version", code="version", hint=hint)
    if before["slug"] not in {now["slug"], *entry.data.get("aliases", [])}:
        message = f"the slug was {before['slug']!r}, and people have that address"
        yield entry.problem(message, "slug", code="alias", hint="keep it in aliases")


def write(folder: PackFolder, samples: Iterable[Sample], runs: Runs) -> None:
    """Write one line of places and one list of runs for each sample, then each text, in a stable order."""
    items = {
        sample.digest: {"file": sample.path, "heading": sample.heading, "runs": runs[sample.digest]}
        for sample in sorted(samples, key=lambda s: (s.path, s.heading, s.line))
        if sample.digest in runs
    }
    text = json.dumps({"samples": items, "texts": texts(folder)}, indent=2, ensure_ascii=False)
    (folder.root / NAME).write_text(text + "\n", encoding="utf-8")


def checks(samples: Iterable[Sample], runs: Runs) -> list[Check]:
    """The versions of Django on which every sample that is meant for them ran, newest run's date."""
    mine = list(samples)
    known = {run["django"]: run for sample in mine for run in runs.get(sample.digest, [])}
    found: list[Check] = []
    for version, run in sorted(known.items(), key=lambda item: [int(n) for n in item[0].split(".") if n.isdigit()]):
        wanted = [sample for sample in mine if sample.fits("django", version)]
        ran = [{r["django"]: r for r in runs.get(sample.digest, [])}.get(version) for sample in wanted]
        if wanted and all(ran):
            on = min(r["on"] for r in ran if r)
            found.append(Check(package="django", version=version, database=run["database"], on=on))
    return found


def runs_of(entry: Entry, folder: PackFolder) -> str:
    """A fingerprint of what the record says about an entry's samples."""
    runs = folder.record
    return digest([runs.get(sample.digest, []) for sample in of_entry(entry)])
