"""R5: a rolling reload under load."""

from __future__ import annotations

import time

from drills.load import Load
from drills.outcome import Outcome
from drills.stage import Stage

RELOADS = 3


def reload(stage: Stage) -> Outcome:
    """Nobody notices that every worker was replaced: clients keep their connections, and none asks twice."""
    outcome = Outcome(f"{RELOADS} reloads (HUP) under 4 writers, 3 readers, 2 idlers")
    load = Load(stage.port, stage.token, "R5")
    took = []
    with load.running(writers=4, readers=3, unhurried=2):
        for _ in range(RELOADS):
            time.sleep(0.5)
            old, begun = set(stage.workers()), time.monotonic()
            stage.hang_up()
            stage.full_house(but=old)
            took.append(time.monotonic() - begun)
        time.sleep(1)
    outcome.add(load)
    failed = load.requests - load.statuses[200] - load.statuses[201]
    if failed:
        outcome.wrong.append(f"{failed} requests failed: {dict(load.statuses)}, {sorted(set(load.lost))[:3]}")
    outcome.measured = f"{failed} failed; all workers replaced within {max(took):.1f} s of each signal"
    return outcome
