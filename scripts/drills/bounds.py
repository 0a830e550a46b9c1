"""R16: what is too much is refused, and the server goes on."""

from __future__ import annotations

import json
import socket

from drills.caller import Answer, Caller, Lost
from drills.load import WRITE
from drills.outcome import Outcome
from drills.stage import Stage

MEGABYTE = 2**20
NESTED = b'{"title":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
FEW_NESTED = b'{"title":"t","organization":"o","skills":' + b"[" * 20 + b"]" * 20 + b"}"
MANY = {"title": "t", "organization": "o", "skills": ["s"] * 60}

# name, method, path, body, headers, statuses that are right
BOUNDS: list[tuple[str, str, str, object, dict[str, str], set[int]]] = [
    ("the largest page", "GET", f"{WRITE}?page_size=200", None, {}, {200}),
    ("a larger page", "GET", f"{WRITE}?page_size=201", None, {}, {400}),
    ("a page of a billion", "GET", f"{WRITE}?page_size=1000000000", None, {}, {400}),
    ("a body of 3 MB", "POST", WRITE, b'{"title":"' + b"a" * (3 * MEGABYTE) + b'"}', {}, {413}),
    ("a body nested 100,000 deep", "POST", WRITE, NESTED, {}, {400}),
    ("a body nested 21 deep", "POST", WRITE, FEW_NESTED, {}, {400}),
    ("a list too long", "POST", WRITE, json.dumps(MANY).encode(), {}, {400}),
    ("101 rows at once", "POST", WRITE, [{"title": "t", "organization": "o"}] * 101, {}, {400, 413}),
    ("a text too long", "POST", WRITE, {"title": "t" * 201, "organization": "o"}, {}, {400}),
    ("2,000 parameters", "GET", f"{WRITE}?{'&'.join(['a'] * 2000)}", None, {}, {400}),
    ("101 parameters", "GET", f"{WRITE}?{'&'.join(['page_size=1'] * 101)}", None, {}, {400}),
    ("1,000 values", "GET", f"/api/v1/questions/?topic={','.join(f't{n}' for n in range(1000))}", None, {}, {400}),
    ("an address of 10,000 bytes", "GET", f"{WRITE}?q={'a' * 10_000}", None, {}, {400, 414}),
    ("a header of 10,000 bytes", "GET", WRITE, None, {"X_Long": "a" * 10_000}, {400, 431}),
    ("100 headers", "GET", WRITE, None, {f"X_{n}": "a" for n in range(100)}, {400, 431}),
]
ABOVE = {"an address of 10,000 bytes", "a header of 10,000 bytes", "100 headers"}  # the server's, not the API's


def bounds(stage: Stage) -> Outcome:
    """Each in its turn; after each the server must answer as before."""
    outcome = Outcome(f"{len(BOUNDS) + 1} requests at and beyond the bounds")
    for name, method, path, body, headers, right in BOUNDS:
        try:
            with Caller(stage.port, stage.token) as caller:
                answer = caller.ask(method, path, body, **headers)
            if fault := refused_wrongly(answer, right, problem=name not in ABOVE):
                outcome.wrong.append(f"{name}: {fault}")
        except Lost as trouble:
            outcome.wrong.append(f"{name}: {trouble}")
        with Caller(stage.port) as other:
            if other.ask("GET", "/readyz").status != 200:
                outcome.wrong.append(f"{name}: the server does not answer afterwards")
        outcome.requests += 2
    outcome.requests += 1
    if not (status := endless(stage.port, stage.token)).startswith("HTTP/1.1 4"):
        outcome.wrong.append(f"a body without a length: {status}")
    outcome.measured = "page size, body size, nesting, list, text, parameters, values, address, headers, no length"
    return outcome


def refused_wrongly(answer: Answer, right: set[int], problem: bool) -> str | None:
    """What is wrong with an answer to a request that is at or beyond a bound."""
    if answer.status not in right:
        return f"{answer.status} {answer.content[:100].decode(errors='replace')}, not {sorted(right)}"
    return answer.problem() if problem and answer.status != 200 else None


def endless(port: int, token: str) -> str:
    """The first line of the answer to a body that comes in chunks and does not say how long it is."""
    head = f"POST {WRITE} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
    head += "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
        connection.sendall(head.encode() + b"10000\r\n" + b" " * 0x10000 + b"\r\n0\r\n\r\n")
        return connection.recv(4096).decode(errors="replace").partition("\r\n")[0]
