"""R1 and R3: one key, one effect, whoever asks at once and whatever becomes of the answers."""

from __future__ import annotations

import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from drills.caller import Answer, Caller
from drills.load import WRITE, Load, names_there
from drills.outcome import Outcome
from drills.proxy import FaultProxy
from drills.stage import Stage

KEYS = 25
TWINS = 8


def keys(stage: Stage) -> Outcome:
    """R1: eight clients send the same request with the same key at the same moment, to both workers."""
    outcome = Outcome(f"{KEYS} keys, each sent by {TWINS} threads at the same moment")
    waiting = replayed = 0
    made: dict[str, bytes] = {}
    asked = [f"R1 {uuid.uuid4()}" for _ in range(KEYS)]
    with ThreadPoolExecutor(TWINS) as pool, ExitStack() as stack:
        callers = [stack.enter_context(Caller(stage.port, stage.token)) for _ in range(TWINS)]
        for name in asked:
            answers = at_once(pool, callers, name, key=name.replace(" ", "-"))
            done = [one for one in answers if one.status == 201]
            first = [one for one in done if "idempotency-replayed" not in one.headers]
            waiting += sum(one.status == 409 for one in answers)
            replayed += len(done) - len(first)
            if first:
                made[name] = first[0].content
            outcome.wrong += twin_faults(answers, first)
        outcome.wrong += afterwards(callers[0], made)
        there = names_there(callers[0], "R1")
    outcome.acknowledged = len(made)
    outcome.requests = KEYS * TWINS + 2 * len(made)
    if sorted(there) != sorted(asked):
        outcome.wrong.append(f"{len(there)} rows for {KEYS} keys")
    outcome.measured = (
        f"{len(there)} rows; {replayed} twins were replayed, {waiting} heard 409; "
        f"later: {len(made)} replays to the byte, {len(made)} x 422 for another body"
    )
    return outcome


def at_once(pool: ThreadPoolExecutor, callers: list[Caller], name: str, key: str) -> list[Answer]:
    """The same request from each caller, at the same moment."""
    barrier = threading.Barrier(len(callers))

    def send(caller: Caller) -> Answer:
        barrier.wait(10)
        return caller.ask("POST", WRITE, {"title": name, "organization": "Drill"}, Idempotency_Key=key)

    return list(pool.map(send, callers))


def twin_faults(answers: list[Answer], first: list[Answer]) -> list[str]:
    """One made it; each other heard the same, or that it is being made and when to ask again."""
    found = [] if len(first) == 1 else [f"{len(first)} of {len(answers)} twins made a row"]
    others = [one for one in answers if one.status != 201]
    if others and {(one.status, one.headers.get("retry-after")) for one in others} != {(409, "1")}:
        found.append(f"twins heard {sorted({one.status for one in answers})}")
    heard = [one for one in answers if one.status == 201]
    replies = {(one.content, one.headers.get("etag"), one.headers.get("location")) for one in heard}
    return found + (["twins heard different replies"] if len(replies) > 1 else [])


def afterwards(caller: Caller, made: dict[str, bytes]) -> list[str]:
    """Each key still gives the same reply, and nothing for another body."""
    found = set()
    for name, content in made.items():
        key = name.replace(" ", "-")
        again = caller.ask("POST", WRITE, {"title": name, "organization": "Drill"}, Idempotency_Key=key)
        if again.status != 201 or "idempotency-replayed" not in again.headers or again.content != content:
            found.add(f"a replay is {again.status} or differs")
        other = caller.ask("POST", WRITE, {"title": f"{name} other", "organization": "Drill"}, Idempotency_Key=key)
        if other.status != 422:
            found.add(f"another body with the same key is {other.status}")
    return sorted(found)


def answers_lost(stage: Stage) -> Outcome:
    """R3: every second answer is cut, reset or late; whoever asks again with the same key gets one effect."""
    outcome = Outcome("a proxy that cuts, resets and delays answers, 6 writers")
    with FaultProxy(stage.port, ("truncate", "pass", "reset", "pass", "delay", "pass")) as proxy:
        load = Load(proxy.port, stage.token, "R3", patience=1, fresh=True)
        with load.running(writers=6):
            threading.Event().wait(8)
        load.port = stage.port
    outcome.add(load)
    if not load.replayed:
        outcome.wrong.append("no lost answer was replayed")
    outcome.measured = f"{len(load.lost)} answers lost ({dict(proxy.done)}), {load.replayed} replayed"
    return outcome
