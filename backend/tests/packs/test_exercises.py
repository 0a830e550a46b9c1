"""Exercises: the linter sees what is wrong with their files, ``pack test`` what is wrong with their code."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from vivavoce.packs import exercise_runs
from vivavoce.packs.entries import Problem
from vivavoce.packs.exercises import MOST_BYTES, archive
from vivavoce.packs.linting import lint
from vivavoce.packs.services import Refused, load
from vivavoce.questions.models import Exercise

HERE = Path(__file__).parent
REAL = HERE.parent.parent / "content" / "python-django" / "samples" / "group-and-count"
SLUG = "rerun-a-load"
ADDRESS = f"/api/v1/questions/{SLUG}/exercise/"
EXERCISE = f"slug: {SLUG}\ntitle: Best sellers\nmodule: bestsellers\nminutes: 45\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The second pack, whose first question has an exercise."""
    root = Path(shutil.copytree(HERE / "data-engineer", tmp_path / "data-engineer"))
    shutil.copytree(REAL, root / "samples" / SLUG, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "samples" / f"{SLUG}.yaml").write_text(EXERCISE)
    return root


def faults(root: Path) -> list[Problem]:
    return [problem for problem in lint(root)[1] if problem.path.startswith("samples/")]


def packed(root: Path) -> bytes:
    folder, _ = lint(root)
    (entry,) = folder.entries("exercise")
    return archive(entry, folder)


def unpacked(root: Path, place: Path) -> Path:
    zipfile.ZipFile(io.BytesIO(packed(root))).extractall(place)
    return place / SLUG


def replace(path: Path, before: str, after: str) -> None:
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))


def test_a_whole_exercise_has_no_faults(root: Path) -> None:
    assert faults(root) == []


Break = Callable[[Path], object]
BROKEN: dict[str, tuple[Break, str, int, str]] = {
    "no question": (
        lambda at: at.with_name("nobody.yaml").write_text(EXERCISE.replace(SLUG, "nobody")), "nobody.yaml", 1,
        "no question has the slug 'nobody'",
    ),
    "no folder": (shutil.rmtree, f"{SLUG}.yaml", 1, "test_visible.py is missing"),
    "no entry": (lambda at: at.with_name(f"{SLUG}.yaml").unlink(), SLUG, 1, "no exercise has this folder"),
    "no statement": (lambda at: (at / "README.md").unlink(), f"{SLUG}.yaml", 1, "README.md is missing"),
    "no stub": (lambda at: (at / "bestsellers.py").unlink(), f"{SLUG}.yaml", 1, "bestsellers.py is missing"),
    "no own tests": (lambda at: (at / "solutions/own_tests.py").unlink(), f"{SLUG}.yaml", 1, "own_tests.py is missing"),
    "four mutants": (lambda at: next((at / "mutants").glob("*.py")).unlink(), f"{SLUG}.yaml", 1, "there are 4 mutants"),
    "one alternative": (
        lambda at: (at / "solutions/with_a_heap.py").unlink(), f"{SLUG}.yaml", 1, "there are 1 solutions beside",
    ),
    "a stranger": (lambda at: (at / "data.csv").write_text("1"), f"{SLUG}/data.csv", 1, "no such file belongs"),
    "a link": (lambda at: (at / "passwd").symlink_to("/etc/passwd"), f"{SLUG}.yaml", 1, "the folder holds a link"),
    "too large": (
        lambda at: (at / "README.md").write_text("x" * MOST_BYTES), f"{SLUG}.yaml", 1, "the folder holds 1",
    ),
    "bytes": (lambda at: (at / "test_own.py").write_bytes(b"\xff"), f"{SLUG}/test_own.py", 1, "is not UTF-8"),
    "no Python": (lambda at: (at / "test_own.py").write_text("\ndef"), f"{SLUG}/test_own.py", 2, "not Python"),
    "unfinished": (
        lambda at: (at / "solutions/README.md").write_text("# S\n\nTODO\n"), f"{SLUG}/solutions/README.md", 3, "'TODO'",
    ),
    "heading": (lambda at: replace(at / "README.md", "## Rules", "## Law"), f"{SLUG}/README.md", 1, "the headings"),
    "command": (
        lambda at: replace(at / "README.md", "python check.py", "check"), f"{SLUG}/README.md", 1, "does not say `pyth",
    ),
    "silent stub": (
        lambda at: (at / "bestsellers.py").write_text("def parse(line):\n    raise NotImplementedError\n"),
        f"{SLUG}/bestsellers.py", 1, "parse has no docstring",
    ),
    "silent mutant": (
        lambda at: (at / "mutants/ties_as_they_came.py").write_text("a = 1\n"),
        f"{SLUG}/mutants/ties_as_they_came.py", 1, "does not say what is wrong",
    ),
    "a package": (
        lambda at: (at / "test_own.py").write_text("import os\nimport django\n"), f"{SLUG}/test_own.py", 2, "'django'",
    ),
    "the network": (
        lambda at: (at / "test_own.py").write_text("from urllib.request import urlopen\n"),
        f"{SLUG}/test_own.py", 1, "imports 'urllib'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_the_linter_names_each_planted_fault(name: str, root: Path) -> None:
    plant, path, line, message = BROKEN[name]
    plant(root / "samples" / SLUG)
    found = [problem for problem in faults(root) if message in problem.message]
    assert [(problem.path, problem.line) for problem in found] == [(f"samples/{path}", line)], faults(root)


def test_the_same_files_are_the_same_bytes_whenever_they_were_written(root: Path) -> None:
    before = packed(root)
    for path in root.rglob("*"):
        os.utime(path, (1, 1))
    assert packed(root) == before
    members = zipfile.ZipFile(io.BytesIO(before)).infolist()
    assert [member.filename for member in members] == sorted(member.filename for member in members)
    assert {(member.date_time, member.compress_type) for member in members} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_the_download_holds_the_exercise_and_hides_the_mutants(root: Path, tmp_path: Path) -> None:
    place = unpacked(root, tmp_path / "desk")
    names = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    alone = {"README.md", "bestsellers.py", "check.py", "mutants.txt", "pytest.ini", "test_own.py", "test_visible.py"}
    solutions = {"README.md", "own_tests.py", "reference.py", "sort_and_group.py", "with_a_heap.py"}
    assert names == alone | {"LICENCE.txt"} | {f"solutions/{name}" for name in solutions}
    assert "def " not in (place / "mutants.txt").read_text()
    assert "MIT-0" in (place / "LICENCE.txt").read_text()


def test_it_runs_in_a_folder_of_its_own_with_the_commands_of_the_statement(root: Path, tmp_path: Path) -> None:
    place = unpacked(root, tmp_path / "desk")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": os.environ["PATH"], "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)

    done = run("-m", "pytest")
    assert (done.returncode, "NotImplementedError" in done.stdout) == (1, True)
    assert "mend that first" in run("check.py").stdout
    shutil.copy(place / "solutions" / "reference.py", place / "bestsellers.py")
    assert run("-m", "pytest").returncode == 0
    done = run("check.py")
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "Your tests catch 0 of 5.")
    assert "  1 got away\n" in done.stdout
    assert "  5 got away: Leaves products that sold the same" in run("check.py", "--names").stdout
    shutil.copy(place / "solutions" / "own_tests.py", place / "test_own.py")
    done = run("check.py")
    assert (done.returncode, done.stdout) == (0, "Your tests catch 5 of 5.\n")


def test_pack_test_runs_solutions_and_mutants(root: Path) -> None:
    report = exercise_runs.run(lint(root)[0])
    assert not report.failed, report.lines
    assert report.lines[0].endswith("3 solutions and 5 mutants executed, 0 faults")


def test_pack_test_says_what_an_exercise_does_not_keep(root: Path) -> None:
    at = root / "samples" / SLUG
    right = (at / "solutions" / "reference.py").read_text()
    (at / "bestsellers.py").write_text(right)
    replace(at / "solutions" / "with_a_heap.py", "pieces > 0", "pieces > 1")
    (at / "mutants" / "ties_as_they_came.py").write_text(right)
    replace(at / "mutants" / "keeps_what_came_back.py", "key=lambda pair: (-pair[1], pair[0])", "key=len")
    report = exercise_runs.run(lint(root)[0])
    said = "\n".join(report.lines)
    assert report.failed
    assert report.lines[0].endswith(f"{len(report.lines) - 1} faults")
    assert "the stub does not fail the visible tests" in said
    assert "solutions/with_a_heap.py does not pass" in said
    assert "mutants/keeps_what_came_back.py does not pass the tests that are there" in said
    assert "own_tests.py does not catch every mutant" in said
    assert "5 got away: Which products sold most" in said


@pytest.mark.django_db
def test_what_is_downloaded_is_what_was_loaded_until_it_goes(root: Path, client: Client) -> None:
    load(root)
    assert client.get(f"/api/v1/questions/{SLUG}/").json()["exercise"] == ADDRESS
    assert client.get("/api/v1/questions/?exercise=true").json()["count"] == 1
    assert client.get(ADDRESS).content == packed(root)
    loaded = load(root, again=True)
    assert (loaded.plan.changes, Exercise.objects.count()) == ([], 1)

    replace(root / "samples" / SLUG / "README.md", "eleven minutes", "twelve minutes")
    assert [str(change) for change in load(root).plan.changes] == [f"update exercise {SLUG} (status or record of runs)"]
    assert client.get(ADDRESS).content == packed(root)

    shutil.rmtree(root / "samples")
    assert [change.action for change in load(root).plan.changes] == ["retire"]
    assert client.get(f"/api/v1/questions/{SLUG}/").json()["exercise"] is None
    assert client.get(ADDRESS).status_code == 404


@pytest.mark.django_db
def test_a_pack_with_a_broken_exercise_is_not_loaded(root: Path) -> None:
    (root / "samples" / SLUG / "test_visible.py").unlink()
    with pytest.raises(Refused):
        load(root)
    assert not Exercise.objects.exists()
