"""`make fuzz`: asks every operation of openapi.yaml for what fits its schema and for what does not, over HTTP."""

from __future__ import annotations

import os

import install
from checks import COUNTED, fuzzed, prepare
from ground import say


def fuzz() -> int:
    """Against the served build and a new demo world, which is thrown away; the log holds each failure with its curl."""
    prepare(build=True)
    tools = install.contract_tools()
    say("fuzzing every operation; this takes some minutes")
    told = fuzzed("fuzz", tools, os.environ.get("FUZZ_SECONDS", "240"))
    print("".join(COUNTED.findall(told)), end="")
    return 0
