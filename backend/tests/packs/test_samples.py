"""Code samples are executed, and the record says where; what did not run is never called passed."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import django
import pytest

from vivavoce.packs import checked, testing
from vivavoce.packs.entries import PackFolder
from vivavoce.packs.linting import lint
from vivavoce.packs.samples import Sample, of_folder

HERE = Path(__file__).parent
RERUN = "questions/pipelines/rerun-a-load.md"
SERIES = ".".join(django.get_version().split(".")[:2])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A pack with one question and its one sample."""
    copied = Path(shutil.copytree(HERE / "data-engineer", tmp_path / "data-engineer"))
    for path in copied.rglob("*.md"):
        if path != copied / RERUN:
            path.unlink()
    shutil.rmtree(copied / "kits", ignore_errors=True)
    (copied / checked.NAME).unlink(missing_ok=True)
    return copied


def _higher(found: re.Match[str]) -> str:
    return str(int(found[0]) + 1)


def replace(root: Path, before: str, after: str) -> PackFolder:
    """Other words, at a higher version."""
    text = (root / RERUN).read_text()
    assert before in text
    (root / RERUN).write_text(re.sub(r"(?<=^version: )\d+", _higher, text.replace(before, after), flags=re.MULTILINE))
    folder, problems = lint(root)
    assert problems == []
    return folder


@pytest.fixture
def own_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """The samples' run makes a test database: not on the server of this run, where it has the same name."""
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "PYTEST_XDIST_WORKER", "PYTEST_XDIST_WORKER_COUNT"):
        monkeypatch.delenv(name, raising=False)


def test_a_sample_that_holds_is_recorded_and_one_that_does_not_fails(root: Path, own_server: None) -> None:
    after = "assert Tag.objects.count() == 1\n```"
    wrong = "```python run\nassert 1 == 2, 'the claim is wrong'\n```"
    newer = "```python run django>=99\nassert True\n```"
    committed = (
        "```python run transaction\nfrom django.db import transaction\n\nran = []\n"
        "with transaction.atomic():\n    transaction.on_commit(lambda: ran.append(1))\nassert ran == [1]\n```"
    )
    folder = replace(root, after, f"{after}\n\n{newer}\n\n{committed}")
    report = testing.run(folder, [sys.executable], write=True)
    assert not report.failed, report.lines
    assert "2 passed, 0 failed, 1 not run" in report.lines[0]
    assert report.lines[1] == f"Django {SERIES}: 2 claims inverted, 2 caught"
    executed = f"samples executed: 2 on Django {django.get_version()} (of 3); 2 claims inverted, 2 caught"
    assert report.lines[2].endswith(executed)
    runs, texts = checked.read(root)
    assert {text["slug"] for text in texts.values()} == {"rerun-a-load", "data-mid"}
    assert [run["django"] for found in runs.values() for run in found] == [django.get_version()] * 2

    folder = replace(root, after, f"{after}\n\n{wrong}")
    before = (root / checked.NAME).read_text()
    report = testing.run(folder, [sys.executable], write=True)
    assert report.failed
    assert "2 passed, 1 failed, 1 not run" in report.lines[0]
    assert "the claim is wrong" in report.lines[1]
    assert (root / checked.NAME).read_text() == before


def test_a_sample_that_runs_through_with_its_claim_turned_round_is_named_and_fails(
    root: Path, own_server: None
) -> None:
    after = "assert Tag.objects.count() == 1\n```"
    idle = "```python run\ndef claim():\n    assert True\n```"
    once = "import sys\n\nsys.modules['ran'] = int(not sys.modules.get('ran'))\n1 / sys.modules['ran']\n"
    early = f"```python run\n{once}assert True\n```"
    folder = replace(root, after, f"{after}\n\n{idle}\n\n{early}")
    report = testing.run(folder, [sys.executable], write=True)
    assert report.failed
    assert "3 passed, 0 failed" in report.lines[0]
    turned = f"Django {SERIES}, first claim turned round"
    assert report.lines[1:4] == [
        f"{RERUN}:96: {turned}: it still runs through",
        f"{RERUN}:101: {turned}: it stops with ZeroDivisionError before the claim",
        f"Django {SERIES}: 3 claims inverted, 1 caught; at least 95 % must be",
    ]
    assert not (root / checked.NAME).exists()


def test_an_interpreter_that_cannot_run_is_a_failure(root: Path) -> None:
    folder, _ = lint(root)
    report = testing.run(folder, ["/bin/false"], write=True)
    assert report.failed
    assert "could not be run" in report.lines[0]
    assert all(line.endswith("not run (no interpreter with it; name one by --python)") for line in report.lines[1:])
    assert not (root / checked.NAME).exists()


@pytest.fixture
def ran_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if every sample had passed on this Django."""

    def passed(python: str, found: list[Sample], report: testing.Report) -> testing.Result:
        digests = frozenset(sample.digest for sample in found)
        run = checked.Run(django=f"{SERIES}.9", python="3.11", database="PostgreSQL 18.6", on="2026-11-22")
        return testing.Result(run, digests, digests)

    monkeypatch.setattr(testing, "_run_on", passed)


def test_a_check_fails_where_a_sample_is_not_on_record(root: Path, ran_here: None) -> None:
    folder, _ = lint(root)
    report = testing.run(folder, ["python"], write=False)
    assert report.failed
    assert report.lines[-1] == f"{RERUN}:87: not on record for Django {SERIES}; run pack test"
    assert not (root / checked.NAME).exists()


def test_a_check_passes_with_the_record_and_fails_with_a_stale_one(root: Path, ran_here: None) -> None:
    testing.run(lint(root)[0], ["python"], write=True)
    assert not testing.run(lint(root)[0], ["python"], write=False).failed
    folder = replace(root, 'name="monday"', 'name="tuesday"')
    report = testing.run(folder, ["python"], write=False)
    assert report.failed
    assert "holds 1 samples that are gone" in report.lines[-1]


def test_a_run_elsewhere_stays_on_record_while_the_code_is_the_same(root: Path, ran_here: None) -> None:
    folder, _ = lint(root)
    (sample,) = of_folder(folder)
    other = {"django": "99.1", "python": "3.99", "database": "PostgreSQL 18.6", "on": "2026-01-01"}
    record = {"samples": {sample.digest: {"file": RERUN, "heading": "Score 4", "runs": [other]}}}
    (root / checked.NAME).write_text(json.dumps(record))
    testing.run(lint(root)[0], ["python"], write=True)
    assert [run["django"] for run in checked.read(root)[0][sample.digest]] == [f"{SERIES}.9", "99.1"]


def test_a_question_is_checked_where_all_its_samples_ran() -> None:
    def run(version: str) -> checked.Run:
        return checked.Run(django=version, python="3.11", database="PostgreSQL 18.6", on="2026-11-22")

    one, two = Sample("a.md", "Score 3", 1, "assert 1"), Sample("a.md", "Score 4", 9, "assert 2", ("django>=6.0",))
    runs = {one.digest: [run("5.2.19"), run("6.1.3")], two.digest: [run("6.1.3")]}
    assert [check["version"] for check in checked.checks([one, two], runs)] == ["5.2.19", "6.1.3"]
    assert [check["version"] for check in checked.checks([one, two], {one.digest: runs[one.digest]})] == ["5.2.19"]
    assert checked.checks([], runs) == []
    assert checked.checks([one, two], {}) == []
