"""What is said outside the API when the database is away: no crash, and when to ask again."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client

from config import gunicorn_conf


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/_allauth/browser/v1/auth/session", "application/problem+json"),
        ("/api/v1/me/", "application/problem+json"),
        ("/admin/", "text/plain; charset=utf-8"),
    ],
)
def test_a_database_that_is_away_is_said_everywhere(path: str, kind: str) -> None:
    client = Client(raise_request_exception=False)
    client.cookies["session"] = "0123456789abcdefghijklmnopqrstuv"
    connection.close()
    host, connection.settings_dict["HOST"] = connection.settings_dict["HOST"], "/nowhere"
    try:
        reply = client.get(path)
    finally:
        connection.settings_dict["HOST"] = host
    assert (reply.status_code, reply["Retry-After"], reply["Content-Type"]) == (503, "5", kind)
    assert b"nowhere" not in reply.content


def test_a_crash_outside_the_api_is_still_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("nobody foresaw it")

    monkeypatch.setattr("config.health._reply", broken)
    reply = Client(raise_request_exception=False).get("/healthz")
    assert (reply.status_code, b"foresaw" in reply.content) == (500, False)


@pytest.mark.parametrize(("parent", "stays"), [("present", True), ("gone", False)])
def test_a_worker_without_its_master_closes_its_connections(
    parent: str, stays: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = SimpleNamespace(ppid=7, alive=True)
    monkeypatch.setattr("os.getppid", lambda: 7 if parent == "present" else 1)
    gunicorn_conf.pre_request(worker, SimpleNamespace(version=(1, 1), headers=[("HOST", "vivavoce.example")]))
    assert worker.alive is stays
