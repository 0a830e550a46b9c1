"""The commands of the Makefile: listed, and what can be foreseen to go wrong ends in one sentence."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]
sys.path.append(str(PROJECT / "scripts"))

import checks  # noqa: E402 - the program behind make is beside the back end
import ground  # noqa: E402
import house  # noqa: E402
import install  # noqa: E402


def make(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    mine = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}  # of `make test` itself
    return subprocess.run(
        ["make", *words], cwd=PROJECT, env={**mine, **more}, capture_output=True, text=True, check=False
    )


def test_help_lists_every_target_that_there_is() -> None:
    listed = set(re.findall(r"^  make (\w+) ", make("help").stdout, re.MULTILINE))
    assert listed == {"help", *house.TARGETS}
    assert make().stdout == make("help").stdout


def test_a_port_that_is_taken_is_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        told = make("run", f"PORT={port}", f"PYTHON={sys.executable}")
    assert told.returncode != 0
    assert told.stderr.splitlines()[0].startswith(f"Port {port} is taken by another program; choose another: make run")


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_a_port_that_is_none_is_one_sentence(port: str) -> None:
    told = make("run", f"PORT={port}", f"PYTHON={sys.executable}")
    assert told.stderr.splitlines()[0] == f"PORT must be a number from 1 to 65535, not '{port}'."


def test_an_old_python_is_one_sentence() -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 10); sys.argv[1:] = ['run']; runpy.run_path('scripts/house.py')"
    )
    told = subprocess.run([sys.executable, "-c", pretend], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (
        told.stderr
        == "Python 3.11 or newer is needed and this is Python 3.10; name another: make PYTHON=python3.12 run\n"
    )


def test_no_python_at_all_is_one_sentence() -> None:
    told = make("run", "PYTHON=python3.99")
    assert told.stdout == "Python 3.11 or newer is needed and there is no python3.99 here.\n"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Temporary failure in name resolution", "Packages are missing and cannot be fetched: is there a network?"),
        ("npm error code ENOTFOUND", "Packages are missing and cannot be fetched: is there a network?"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
    ],
)
def test_no_network_and_no_room_are_one_sentence(
    line: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ground, "LOGS", tmp_path)
    with pytest.raises(ground.Trouble, match=re.escape(sentence)) as caught:
        ground.quiet("step", ["sh", "-c", f"echo {line!r}; exit 1"], foresee=True)
    assert len(str(caught.value).splitlines()) == 1


def test_any_other_failure_shows_its_last_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ground, "LOGS", tmp_path)
    with pytest.raises(ground.Trouble, match=r"(?s)the reason.*step failed"):
        ground.quiet("step", ["sh", "-c", "echo the reason: ECONNREFUSED; exit 3"])


def test_a_step_is_done_again_only_for_another_input(tmp_path: Path) -> None:
    stamps = ground.Stamps(tmp_path)
    assert not stamps.fresh("step", "1")
    stamps.set("step", "1")
    assert ground.Stamps(tmp_path).fresh("step", "1")
    assert not stamps.fresh("step", "2")
    stamps.path.write_text("{torn")
    assert not stamps.fresh("step", "1")


def test_an_old_node_is_not_used(tmp_path: Path) -> None:
    old = tmp_path / "node"
    old.write_text("#!/bin/sh\necho v20.20.2\n")
    old.chmod(0o755)
    assert install.version_of_node(str(old)) == 20 < install.OLDEST_NODE


def test_without_a_browser_the_tests_say_so_and_fail_only_when_it_is_required(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checks, "chromium", lambda: None)
    monkeypatch.delenv("REQUIRE_BROWSER", raising=False)
    report = checks.Report()
    checks.browser_tests(report)
    assert "browser tests: not run (make browser)" in capsys.readouterr().out
    assert report.end() == 0
    monkeypatch.setenv("REQUIRE_BROWSER", "1")
    checks.browser_tests(report)
    assert report.end() == 1


def test_the_build_server_runs_nothing_of_its_own() -> None:
    lines = (PROJECT / ".ci" / "run").read_text().splitlines()
    assert lines[-2:] == ["make browser", "REQUIRE_BROWSER=1 make test"]


def test_the_locks_hold_hashes_and_no_addresses() -> None:
    locks = [*(PROJECT / "backend").glob("requirements*.txt"), PROJECT / "frontend" / "package-lock.json"]
    assert len(locks) == 7
    for lock in locks:
        text = lock.read_text()
        assert "sha256:" in text or '"integrity": "sha512-' in text, lock
        assert not re.search(r"https?://[^ \"]*\.(whl|tgz|gz)|index-url|find-links|\"resolved\"", text), lock


def test_the_server_has_at_most_twenty_direct_dependencies() -> None:
    lines = (PROJECT / "backend" / "requirements.in").read_text().splitlines()
    direct = [line for line in lines if line and not line.startswith("#")]
    assert len(direct) <= 20
