"""Writers and readers that go on until they are told to stop, and remember each answer."""

from __future__ import annotations

import itertools
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from drills.caller import PROBLEM, Answer, Caller, Lost
from drills.comparison import Comparison, compare

WRITE = "/api/v1/openings/"
READS = (
    "/api/v1/openings/?page_size=5&fields=id,title",
    "/api/v1/interviews/?page_size=5",
    "/api/v1/questions/?page_size=5",
    "/api/v1/me/",
)
LAST_TRIES = 20.0  # seconds in which a writer still wants its last answer


class Load:
    """Threads that ask for as long as the ``with`` block lasts."""

    def __init__(self, port: int, token: str, name: str, *, patience: float = 15, fresh: bool = False) -> None:
        self.port, self.token, self.name = port, token, name
        self.patience, self.fresh = patience, fresh  # fresh: a new connection for each request
        self.filling = ""  # of each row
        self.ending = threading.Event()
        self.last_tries = LAST_TRIES
        self.lock = threading.Lock()
        self.statuses: Counter[int] = Counter()
        self.asked: list[str] = []
        self.acknowledged: list[str] = []
        self.lost: list[str] = []  # how each answer was lost
        self.replayed = 0
        self.odd: list[str] = []  # answers that should never be given

    @property
    def requests(self) -> int:
        """How many were sent."""
        return sum(self.statuses.values()) + len(self.lost)

    def caller(self) -> Caller:
        """Another client."""
        return Caller(self.port, self.token, self.patience)

    def ask(self, caller: Caller, method: str, path: str, body: Any = None, **headers: str) -> Answer | None:
        """Ask and note the answer; None when it was lost."""
        if self.fresh:
            caller.close()
        try:
            answer = caller.ask(method, path, body, **headers)
        except Lost as trouble:
            with self.lock:
                self.lost.append(str(trouble))
            return None
        with self.lock:
            self.statuses[answer.status] += 1
            if complaint := strange(answer):
                self.odd.append(f"{method} {path}: {complaint}")
        return answer

    def write(self, caller: Caller) -> bool:
        """One write, asked for with one key until it is acknowledged; False when it never was."""
        name, key = f"{self.name} {uuid.uuid4()}", str(uuid.uuid4())
        body = {"title": name, "organization": "Drill"} | ({"description": self.filling} if self.filling else {})
        with self.lock:
            self.asked.append(name)
        end = None
        while end is None or time.monotonic() < end:
            if self.ending.is_set() and end is None:
                end = time.monotonic() + self.last_tries
            answer = self.ask(caller, "POST", WRITE, body, Idempotency_Key=key)
            if answer and answer.status == 201:
                with self.lock:
                    self.acknowledged.append(name)
                    self.replayed += "idempotency-replayed" in answer.headers
                return True
            time.sleep(0.2)
        return False

    def _writer(self) -> None:
        with self.caller() as caller:
            while not self.ending.is_set():
                self.write(caller)

    def _reader(self, pause: float) -> None:
        with self.caller() as caller:
            turns = itertools.cycle(READS)
            while not self.ending.wait(pause):
                self.ask(caller, "GET", next(turns))

    @contextmanager
    def running(self, writers: int, readers: int = 0, unhurried: int = 0) -> Iterator[Load]:
        """Ask at the same time as the block; the unhurried wait with a connection open between their requests."""
        threads = [threading.Thread(target=self._writer, daemon=True) for _ in range(writers)]
        threads += [threading.Thread(target=self._reader, args=(0.02,), daemon=True) for _ in range(readers)]
        threads += [threading.Thread(target=self._reader, args=(0.7,), daemon=True) for _ in range(unhurried)]
        for thread in threads:
            thread.start()
        try:
            yield self
        except BaseException:
            self.last_tries = 0  # nobody will compare
            raise
        finally:
            self.ending.set()
            for thread in threads:
                thread.join(self.last_tries + self.patience + 5)
            if any(thread.is_alive() for thread in threads):
                self.odd.append("a client did not come to an end")

    def lose_one(self) -> None:
        """Delete a row that this load was told is written, to see whether the comparison sees it."""
        with self.caller() as caller:
            rows = caller.ask("GET", f"{WRITE}?fields=id,title&page_size=200").json()["results"]
            row = next(row for row in rows if row["title"] in self.acknowledged)
            caller.ask("DELETE", f"{WRITE}{row['id']}/")

    def compared(self) -> Comparison:
        """What this load was told against what is there now."""
        with self.caller() as caller:
            return compare(self.asked, self.acknowledged, names_there(caller, self.name))


def strange(answer: Answer) -> str | None:
    """What no answer may be, whatever happens: a crash, a refusal that is no problem, a 503 that does not say when."""
    if answer.status < 400:
        return None
    if answer.status not in {409, 503, 507}:
        return f"{answer.status} {answer.content[:200].decode(errors='replace')}"
    if answer.status != 409 and "retry-after" not in answer.headers:
        return f"{answer.status} without Retry-After"
    return answer.problem() if answer.headers.get("content-type") == PROBLEM else f"{answer.status} is no problem"


def names_there(caller: Caller, name: str) -> list[str]:
    """The titles of all rows that a load made, page by page."""
    path: str | None = f"{WRITE}?fields=title&page_size=200&ordering=created_at"
    found: list[str] = []
    while path:
        page = caller.ask("GET", path).json()
        found += [row["title"] for row in page["results"] if row["title"].startswith(f"{name} ")]
        path = page["next"]
    return found
