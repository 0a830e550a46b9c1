"""R6: the disk of the database is full, and then it is not."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import time

from drills.load import Load
from drills.outcome import Outcome
from drills.stage import Stage
from drills.waiting import wait_for

TABLE = "openings_opening"
ROOM = 1  # MB that are free at first


def disk(stage: Stage) -> Outcome:
    """Writes are refused with 507, reads go on, and once there is room so do writes; nothing is started again."""
    outcome = Outcome("the filesystem under a table is filled, then grown")
    if sys.platform != "linux" or os.geteuid() != 0:
        outcome.missing = "only root may mount a small filesystem (Linux)"
        return outcome
    place = stage.folder / "small"
    account = stage.database.account
    stage.database.account.own(place)
    size = int(stage.sql(f"SELECT pg_table_size('{TABLE}')")) // 2**20 + 1 + ROOM
    options = f"size={size}m,mode=0700,uid={account.uid},gid={account.gid}"
    mounted = subprocess.run(  # noqa: S603 - our own folder
        ["/bin/mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        outcome.missing = f"no small filesystem can be mounted here: {mounted.stderr.strip()}"
        return outcome
    unmount = ["/bin/umount", "-l", str(place)]
    stage.cleaning.callback(subprocess.run, unmount, check=False)
    stage.sql(f"CREATE TABLESPACE small LOCATION '{place}'")
    stage.sql(f"ALTER TABLE {TABLE} SET TABLESPACE small")
    fill(stage, outcome, ["/bin/mount", "-o", f"remount,size={size + 64}m", str(place)])
    stage.sql(f"ALTER TABLE {TABLE} SET TABLESPACE pg_default")
    stage.sql("DROP TABLESPACE small")
    return outcome


def fill(stage: Stage, outcome: Outcome, grow: list[str]) -> None:
    """Write until nothing fits, look at reads, make room, look at writes."""
    there = set(stage.workers())
    load = Load(stage.port, stage.token, "R6")
    load.filling = secrets.token_hex(9_900)
    with load.running(writers=4, readers=2):
        full = wait_for(lambda: load.statuses[507] >= 8, 40)
        time.sleep(1)
        read = load.statuses[200]
        time.sleep(1)
        read = load.statuses[200] - read
        before = len(load.acknowledged)
        subprocess.run(grow, check=True)  # noqa: S603 - our own command
        begun = time.monotonic()
        again = wait_for(lambda: len(load.acknowledged) > before + 4)
        took = time.monotonic() - begun
    outcome.add(load)
    if not full:
        outcome.wrong.append(f"writes were not refused with 507: {dict(load.statuses)}")
    if not read:
        outcome.wrong.append("no read was answered while the disk was full")
    if not again:
        outcome.wrong.append("no write was accepted once there was room")
    if load.statuses[503] or load.lost:
        outcome.wrong.append(f"503s: {load.statuses[503]}, lost answers: {sorted(set(load.lost))[:3]}")
    if set(stage.workers()) != there:
        outcome.wrong.append("a worker was replaced")
    outcome.measured = f"{load.statuses[507]} x 507; {read} reads/s meanwhile; writes again {took:.1f} s after room"
