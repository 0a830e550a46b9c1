"""Streams on the server as it is shipped: whole, broken, and only asked about."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection

from tests.people import a_person
from tests.security.server import Shipped, shipped
from vivavoce.accounts import rules, services
from vivavoce.openings.models import Opening

SECRET = "what only the log may say"
OPENINGS = "/api/v1/openings/?fields=id"
MANY, ROOM = 20_000, 16_384
"""Rows, and how many KiB more they may take than a page of 200; held all at once they take six times that."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shipped]:
    folder = tmp_path_factory.mktemp("server")
    with shipped(folder, "tests.core.broken_stream:application", VIVAVOCE_MODE="test") as found:
        yield found


@pytest.fixture
def line(server: Shipped) -> Iterator[http.client.HTTPConnection]:
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)) as found:
        yield found


def asked(
    line: http.client.HTTPConnection, path: str, method: str = "GET", token: str = ""
) -> http.client.HTTPResponse:
    line.request(method, path, headers={"Authorization": f"Bearer {token}"} if token else {})
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


@pytest.fixture
def token(db: None) -> str:
    """Of somebody who follows very many openings."""
    person = a_person()
    opening = Opening.objects.create(owner=person, title="Backend", organization="Halden", description="Django. " * 500)
    names = [field.column for field in Opening._meta.local_concrete_fields]
    values = ["gen_random_uuid()" if name == "id" else f'"{name}"' for name in names]
    columns = ", ".join(f'"{name}"' for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO openings_opening ({columns}) SELECT {', '.join(values)}"  # noqa: S608 - our own columns
            " FROM openings_opening, generate_series(2, %s) WHERE id = %s",
            [MANY, opening.pk],
        )
    return services.make_token(owner=person, name="test", scopes=tuple(rules.SCOPES))[1]


def memory(server: Shipped) -> int:
    """What the worker holds, in KiB."""
    told = subprocess.run(["ps", "-A", "-o", "ppid=,rss="], capture_output=True, text=True, check=True).stdout
    return next(int(rss) for parent, rss in map(str.split, told.splitlines()) if int(parent) == server.pid)


@pytest.mark.django_db(transaction=True)
def test_a_long_list_costs_no_more_memory_than_a_short_one(
    token: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    told = []
    with (
        shipped(tmp_path, DATABASE_URL=url, LIMITS_FOLDER=str(tmp_path / "limits")) as server,
        closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)) as line,
    ):
        asked(line, f"{OPENINGS}&page_size=200", token=token).read()
        for word in ("ndjson", "csv"):
            begun, before, most, rows = time.monotonic(), memory(server), 0, 0
            reply = asked(line, f"{OPENINGS}&format={word}", token=token)
            while reply.readline():
                rows += 1
                if rows % 2_000 == 0:
                    most = max(most, memory(server))
            assert rows == MANY + (word == "csv")
            told.append(f"{word} {before // 1024} to {most // 1024} MiB in {time.monotonic() - begun:.1f} s")
            assert most - before < ROOM, told
    record_property("summary", f"a worker that streams {MANY} rows: {', '.join(told)}")
