"""`make drill`: kills, stops and fills what the server stands on, and compares what it said with what is there."""

from __future__ import annotations

import os

import install
from ground import PROJECT, python
from serving import become, environment, free_port


def drill() -> int:
    """Against a server of its own on a free port, with a database in a temporary folder."""
    os.environ.pop("DATABASE_URL", None)  # never another's database
    install.everything(build=False)
    command = [python(), str(PROJECT / "scripts" / "drilling.py"), *os.environ.get("DRILLS", "").split()]
    # Limits stay on, so that their memory is killed, too; they are set so high that they refuse nobody.
    rates = dict.fromkeys(("RATE_LIMIT", "RATE_LIMIT_ANONYMOUS"), "1000000/s")
    return become(command, environment(free_port()) | rates)
