"""The parts of `make drill`: what it compares, what it breaks, and that it can fail."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.conf import settings

sys.path.append(str(settings.OPENAPI_FILE.parent / "scripts"))
import drilling
from drills.caller import Answer, Caller, Lost
from drills.comparison import compare
from drills.load import Load, strange
from drills.outcome import Outcome, table
from drills.proxy import FaultProxy
from ground import Trouble


class Rows(BaseHTTPRequestHandler):
    """A list of titles that knows keys; it forgets a row for each title in ``forgets``."""

    protocol_version = "HTTP/1.1"
    rows: list[str] = []
    replies: dict[str, bytes] = {}
    effects = 0
    guard = threading.Lock()

    def do_GET(self) -> None:
        rows = [{"title": title} for title in self.rows]
        self._reply(200, json.dumps({"results": rows, "next": None}).encode())

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        key = self.headers["Idempotency-Key"]
        with self.guard:
            known = self.replies.get(key)
            if known is None:
                type(self).effects += 1
                self.rows.append(body["title"])
                self.replies[key] = json.dumps(body).encode()
        self._reply(201, self.replies[key], **({"Idempotency-Replayed": "true"} if known else {}))

    def _reply(self, status: int, content: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    Rows.rows, Rows.replies, Rows.effects = [], {}, 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), Rows)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


def test_it_covers_what_docs_reliability_says_it_does() -> None:
    text = (settings.OPENAPI_FILE.parent / "docs" / "reliability.md").read_text()
    rows = {line.split("|")[1].strip(): line for line in text.splitlines() if line.startswith("| R")}
    assert list(rows) == [f"R{number}" for number in range(1, 23)]
    assert {name for name, row in rows.items() if "`make drill`" in row} == set(drilling.DRILLS)


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        (["a", "b"], []),
        (["a", "b", "c"], []),  # asked for, answer lost, there all the same
        (["b"], ["1 acknowledged and not there, such as a"]),
        (["a", "b", "b"], ["1 there more than once, such as b"]),
        (["a", "b", "d"], ["1 there and never asked for, such as d"]),
    ],
)
def test_it_compares_what_was_acknowledged_with_what_is_there(found: list[str], fault: list[str]) -> None:
    assert compare("abc", "ab", found).faults() == fault


def test_a_row_that_is_lost_behind_its_back_fails_it(port: int) -> None:
    load = Load(port, "", "R2")
    with load.caller() as caller:
        assert all(load.write(caller) for _ in range(3))
    whole, broken = Outcome("as it was"), Outcome("one row less")
    whole.add(load)
    Rows.rows.pop()
    broken.add(load)
    assert (whole.word, broken.word) == ("passed", "FAILED")
    assert "1 acknowledged and not there" in table([("R2", broken, 1.0)])


@pytest.mark.parametrize("fault", ["truncate", "reset", "delay"])
def test_an_answer_is_lost_after_the_effect(port: int, fault: str) -> None:
    with (
        FaultProxy(port, [fault], late=1) as proxy,
        Caller(proxy.port, patience=0.3) as caller,
        pytest.raises(Lost),
    ):
        caller.ask("POST", "/", {"title": "R3 x"}, Idempotency_Key="k")
    assert Rows.rows == ["R3 x"]


def test_asking_again_with_the_key_has_one_effect(port: int) -> None:
    with FaultProxy(port, ["truncate", "reset", "pass"]) as proxy:
        load = Load(proxy.port, "", "R3", fresh=True)
        with load.caller() as caller:
            assert load.write(caller)
        assert proxy.done == {"truncate": 1, "reset": 1, "pass": 1}
    assert (Rows.effects, load.replayed, len(load.lost)) == (1, 1, 2)
    load.port = port
    assert load.compared().faults() == []


def test_it_stops_asking_when_it_is_told_to(port: int) -> None:
    load = Load(1, "", "R2", patience=0.1)  # nobody listens there
    load.last_tries = 0.1
    with load.running(writers=2):
        pass
    assert len(load.asked) == 2
    load.port = port
    outcome = Outcome("nobody there")
    outcome.add(load)
    assert outcome.wrong == ["2 writes were never acknowledged"]


@pytest.mark.parametrize(
    ("status", "headers", "content", "odd"),
    [
        (200, {}, b"", False),
        (500, {"content-type": "text/html"}, b"Server Error", True),
        (503, {"content-type": "text/html", "retry-after": "5"}, b"", True),
        (503, {"content-type": "application/problem+json"}, b"{}", True),
        (507, {"content-type": "application/problem+json", "retry-after": "60"}, b'{"status": 503}', True),
        (
            507,
            {"content-type": "application/problem+json", "retry-after": "60"},
            b'{"status": 507, "type": "/api/problems/storage-full/"}',
            False,
        ),
        (
            503,
            {"content-type": "application/problem+json", "retry-after": "5"},
            b'{"status": 503, "type": "/api/problems/unavailable/", "detail": "Traceback (most recent call last)"}',
            True,
        ),
    ],
)
def test_it_knows_answers_that_should_never_be_given(
    status: int, headers: dict[str, str], content: bytes, odd: bool
) -> None:
    assert bool(strange(Answer(status, headers, content))) is odd


def test_a_drill_that_there_is_not_is_one_sentence() -> None:
    with pytest.raises(Trouble, match="There is no drill R4; there are R16, R1,"):
        drilling.main(["R4"])


def test_a_drill_that_cannot_go_on_has_failed() -> None:
    def broken(_: object) -> Outcome:
        raise Lost("the server is gone")

    _, outcome, _ = drilling.run(None, "R2", broken)  # type: ignore[arg-type]  # it needs no stage
    assert (outcome.word, outcome.wrong) == ("FAILED", ["Lost: the server is gone"])
