"""One key has one effect: with eight threads, with two processes, and when a worker is killed before it answers."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection

from tests.core import racing
from tests.people import a_person, signed_in
from tests.security.server import Shipped, shipped
from vivavoce.accounts import rules, services
from vivavoce.accounts.models import Person
from vivavoce.openings.models import Opening

pytestmark = pytest.mark.django_db(transaction=True)

Tell = Callable[[str, object], None]
OPENINGS = "/api/v1/openings/"
THREADS, ROUNDS, KEYS = 8, 5, 20


def test_of_eight_at_once_one_has_an_effect(record_property: Tell) -> None:
    person = a_person()
    clients = [signed_in(person) for _ in range(THREADS)]
    counted: Counter[str] = Counter()
    for turn in range(ROUNDS):
        together = Barrier(THREADS)

        def post(number: int, turn: int = turn, together: Barrier = together) -> Any:
            try:
                together.wait(10)
                body = {"title": f"Turn {turn}", "organization": "Halden"}
                return clients[number].post(OPENINGS, body, headers={"Idempotency-Key": f"turn-{turn}"})
            finally:
                connection.close()

        with ThreadPoolExecutor(THREADS) as threads:
            replies = list(threads.map(post, range(THREADS)))
        kinds = Counter(kind_of(one) for one in replies)
        assert (kinds["made"], kinds["replayed"] + kinds["told to wait"]) == (1, THREADS - 1), kinds
        assert len({one.json()["id"] for one in replies if one.status_code == 201}) == 1
        assert Opening.objects.count() == turn + 1
        counted += kinds
    told = ", ".join(f"{number} {kind}" for kind, number in sorted(counted.items()))
    record_property("summary", f"one key, {THREADS} threads at once, {ROUNDS} times: {told}; {ROUNDS} rows")


def kind_of(reply: Any) -> str:
    """What became of one of the eight."""
    if reply.status_code == 409:
        assert (reply.json()["code"], reply["Retry-After"]) == ("idempotency_key_in_use", "1")
        return "told to wait"
    assert reply.status_code == 201, reply.content
    return "replayed" if "Idempotency-Replayed" in reply else "made"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Shipped]:
    """The server as it is shipped, with two workers, on the test's database."""
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
    limits = {"LIMITS_FOLDER": str(tmp_path / "limits"), "RATE_LIMIT": "100000/m"}
    with shipped(
        tmp_path, "tests.core.cut_short:application", WEB_WORKERS="2", DATABASE_URL=url.geturl(), **limits
    ) as running:
        yield running


def token_of(person: Person) -> str:
    return services.make_token(owner=person, name="test", scopes=tuple(rules.SCOPES))[1]


def test_two_processes_that_race_make_each_row_once(server: Shipped, record_property: Tell) -> None:
    address, token = f"http://127.0.0.1:{server.port}{OPENINGS}", token_of(a_person())
    command = [sys.executable, racing.__file__, address, token, str(KEYS), str(time.time() + 1)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    one, other = (json.loads(process.communicate(timeout=120)[0]) for process in both)
    assert one["made"] == other["made"]
    assert one["replayed"] + other["replayed"] == KEYS
    assert Opening.objects.count() == KEYS
    waited = one["waited"] + other["waited"]
    record_property(
        "summary",
        f"{KEYS} keys, each from two processes to two workers: {KEYS} rows, {KEYS} replays, {waited} waits",
    )


def test_a_worker_killed_between_commit_and_answer_loses_and_doubles_nothing(
    server: Shipped, record_property: Tell
) -> None:
    token = token_of(a_person())
    body = json.dumps({"title": "key", "organization": "Halden"})
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", "Idempotency-Key": "key"}
    asking = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    asking.request("POST", OPENINGS, body, {**headers, "X-Cut-Short": "1"})
    with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
        asking.getresponse()
    asking.close()
    assert Opening.objects.count() == 1
    status, answered, shown = racing.post(f"http://127.0.0.1:{server.port}{OPENINGS}", token, "key")
    assert (status, answered["Idempotency-Replayed"], answered["Location"]) == (201, "true", shown["url"])
    assert shown["id"] == str(Opening.objects.get().pk)
    record_property("summary", "a worker killed between commit and answer, the POST sent again: 1 row, replayed")
