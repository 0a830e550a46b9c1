"""`make audit`: asks everything in two worlds that differ in a colleague's scorecard only (docs/blindness.md)."""

from __future__ import annotations

import os
import subprocess

from checks import prepare
from ground import BACKEND, python


def audit() -> int:
    """Each value of each parameter alone, from each viewpoint; prints what was compared and what differed."""
    prepare()
    command = [python(), "-m", "pytest", "-q", "-n", "2", "tests/two_worlds"]
    return subprocess.call(command, cwd=BACKEND, env={**os.environ, "TWO_WORLDS": "every"})  # noqa: S603 - our own tests
