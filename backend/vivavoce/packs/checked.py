"""``checked.json``: on which versions each code sample ran, by the sample's hash; written by ``pack test``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict

from vivavoce.packs.entries import Entry, PackFolder, digest
from vivavoce.packs.samples import Sample, of_entry

NAME = "checked.json"


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


Runs = dict[str, list[Run]]


def read(root: Path) -> Runs:
    """The runs by sample; empty when nothing was recorded or the file is not ours."""
    try:
        data = json.loads((root / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    samples = data.get("samples", {}) if isinstance(data, dict) else {}
    return {key: list(item["runs"]) for key, item in samples.items()}


def write(root: Path, samples: Iterable[Sample], runs: Runs) -> None:
    """Write one line of places and one list of runs for each sample, in a stable order."""
    items = {
        sample.digest: {"file": sample.path, "heading": sample.heading, "runs": runs[sample.digest]}
        for sample in sorted(samples, key=lambda s: (s.path, s.heading, s.line))
        if sample.digest in runs
    }
    text = json.dumps({"samples": items}, indent=2, ensure_ascii=False)
    (root / NAME).write_text(text + "\n", encoding="utf-8")


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
