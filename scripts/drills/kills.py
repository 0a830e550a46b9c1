"""R2: kill -9 of workers and of the server while writes are acknowledged."""

from __future__ import annotations

import os
import signal
import time

from drills.load import Load
from drills.outcome import Outcome
from drills.stage import Stage

WORKERS_KILLED = 5
SERVERS_KILLED = 2


def kills(stage: Stage, plant: bool = False) -> Outcome:
    """Whatever dies, what was acknowledged is there afterwards, once."""
    outcome = Outcome(f"kill -9: {WORKERS_KILLED} workers, {SERVERS_KILLED} masters, under 8 writers")
    load = Load(stage.port, stage.token, "R2", patience=5)
    away = []
    with load.running(writers=8):
        for _ in range(WORKERS_KILLED):
            time.sleep(0.6)
            os.kill(stage.full_house()[0], signal.SIGKILL)
        for _ in range(SERVERS_KILLED):
            time.sleep(1)
            begun = time.monotonic()
            stage.kill_server()
            stage.start_server()
            away.append(time.monotonic() - begun)
        time.sleep(1)
    if plant:
        load.lose_one()
    outcome.add(load)
    if not load.lost:
        outcome.wrong.append("no answer was lost: nothing was killed under load")
    outcome.measured = (
        f"{len(load.lost)} answers lost and asked for again, {load.replayed} of them replayed; "
        f"ready {max(away):.1f} s after the master's death"
    )
    return outcome
