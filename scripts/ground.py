"""Where things are, how a step is run and reported, and how a step that was done is remembered."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
BACKEND = PROJECT / "backend"
FRONTEND = PROJECT / "frontend"
VAR = PROJECT / "var"
LOGS = VAR / "log"
VENV = PROJECT / ".venv"
STARTED = float(os.environ.setdefault("VIVAVOCE_STARTED", str(time.time())))  # of `make`, not of this program
NO_NETWORK = (
    *("name resolution", "NewConnectionError", "Failed to establish", "Network is unreachable"),
    *("No matching distribution", "Could not find a version"),
    *("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ERR_SOCKET_TIMEOUT"),
)
NO_ROOM = ("No space left on device", "ENOSPC", "Disk quota exceeded")


class Trouble(Exception):
    """Something that can be foreseen went wrong; the message is one sentence for the person at the terminal."""


def say(text: str) -> None:
    """One line of progress, with the seconds since the start."""
    print(f"[{time.time() - STARTED:6.1f} s] {text}", flush=True)


def python(venv: Path = VENV) -> str:
    """The interpreter of a virtual environment."""
    return str(venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def ready_folders() -> None:
    """Make the folders that git ignores."""
    try:
        LOGS.mkdir(parents=True, exist_ok=True)
        (VAR / "writable").touch()
    except PermissionError as refusal:
        raise Trouble(f"{VAR} cannot be written; run as the user it belongs to, or remove it.") from refusal
    except OSError as refusal:
        raise foreseen(refusal) from refusal


def foreseen(failure: OSError) -> Exception:
    """A full disk as a sentence; any other failure as it is."""
    full = failure.errno in {errno.ENOSPC, errno.EDQUOT}
    return Trouble(f"The disk is full: {PROJECT} cannot be written; make room and try again.") if full else failure


def quiet(
    name: str,
    command: Sequence[str],
    folder: Path = PROJECT,
    more: Mapping[str, str] | None = None,
    *,
    foresee: bool = False,
) -> str:
    """Run a step with its output in a log; what it printed. A failure shows its last lines.

    Where packages are fetched and files are made (``foresee``), a missing network and a full disk are one sentence; a
    test that fails may well print the same words.
    """
    log = LOGS / f"{name}.log"
    try:
        with log.open("w") as file:
            code = subprocess.call(  # noqa: S603 - commands of this project
                command,
                cwd=folder,
                env={**os.environ, **(more or {})},
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
            )
    except OSError as failure:
        raise foreseen(failure) from failure
    told = log.read_text(errors="replace")
    if code == 0:
        return told
    if foresee and any(mark in told for mark in NO_ROOM):
        raise Trouble(f"The disk is full: {PROJECT} cannot be written; make room and try again.")
    if foresee and any(mark in told for mark in NO_NETWORK):
        raise Trouble(f"Packages are missing and cannot be fetched: is there a network? (log: {log})")
    tail = "\n".join(told.strip().splitlines()[-20:])
    raise Trouble(f"{tail}\n{name} failed (log: {log}).")


def digest(paths: Iterable[Path]) -> str:
    """A fingerprint of files, by name and content."""
    found = hashlib.sha256(sys.version.encode())
    for path in sorted(paths):
        found.update(str(path.relative_to(PROJECT)).encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def files(*places: Path) -> list[Path]:
    """Every file in these places, without what is made from them."""
    found: list[Path] = []
    for place in places:
        if place.is_file():
            found.append(place)
        else:
            ignored = {"node_modules", "dist", "__pycache__"}
            found += [
                path for path in place.rglob("*") if path.is_file() and not ignored & set(path.relative_to(place).parts)
            ]
    return found


class Stamps:
    """What was done for which input; a folder's stamps go with the folder."""

    def __init__(self, folder: Path) -> None:
        """Keep the stamps in this folder."""
        self.path = folder / ".stamps.json"

    def read(self) -> dict[str, str]:
        """All stamps; none when the file is missing or torn."""
        with suppress(OSError, ValueError):
            found: dict[str, str] = json.loads(self.path.read_text())
            return found
        return {}

    def fresh(self, name: str, value: str) -> bool:
        """Whether this was done for this input."""
        return self.read().get(name) == value

    def set(self, name: str, value: str) -> None:
        """Remember it."""
        self.path.write_text(json.dumps({**self.read(), name: value}, indent=1))
