"""Executes exercises for ``pack test``: from the bytes that are downloaded, without plug-ins and without a network."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from vivavoce.packs.entries import Entry, PackFolder
from vivavoce.packs.exercises import ALTERNATIVES, MUTANTS, archive, files_of
from vivavoce.packs.testing import Report

_LIMIT = 120
_AT_ONCE = 2
_OFFLINE = """
import socket

def refuse(*_args, **_options):
    raise OSError("an exercise has no network")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
"""
"""Python reads ``sitecustomize`` before anything else."""
_VISIBLE, _OWN = "test_visible.py", "test_own.py"


def run(folder: PackFolder) -> Report:
    """One line that counts, and everything in which an exercise is not what it says."""
    entries = folder.entries("exercise")
    report = Report()
    if not entries:
        return report
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        wrong = [fault for faults in pool.map(lambda entry: list(_faults(entry, folder)), entries) for fault in faults]
    solutions, mutants = (1 + ALTERNATIVES) * len(entries), MUTANTS * len(entries)
    python = ".".join(map(str, sys.version_info[:3]))
    said = f"{solutions} solutions and {mutants} mutants executed"
    report.lines.append(f"{folder.slug}: {len(entries)} exercises on Python {python}: {said}, {len(wrong)} faults")
    for fault in wrong:
        report.fail(fault)
    return report


def _faults(entry: Entry, folder: PackFolder) -> Iterator[str]:
    files = files_of(entry, folder)
    module = f"{entry.data['module']}.py"
    own = files["solutions/own_tests.py"]
    with tempfile.TemporaryDirectory() as scratch:
        desk = Desk(Path(scratch), archive(entry, folder), entry.data["slug"])
        told = f"{entry.path}: "
        if desk.pytest(_VISIBLE).returncode != 1:
            yield f"{told}the stub does not fail the visible tests"
        yield from (f"{told}{fault}" for fault in _of_solutions(desk, module, files))
        yield from (f"{told}{fault}" for fault in _of_mutants(desk, module, files))
        desk.write(**{module: files["solutions/reference.py"]})
        done = desk.python("check.py")
        if done.returncode != 1 or f"of {MUTANTS}" not in done.stdout:
            yield f"{told}the example in test_own.py alone satisfies check.py\n{done.stdout}"
        desk.write(**{_OWN: own})
        done = desk.python("check.py", "--names")
        if done.returncode != 0 or f"{MUTANTS} of {MUTANTS}" not in done.stdout:
            yield f"{told}own_tests.py does not catch every mutant\n{done.stdout}{done.stderr}"


def _of_solutions(desk: Desk, module: str, files: dict[str, bytes]) -> Iterator[str]:
    """The reference and its alternatives pass what is seen, the example, and our own tests."""
    desk.write(**{"test_ours.py": files["solutions/own_tests.py"]})
    for name, code in files.items():
        if name.startswith("solutions/") and name.endswith(".py") and not name.endswith("own_tests.py"):
            desk.write(**{module: code})
            done = desk.pytest(_VISIBLE, _OWN, "test_ours.py")
            if done.returncode != 0:
                yield f"{name} does not pass\n{done.stdout[-3000:]}"
    desk.remove("test_ours.py")


def _of_mutants(desk: Desk, module: str, files: dict[str, bytes]) -> Iterator[str]:
    """No mutant is caught by what is there already, so that one's own tests are what finds it."""
    for name, code in files.items():
        if name.startswith("mutants/"):
            desk.write(**{module: code})
            done = desk.pytest(_VISIBLE, _OWN)
            if done.returncode != 0:
                yield f"{name} does not pass the tests that are there\n{done.stdout[-3000:]}"


class Desk:
    """An unpacked download and a Python that works on it."""

    def __init__(self, scratch: Path, packed: bytes, slug: str) -> None:
        zipfile.ZipFile(io.BytesIO(packed)).extractall(scratch)
        (scratch / "offline").mkdir()
        (scratch / "offline" / "sitecustomize.py").write_text(_OFFLINE)
        self.root = scratch / slug
        # Nothing of the service's own settings, and no plug-ins of its tests.
        inherited = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "TMPDIR", "LANG"}}
        self.environment = {
            **inherited,
            "PYTHONPATH": str(scratch / "offline"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        }

    def write(self, **files: bytes) -> None:
        """Put files into the folder."""
        for name, raw in files.items():
            (self.root / name).write_bytes(raw)

    def remove(self, name: str) -> None:
        """Take a file away."""
        (self.root / name).unlink()

    def pytest(self, *names: str) -> subprocess.CompletedProcess[str]:
        """Run some tests."""
        return self.python("-m", "pytest", "-q", "-x", "--tb=short", "-p", "no:cacheprovider", *names)

    def python(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Python in the folder."""
        return subprocess.run(  # noqa: S603 - our own interpreter; what it runs comes from the pack under test
            [sys.executable, *arguments],
            cwd=self.root,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=_LIMIT,
            check=False,
        )
