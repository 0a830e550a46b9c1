"""Runs the drills against a server and a database of their own: python drilling.py [--plant-loss] [R2 R7 ...]

Each drill breaks something on purpose, on loopback and in a temporary folder. Everything that was started is ended,
also after a failure, Ctrl-C or the end of the time. ``--plant-loss`` deletes a row that R2 was told is written, behind
its back: then the drill must fail.
"""

from __future__ import annotations

import signal
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from ground import BACKEND, Trouble, say

sys.path.insert(0, str(BACKEND))

from drills.bounds import bounds
from drills.caller import Lost
from drills.database import database
from drills.disk import disk
from drills.keys import answers_lost, keys
from drills.kills import kills
from drills.outcome import Outcome, table
from drills.reload import reload
from drills.stage import Stage

from config.postgres_programs import DatabaseProblem

BOUND = 280  # seconds for all of it
DRILLS: dict[str, Callable[[Stage], Outcome]] = {
    "R16": bounds,
    "R1": keys,
    "R3": answers_lost,
    "R5": reload,
    "R2": kills,
    "R7": database,
    "R6": disk,
}
PLANT = "--plant-loss"


def too_late(*_: object) -> None:
    """The alarm."""
    raise Trouble(f"The drills took more than {BOUND} seconds and were ended.")


def ended(*_: object) -> None:
    """A polite end is treated as Ctrl-C."""
    raise KeyboardInterrupt


def run(stage: Stage, name: str, drill: Callable[[Stage], Outcome]) -> tuple[str, Outcome, float]:
    """One drill; one that cannot go on has failed."""
    begun = time.monotonic()
    try:
        outcome = drill(stage)
    except (Lost, DatabaseProblem, OSError, LookupError, ValueError) as trouble:
        outcome = Outcome("could not go on", wrong=[f"{type(trouble).__name__}: {trouble}"])
    say(f"{name} {outcome.word}")
    return name, outcome, time.monotonic() - begun


def main(words: list[str]) -> int:
    """Those that are named, or all."""
    wanted = [word for word in words if word != PLANT] or list(DRILLS)
    if unknown := set(wanted) - DRILLS.keys():
        raise Trouble(f"There is no drill {min(unknown)}; there are {', '.join(DRILLS)}.")
    chosen = {name: DRILLS[name] for name in wanted}
    if PLANT in words:
        chosen = {"R2": partial(kills, plant=True)}
    signal.signal(signal.SIGTERM, ended)
    signal.signal(signal.SIGALRM, too_late)
    signal.alarm(BOUND)
    rows = []
    with Stage(Path(tempfile.mkdtemp(prefix="vivavoce-drill-"))) as stage:
        for name, drill in chosen.items():
            rows.append(run(stage, name, drill))
    print(f"\n{table(rows)}")
    failed = [name for name, outcome, _ in rows if outcome.wrong]
    print(f"\n{len(rows) - len(failed)} of {len(rows)} drills passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (Trouble, DatabaseProblem) as trouble:
        sys.exit(str(trouble))
    except KeyboardInterrupt:
        sys.exit(130)
