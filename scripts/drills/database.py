"""R7: the database is gone and comes back."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from drills.caller import Caller, Lost
from drills.load import Load
from drills.outcome import Outcome
from drills.stage import Stage
from drills.waiting import wait_for

AWAY = 4.0  # seconds
READY_WITHIN = 2.0
OTHERS = ("/_allauth/browser/v1/auth/session", "/api/v1/me/", "/api/v1/questions/", "/admin/")


@dataclass
class Watch:
    """What is asked of a server without its database, again and again."""

    port: int
    asked: int = 0
    unready: float | None = None  # seconds from the database's end to the first 503 of /readyz
    slowest: float = 0  # of /readyz
    busy: float = 0  # the slowest of /healthz, which asks for nothing: how busy the machine is
    wrong: set[str] = field(default_factory=set)

    def look(self, since: float) -> None:
        """Once: is it alive, is it ready, what does everything else say?"""
        try:
            with Caller(self.port, patience=5) as caller:
                begun = time.monotonic()
                ready = caller.ask("GET", "/readyz").status
                self.slowest = max(self.slowest, time.monotonic() - begun)
                if ready == 503 and self.unready is None:
                    self.unready = time.monotonic() - since
                begun = time.monotonic()
                alive = caller.ask("GET", "/healthz").status
                self.busy = max(self.busy, time.monotonic() - begun)
                if alive != 200:
                    self.wrong.add(f"/healthz answered {alive}")
                self._elsewhere(caller)
        except Lost as trouble:
            self.wrong.add(str(trouble))

    def _elsewhere(self, caller: Caller) -> None:
        for path in OTHERS:
            answer = caller.ask("GET", path, Cookie="session=0123456789abcdefghijklmnopqrstuv")
            if answer.status != 503 or "retry-after" not in answer.headers:
                self.wrong.add(f"{path} answered {answer.status}, Retry-After {answer.headers.get('retry-after')}")
            if b"Traceback" in answer.content or b"OperationalError" in answer.content:
                self.wrong.add(f"{path} shows its inside")
        self.asked += 2 + len(OTHERS)


def database(stage: Stage) -> Outcome:
    """Not ready within two seconds, alive, 503 with Retry-After, and all is well again once the database is."""
    outcome = Outcome(f"PostgreSQL stopped at once for {AWAY:.0f} s under 4 writers, 2 readers")
    there = set(stage.workers())
    load, watch = Load(stage.port, stage.token, "R7"), Watch(stage.port)
    with load.running(writers=4, readers=2):
        time.sleep(1.5)
        stage.stop_database()
        stopped = time.monotonic()
        while time.monotonic() < stopped + AWAY:
            watch.look(stopped)
            time.sleep(0.1)
        before = len(load.acknowledged)
        stage.start_database()
        begun = time.monotonic()
        back = wait_for(lambda: len(load.acknowledged) > before + 4)
        took = time.monotonic() - begun
        time.sleep(1)
    outcome.add(load)
    outcome.requests += watch.asked
    outcome.wrong += sorted(watch.wrong)
    within = READY_WITHIN + watch.busy
    if watch.unready is None or watch.unready > within or watch.slowest > within:
        outcome.wrong.append(f"/readyz said 503 after {watch.unready} s; its slowest answer took {watch.slowest:.1f} s")
    if not load.statuses[503]:
        outcome.wrong.append("no request was answered 503")
    if load.lost:
        outcome.wrong.append(f"lost answers: {sorted(set(load.lost))[:3]}")
    if not back:
        outcome.wrong.append("no write was accepted once the database was back")
    if set(stage.workers()) != there:
        outcome.wrong.append("a worker was replaced")
    outcome.measured = (
        f"/readyz 503 after {watch.unready or 0:.2f} s (slowest {watch.slowest:.2f} s, /healthz {watch.busy:.2f} s); "
        f"{load.statuses[503]} x 503; writes again {took:.1f} s after the database"
    )
    return outcome
