"""A world without chance: fixed clocks (Python's and the database's), seeded randomness, sessions that undo writes."""

from __future__ import annotations

import json
import logging
import os
import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from http.cookies import SimpleCookie
from typing import Any
from unittest import mock
from zlib import crc32

import psycopg
import time_machine
import uuid6
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client, override_settings

from tests.two_worlds.compare import Reply
from tests.two_worlds.operations import Request
from vivavoce.accounts.models import Person

ask_plainly: Callable[..., object] = Client.request
"""Before tests hold every reply against openapi.yaml: here replies are compared with each other."""

CLOCK = """
CREATE SCHEMA IF NOT EXISTS two_worlds;
GRANT USAGE ON SCHEMA two_worlds TO PUBLIC;
CREATE OR REPLACE FUNCTION two_worlds.clock_timestamp() RETURNS timestamptz LANGUAGE sql STABLE AS
$$ SELECT current_setting('two_worlds.now')::timestamptz $$;
GRANT EXECUTE ON FUNCTION two_worlds.clock_timestamp() TO PUBLIC;
"""


def make_clock() -> None:
    """Give the test database a clock that can be set: its triggers stamp what they change by ``clock_timestamp``."""
    owner = os.environ.get("DATABASE_OWNER_URL") or os.environ["DATABASE_URL"]
    with psycopg.connect(owner, dbname=connection.settings_dict["NAME"], autocommit=True) as ground:
        ground.execute(CLOCK)


class Clock:
    """Sets every clock at once, until the transaction ends."""

    def __init__(self, traveller: Any) -> None:
        self.traveller = traveller

    def set(self, moment: datetime) -> None:
        """It is that moment now, and stays so."""
        self.traveller.move_to(moment, tick=False)
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('search_path', 'two_worlds, pg_catalog, public', true)")
            cursor.execute("SELECT set_config('two_worlds.now', %s, true)", [moment.isoformat()])


@contextmanager
def frozen(moment: datetime) -> Iterator[Clock]:
    """Inside a transaction: no clock goes on. Ids made meanwhile do not tell later ones to be after them."""
    with (
        time_machine.travel(moment, tick=False) as traveller,
        mock.patch.object(uuid6, "_last_v7_timestamp", None),
    ):
        clock = Clock(traveller)
        clock.set(moment)
        yield clock


@contextmanager
def seeded(seed: str) -> Iterator[None]:
    """Ids, secrets and tokens come out the same for the same seed."""
    source = random.Random(seed)  # noqa: S311 - it is meant to be foreseeable
    with ExitStack() as stack:
        stack.enter_context(mock.patch("os.urandom", source.randbytes))
        stack.enter_context(mock.patch("random._urandom", source.randbytes))
        stack.enter_context(mock.patch.object(uuid6, "_last_v7_timestamp", None))
        yield


class Session:
    """Somebody's session in the site; whatever a request writes is undone."""

    def __init__(self, person: Person | None) -> None:
        self.client = Client(raise_request_exception=False)
        # It looks for queries that repeat, which other tests do, and takes as long as the rest of a request.
        with override_settings(MIDDLEWARE=[one for one in settings.MIDDLEWARE if not one.startswith("zeal.")]):
            self.client.handler.load_middleware()
        if person is not None:
            self.client.force_login(person)

    def __call__(self, request: Request) -> Reply:
        """Ask, read the whole reply, undo."""
        mark = transaction.savepoint()
        cookies = SimpleCookie(self.client.cookies)
        cache.clear()
        logging.disable(logging.ERROR)  # thousands of lines that say that somebody asked
        try:
            with seeded(str(crc32(str(request).encode()))), mock.patch.object(Client, "request", ask_plainly):
                return self._ask(request)
        finally:
            logging.disable(logging.NOTSET)
            transaction.savepoint_rollback(mark)
            self.client.cookies = cookies

    def write(self, method: str, path: str, body: object, **headers: str) -> object:
        """Send for good, as when a world is built."""
        with mock.patch.object(Client, "request", ask_plainly):
            data = "" if body is None else json.dumps(body)
            return self.client.generic(method, path, data=data, content_type="application/json", headers=headers)

    def _ask(self, request: Request) -> Reply:
        headers = {"X-Request-ID": "two-worlds", "Accept": "application/json", **dict(request.headers)}
        response = self.client.generic(
            request.method,
            request.path,
            data=request.body or "",
            content_type="application/json",
            headers=headers,
        )
        body = b"".join(response) if response.streaming else response.content
        told = [*response.items(), *(("Set-Cookie", cookie.OutputString()) for cookie in response.cookies.values())]
        return Reply(response.status_code, tuple(told), body)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside is undone at the end: a world's rows, say."""
    mark = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(mark)
