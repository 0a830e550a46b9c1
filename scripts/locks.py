"""The pinned packages: `make lock`, and the second lane, which is Django 6.1 on a newer Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import install
from ground import BACKEND, PROJECT, VAR, python, quiet, say

VENV_61 = PROJECT / ".venv-django61"


def newer_python() -> str | None:
    """A Python from 3.12 up, for Django 6.1: this one, one on PATH, or one of pyenv's."""
    names = [f"python3.{minor}" for minor in range(15, 11, -1)]
    found = [sys.executable, *filter(None, map(shutil.which, names))]
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    found += sorted(map(str, root.glob("versions/3.*/bin/python")), reverse=True)
    for path in found:  # a shim on PATH may be for a version that is not switched on
        told = subprocess.run(  # noqa: S603 - an interpreter
            [path, "-c", "import sys; print(sys.version_info[:2] >= (3, 12))"],
            capture_output=True,
            text=True,
            check=False,
        )
        if told.stdout.strip() == "True":
            return path
    return None


def second_lane(base: str) -> str:
    """The environment of the second lane."""
    install.make_venv(VENV_61, base)
    install.install("requirements-django61", venv=VENV_61)
    return ""


def lock() -> int:
    """Choose the newest allowed packages and pin them by hash, without addresses."""
    install.make_venv()
    quiet("uv", [python(), "-m", "pip", "install", "-q", "uv"])
    options = ["--universal", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-header"]
    compile_ = [python(), "-m", "uv", "pip", "compile", "-q", "--upgrade", "--no-annotate", *options]
    older = [*compile_, "--python-version", "3.11"]
    quiet("lock", [*older, "requirements.in", "-o", "requirements.txt"], BACKEND)
    for name in ("local", "node", "dev", "fuzz"):
        bound = ["-c", "requirements.txt", f"requirements-{name}.in", "-o", f"requirements-{name}.txt"]
        quiet(f"lock-{name}", [*older, *bound], BACKEND)
    override = VAR / "django61.txt"
    override.write_text("Django[argon2]>=6.1,<6.2\n")
    every = ["requirements.in", "requirements-local.in", "requirements-dev.in"]
    newer = [*compile_, "--python-version", "3.12", "--override", str(override), *every]
    quiet("lock-django61", [*newer, "-o", "requirements-django61.txt"], BACKEND)
    say("the locks are written; `make test` says whether they fit")
    return 0
