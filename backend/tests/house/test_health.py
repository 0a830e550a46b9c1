"""What a load balancer hears."""

from __future__ import annotations

import time

import pytest
from django.db import connection
from django.test import Client

from config import health


@pytest.mark.django_db
def test_a_server_with_a_migrated_database_is_ready(client: Client) -> None:
    assert client.get("/readyz").content == b"ok\n"
    assert client.get("/readyz")["Cache-Control"].startswith("max-age=0")


@pytest.mark.django_db
def test_a_database_that_waits_for_migrations_is_not_ready(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_migrated", set())
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    reply = client.get("/readyz")
    assert (reply.status_code, reply.content) == (503, b"the database waits for migrations\n")


@pytest.mark.django_db(transaction=True)
def test_without_a_database_it_lives_but_is_not_ready(client: Client) -> None:
    connection.close()
    host, connection.settings_dict["HOST"] = connection.settings_dict["HOST"], "/nowhere"
    try:
        begun = time.monotonic()
        reply = client.get("/readyz")
        assert (reply.status_code, reply["Retry-After"]) == (503, "5")
        assert time.monotonic() - begun < 2
        assert client.get("/healthz").status_code == 200
    finally:
        connection.settings_dict["HOST"] = host
