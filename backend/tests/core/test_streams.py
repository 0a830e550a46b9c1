"""Streams on the server as it is shipped: whole, broken, and only asked about."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.security.server import Shipped, shipped

SECRET = "what only the log may say"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shipped]:
    folder = tmp_path_factory.mktemp("server")
    with shipped(folder, "tests.core.broken_stream:application", VIVAVOCE_MODE="test") as found:
        yield found


@pytest.fixture
def line(server: Shipped) -> Iterator[http.client.HTTPConnection]:
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)) as found:
        yield found


def asked(line: http.client.HTTPConnection, path: str, method: str = "GET") -> http.client.HTTPResponse:
    line.request(method, path)
    return line.getresponse()


@pytest.mark.parametrize("word", ["csv", "ndjson"])
def test_a_whole_stream_ends_as_one(line: http.client.HTTPConnection, word: str) -> None:
    reply = asked(line, f"/api/v1/shelves/?format={word}")
    assert reply.status == 200
    assert reply.headers["Transfer-Encoding"] == "chunked"
    assert len(reply.read().splitlines()) == 600 + (word == "csv")


@pytest.mark.parametrize("word", ["csv", "ndjson"])
def test_a_stream_that_breaks_does_not_end_as_if_it_were_whole(
    server: Shipped, line: http.client.HTTPConnection, word: str
) -> None:
    reply = asked(line, f"/api/v1/broken/?format={word}")
    assert reply.status == 200
    with pytest.raises(http.client.IncompleteRead) as broken:
        reply.read()
    assert len(broken.value.partial.splitlines()) == 200 + (word == "csv")
    assert SECRET.encode() not in broken.value.partial
    logged = [json.loads(line) for line in server.log.read_text().splitlines() if SECRET in line]
    assert logged
    assert logged[-1]["level"] == "error"
    assert logged[-1]["request_id"] == reply.headers["X-Request-ID"]


def test_head_of_a_stream_leaves_the_connection_usable(line: http.client.HTTPConnection) -> None:
    for method in ("HEAD", "GET"):
        reply = asked(line, "/api/v1/shelves/?format=ndjson", method)
        assert (reply.status, len(reply.read()) > 0) == (200, method == "GET")
