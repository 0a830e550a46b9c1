"""`make fuzz`: asks every operation of openapi.yaml for what fits its schema and for what does not, over HTTP."""

from __future__ import annotations

import re

import install
from checks import prepare, served
from ground import PROJECT, python, say

VENV_FUZZ = PROJECT / ".venv-fuzz"
TOLD = re.compile(r"^(?:with token|own settings|anonymous): .*$", re.MULTILINE)


def fuzz() -> int:
    """Against the served build and a new demo world, which is thrown away; the log holds each failure with its curl."""
    prepare(build=True)
    install.make_venv(VENV_FUZZ)
    install.install("requirements-fuzz", venv=VENV_FUZZ)
    say("fuzzing every operation; this takes some minutes")
    told = served("fuzz", python(), str(PROJECT / "scripts" / "fuzzing.py"), python(VENV_FUZZ))
    print("\n".join(TOLD.findall(told)))
    return 0
