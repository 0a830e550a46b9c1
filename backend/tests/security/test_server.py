"""What the server as shipped does with bytes that are no honest request."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from config.headers import HEADERS
from tests.security.server import Shipped, shipped

HOST = b"Host: 127.0.0.1\r\n"
GET = b"GET /healthz HTTP/1.1\r\n" + HOST
POST = b"POST /api/v1/tokens/ HTTP/1.1\r\n" + HOST
CHUNKED = b"Transfer-Encoding: chunked\r\n"
ADMIN = b"GET /admin/ HTTP/1.1\r\n" + HOST + b"\r\n"
SMUGGLED = b"0\r\n\r\n" + ADMIN

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
    "bare line feeds, then a request": (b"GET /healthz HTTP/1.1\nHost: 127.0.0.1\n\n" + ADMIN, 400),
    "one bare line feed": (GET + b"X-One: 1\nX-Two: 2\r\n\r\n", 400),
    "a zero byte": (GET + b"X-Zero: a\0b\r\n\r\n", 400),
    "another version": (b"GET /healthz HTTP/9.9\r\n" + HOST + b"\r\n", 400),
    "another protocol": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
    "nothing": (b"\r\n\r\n", 400),
    "a long address": (b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n", 414),
    "an address without an end": (b"GET /" + b"a" * 100_000, 414),
    "a long header": (GET + b"X-Long: " + b"a" * 20_000 + b"\r\n\r\n", 431),
    "many headers": (GET + b"".join(b"X-%d: 1\r\n" % number for number in range(200)) + b"\r\n", 431),
    "headers without an end": (GET + b"".join(b"X-%d: %s\r\n" % (n, b"a" * 4000) for n in range(130)), 431),
    "a huge form": (b"POST /admin/login/ HTTP/1.1\r\n" + HOST + b"Content-Length: 99999999\r\n\r\nabc", 403),
    "a huge body": (POST + b"Content-Length: 99999999\r\n\r\nabc", 413),
    "a body in chunks": (POST + CHUNKED + b"Connection: close\r\n\r\n2\r\n{}\r\n0\r\n\r\n", 411),
    "a chunk of no size": (POST + CHUNKED + b"\r\nzz\r\n{}\r\n" + SMUGGLED, 411),
    "chunks with bare line feeds": (POST + CHUNKED + b"\r\n2\n{}\n0\n\n" + ADMIN, 411),
    "a length behind chunks": (POST + CHUNKED + b"\r\n0\r\nContent-Length: 9\r\n\r\n" + ADMIN, 411),
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


@pytest.mark.parametrize(
    "body",
    [
        b"Content-Length: %d\r\n\r\n" % len(ADMIN) + ADMIN,
        CHUNKED + b"\r\n%x\r\n" % len(ADMIN) + ADMIN + b"\r\n0\r\n\r\n",
    ],
    ids=["length", "chunks"],
)
def test_a_body_that_nobody_reads_is_no_request(server: Shipped, body: bytes) -> None:
    reply = server.ask(GET + body + GET + b"Connection: close\r\n\r\n")
    assert (reply.count(b"HTTP/1.1 "), reply.count(b"HTTP/1.1 200 OK")) == (2, 2)


def test_it_takes_a_request_in_pieces(server: Shipped) -> None:
    body = b'{"name": "x"}'
    raw = POST + b"Content-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    with server.open() as connection:
        for place in range(0, len(raw), 40):
            connection.sendall(raw[place : place + 40])
            time.sleep(0.01)
        assert status_of(connection.recv(65_536)) == 401


def test_it_says_go_on_to_a_client_that_waits_for_it(server: Shipped) -> None:
    reply = server.ask(POST + b"Expect: 100-continue\r\nConnection: close\r\nContent-Length: 2\r\n\r\n")
    first, _, last = reply.partition(b"\r\n\r\n")
    assert (first, status_of(last)) == (b"HTTP/1.1 100 Continue", 401)
