"""Executes the code samples of a pack on every Django at hand, and keeps the record in ``checked.json``."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from vivavoce.packs import checked
from vivavoce.packs.entries import PackFolder
from vivavoce.packs.registry import count
from vivavoce.packs.samples import Sample, of_folder

KNOWN = ("5.2", "6.1")
"""The series of Django that the content is written for."""
RUNNER = Path("tests") / "sandbox" / "run_samples.py"
CAUGHT = 95
"""Per cent of the samples that must fail when their first claim is turned round (``inversion``)."""
_LIMIT = 900
"""Seconds for all samples on one interpreter."""


@dataclass
class Report:
    """What was run, in sentences, and whether anything is wrong."""

    lines: list[str] = field(default_factory=list)
    failed: bool = False

    def fail(self, line: str) -> None:
        """Say what is wrong."""
        self.lines.append(line)
        self.failed = True


@dataclass(frozen=True)
class Result:
    """What one interpreter did; ``run`` has its versions."""

    run: checked.Run
    passed: frozenset[str]
    meant: frozenset[str]
    claims: frozenset[str] = frozenset()
    """Samples that ran once more with their first claim turned round."""
    unmoved: Mapping[str, str] = field(default_factory=dict)
    """Those of them that did not fail by it, and what they did."""


def interpreters(given: Iterable[str]) -> list[str]:
    """Further interpreters: from the command line, and from the variable that `make test` sets."""
    return [path for path in (*given, *os.environ.get("VIVAVOCE_PYTHONS", "").split(":")) if path]


def run(folder: PackFolder, pythons: Sequence[str], *, write: bool) -> Report:
    """Run every sample everywhere; write the record, or compare with it."""
    found = of_folder(folder)
    report = Report()
    results = [result for python in pythons if (result := _run_on(python, found, report))]
    done = {_series(result.run["django"]) for result in results}
    report.lines += _summary(folder, found, results)
    report.lines += [
        f"{folder.slug}: Django {series}: not run (no interpreter with it; name one by --python)"
        for series in KNOWN
        if series not in done
    ]
    if write and not report.failed:
        checked.write(folder, found, _merged(found, folder.record, results))
        report.lines.append(f"{folder.slug}: wrote {checked.NAME}")
    if not write:
        _compare(folder, found, results, report)
    return report


def _summary(folder: PackFolder, found: Sequence[Sample], results: Sequence[Result]) -> Iterator[str]:
    """One line of counts; a claim is caught where it failed on every Django that it was tried on."""
    claims = frozenset[str]().union(*(result.claims for result in results))
    unmoved = frozenset[str]().union(*(result.unmoved for result in results))
    executed = " and ".join(f"{len(result.passed)} on Django {result.run['django']}" for result in results)
    if results:
        yield (
            f"{folder.slug}: {count(folder)}; samples executed: {executed} (of {len(found)}); "
            f"{len(claims)} claims inverted, {len(claims - unmoved)} caught"
        )


def _run_on(python: str, found: Sequence[Sample], report: Report) -> Result | None:
    """Run pytest in a process of its own: it makes and drops its own database."""
    with tempfile.TemporaryDirectory() as scratch:
        task, answer = Path(scratch) / "task.json", Path(scratch) / "answer.json"
        task.write_text(json.dumps([{**asdict(sample), "digest": sample.digest} for sample in found]))
        variables = {"VIVAVOCE_SAMPLES": str(task), "VIVAVOCE_ANSWER": str(answer), "VIVAVOCE_MODE": "test"}
        # Without the settings' name pytest-django waits for conftest.py, which starts the database first.
        environment = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
        command = [
            python,
            "-m",
            "pytest",
            str(RUNNER),
            "-q",
            "--tb=short",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:randomly",
        ]
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own file
            [*command, "--no-header"],
            cwd=settings.BACKEND,
            env=environment | variables,
            capture_output=True,
            text=True,
            timeout=_LIMIT,
            check=False,
        )
        if not answer.is_file():
            report.fail(f"{python}: the samples could not be run\n{_tail(done)}")
            return None
        data = json.loads(answer.read_text())
    result = _result(data)
    _describe(result, len(found), done, report)
    _describe_claims(result, found, report)
    return result


def _result(data: dict[str, Any]) -> Result:
    run = checked.Run(
        django=data["django"],
        python=data["python"],
        database=data["database"],
        on=datetime.now(UTC).date().isoformat(),
    )
    passed, claims = frozenset(data["passed"]), frozenset(data["inverted"])
    unmoved = {digest: what for digest, what in data["unmoved"].items() if digest in passed}
    return Result(run, passed, frozenset(data["meant"]), claims & passed, unmoved)


def _describe(result: Result, total: int, done: subprocess.CompletedProcess[str], report: Report) -> None:
    run = result.run
    place = f"Django {run['django']}, Python {run['python']}, {run['database']}"
    failed = len(result.meant - result.passed)
    rest = total - len(result.meant)
    report.lines.append(f"{place}: {len(result.passed)} passed, {failed} failed, {rest} not run (meant for others)")
    if failed:
        report.fail(_tail(done))


def _describe_claims(result: Result, found: Sequence[Sample], report: Report) -> None:
    """Name every claim that could be turned round without harm; too many of them are a failure."""
    places = {sample.digest: f"{sample.path}:{sample.line}" for sample in found}
    series = _series(result.run["django"])
    report.lines += [
        f"{places[digest]}: Django {series}, first claim turned round: {what}"
        for digest, what in result.unmoved.items()
    ]
    total, caught = len(result.claims), len(result.claims) - len(result.unmoved)
    line = f"Django {series}: {total} claims inverted, {caught} caught"
    if caught * 100 < total * CAUGHT:
        report.fail(f"{line}; at least {CAUGHT} % must be")
    else:
        report.lines.append(line)


def _tail(done: subprocess.CompletedProcess[str]) -> str:
    return (done.stdout + done.stderr).strip()[-6000:]


def _series(version: str) -> str:
    return ".".join(version.split(".")[:2])


def _merged(found: Sequence[Sample], record: checked.Runs, results: Sequence[Result]) -> checked.Runs:
    """The record with today's runs; a run on a series that was not at hand today stays, while its code is the same."""
    today = {_series(result.run["django"]) for result in results}
    merged: checked.Runs = {}
    for sample in found:
        kept = [run for run in record.get(sample.digest, []) if _series(run["django"]) not in today]
        new = [result.run for result in results if sample.digest in result.passed]
        if kept or new:
            merged[sample.digest] = sorted([*kept, *new], key=lambda run: _series(run["django"]))
    return merged


def _compare(folder: PackFolder, found: Sequence[Sample], results: Sequence[Result], report: Report) -> None:
    """Every sample that ran is on record for its series, and the record knows no sample that is gone."""
    if folder.texts != checked.texts(folder):
        report.fail(f"{folder.slug}: {checked.NAME} holds other texts than the files; run pack test")
    for sample in found:
        recorded = {_series(run["django"]) for run in folder.record.get(sample.digest, [])}
        ran = {_series(result.run["django"]) for result in results if sample.digest in result.passed}
        if missing := sorted(ran - recorded):
            report.fail(f"{sample.path}:{sample.line}: not on record for Django {', '.join(missing)}; run pack test")
    if gone := len(set(folder.record) - {sample.digest for sample in found}):
        report.fail(f"{folder.slug}: {checked.NAME} holds {gone} samples that are gone; run pack test")
