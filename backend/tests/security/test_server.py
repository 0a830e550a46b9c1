"""What the server as shipped does with bytes that are no honest request, and with clients that are slow on purpose."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from statistics import quantiles

import pytest

from config.headers import HEADERS
from tests.security.server import Shipped, shipped

HOST = b"Host: 127.0.0.1\r\n"
GET = b"GET /healthz HTTP/1.1\r\n" + HOST
POST = b"POST /api/v1/tokens/ HTTP/1.1\r\n" + HOST
CHUNKED = b"Transfer-Encoding: chunked\r\n"
SMUGGLED = b"0\r\n\r\nGET /admin/ HTTP/1.1\r\n" + HOST + b"\r\n"

REFUSED = {
    "another host": (b"GET /healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 400),
    "another host, of the API": (b"GET /api/v1/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 400),
    "a host that is none": (b"GET /healthz HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n", 400),
    "no host": (b"GET /healthz HTTP/1.1\r\n\r\n", 400),
    "two hosts": (GET + b"Host: evil.example\r\n\r\n", 400),
    "a length and chunks": (POST + b"Content-Length: 4\r\n" + CHUNKED + b"\r\n" + SMUGGLED, 400),
    "chunks and a length": (POST + CHUNKED + b"Content-Length: 4\r\n\r\n" + SMUGGLED, 400),
    "two lengths": (POST + b"Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde", 400),
    "a list of lengths": (POST + b"Content-Length: 4, 4\r\n\r\nabcd", 400),
    "a length with a sign": (POST + b"Content-Length: +4\r\n\r\nabcd", 400),
    "a space before the colon": (POST + b"Content-Length : 4\r\n\r\nabcd", 400),
    "chunks, then something else": (POST + CHUNKED + b"Transfer-Encoding: identity\r\n\r\n" + SMUGGLED, 400),
    "an unknown encoding": (POST + b"Transfer-Encoding: xchunked\r\n\r\n", 501),
    "a folded line": (GET + b"X-Folded: one\r\n two\r\n\r\n", 400),
    "bare line feeds": (b"GET /healthz HTTP/1.1\nHost: 127.0.0.1\n\n", 400),
    "one bare line feed": (GET + b"X-One: 1\nX-Two: 2\r\n\r\n", 400),
    "a zero byte": (GET + b"X-Zero: a\0b\r\n\r\n", 400),
    "another version": (b"GET /healthz HTTP/9.9\r\n" + HOST + b"\r\n", 400),
    "another protocol": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
    "nothing": (b"\r\n\r\n", 400),
    "a long address": (b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n", 414),
    "an address without an end": (b"GET /" + b"a" * 100_000, 414),
    "a long header": (GET + b"X-Long: " + b"a" * 20_000 + b"\r\n\r\n", 431),
    "many headers": (GET + b"".join(b"X-%d: 1\r\n" % number for number in range(200)) + b"\r\n", 431),
    "headers without an end": (GET + b"".join(b"X-%d: %s\r\n" % (n, b"a" * 4000) for n in range(30)), 431),
    "a huge body": (b"POST /admin/login/ HTTP/1.1\r\n" + HOST + b"Content-Length: 99999999\r\n\r\nabc", 413),
    "a huge body for the API": (POST + b"Content-Length: 99999999\r\n\r\nabc", 413),
    "a body in chunks": (POST + CHUNKED + b"\r\n2\r\n{}\r\n0\r\n\r\n", 411),
}
"""What is sent, and the status; the connection is closed each time."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shipped]:
    with shipped(tmp_path_factory.mktemp("server"), RATE_LIMIT_ANONYMOUS="1000000/s") as running:
        yield running


def status_of(reply: bytes) -> int:
    return int(reply.split(b" ", 2)[1])


@pytest.mark.parametrize("name", REFUSED)
def test_it_refuses_and_closes(server: Shipped, name: str) -> None:
    raw, status = REFUSED[name]
    reply = server.ask(raw)
    assert status_of(reply) == status
    assert reply.count(b"HTTP/1.1 ") == 1, "what was smuggled in is not answered"
    head = reply.partition(b"\r\n\r\n")[0].decode()
    for header, value in HEADERS.items():
        assert f"{header}: {value}" in head


def test_it_repeats_nothing_of_what_it_refuses(server: Shipped) -> None:
    secret = b"canary-of-a-broken-request"
    for raw in (
        GET + b"Authorization: Bearer " + secret + b"\x01\r\n\r\n",
        GET + secret + b" x: 1\r\n\r\n",
        b"GET /healthz?" + secret + b" x HTTP/1.1\r\n\r\n",
    ):
        reply = server.ask(raw)
        assert status_of(reply) == 400
        assert secret not in reply
    assert secret not in server.log.read_bytes()


def test_it_answers_one_request_after_the_other(server: Shipped) -> None:
    reply = server.ask((GET + b"\r\n") * 3 + GET + b"Connection: close\r\n\r\n")
    assert reply.count(b"HTTP/1.1 200 OK") == 4


def test_it_takes_a_request_in_pieces(server: Shipped) -> None:
    body = b'{"name": "x"}'
    raw = POST + b"Content-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    with server.open() as connection:
        for place in range(0, len(raw), 40):
            connection.sendall(raw[place : place + 40])
            time.sleep(0.01)
        assert status_of(connection.recv(65_536)) == 401


def test_it_says_go_on_to_a_client_that_waits_for_it(server: Shipped) -> None:
    with server.open() as connection:
        connection.sendall(POST + b"Expect: 100-continue\r\nConnection: close\r\nContent-Length: 2\r\n\r\n")
        assert connection.recv(1000) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(b"{}")
        assert status_of(connection.recv(65_536)) == 401


def p95(server: Shipped, number: int = 100) -> float:
    """Of this many requests, each on a connection of its own, in seconds."""
    spent = []
    for _ in range(number):
        begun = time.perf_counter()
        assert status_of(server.ask(GET + b"Connection: close\r\n\r\n")) == 200
        spent.append(time.perf_counter() - begun)
    return quantiles(spent, n=20)[-1]


def silent(connection: socket.socket) -> None:
    """Connects, and says nothing."""


def half_a_head(connection: socket.socket) -> None:
    connection.sendall(GET + b"X-More: ")


def half_a_body(connection: socket.socket) -> None:
    connection.sendall(POST + b"Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{")


def half_a_form(connection: socket.socket) -> None:
    kind = b"Content-Type: multipart/form-data; boundary=x\r\n"
    connection.sendall(b"POST /admin/login/ HTTP/1.1\r\n" + HOST + kind + b"Content-Length: 900000\r\n\r\n--x\r\n")


def one_and_a_half(connection: socket.socket) -> None:
    connection.sendall(GET + b"\r\n" + GET)


def never_closes(connection: socket.socket) -> None:
    """Is refused, and does not close its half."""
    connection.sendall(b"nonsense\r\n\r\n")


@pytest.mark.parametrize("slow", [silent, half_a_head, half_a_body, half_a_form, one_and_a_half, never_closes])
def test_a_hundred_slow_clients_do_not_slow_the_others(
    server: Shipped, slow: Callable[[socket.socket], None], record_property: Callable[[str, object], None]
) -> None:
    alone = p95(server)
    with ExitStack() as stack:
        clients = [stack.enter_context(server.open()) for _ in range(100)]
        for client in clients:
            slow(client)
        for client in clients:  # and a byte more, as such clients do
            with suppress(OSError):
                client.sendall(b"a")
        beside = p95(server)
    told = f"slow clients, {slow.__name__.replace('_', ' ')}: p95 {alone * 1000:.1f} ms alone, {beside * 1000:.1f} ms"
    record_property("summary", f"{told} beside 100 of them")
    assert beside < 2 * alone + 0.02  # a machine that does other things, too


def test_a_client_that_never_comes_to_an_end_is_told_and_let_go(server: Shipped) -> None:
    with server.open() as connection:
        connection.settimeout(25)
        connection.sendall(GET + b"X-More: ")
        begun = time.monotonic()
        assert status_of(connection.recv(65_536)) == 408
        assert 18 < time.monotonic() - begun < 23
