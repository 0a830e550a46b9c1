"""No secret and nothing of the inside is in a reply or in the log; no caller writes lines of the log."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client

from config.logs import JsonFormatter
from tests.people import a_person
from tests.security.conftest import EMAIL, Visitor
from vivavoce.accounts.models import Person
from vivavoce.core.viewsets import StrictParameters

pytestmark = pytest.mark.django_db
CANARY = "canary-7f3a"
KEY = "01890a5d-ac96-774b-bcce-b302099a8057"
METHODS = ("get", "post", "patch", "put", "delete")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where it is there
PATHS = yaml.load(settings.OPENAPI_FILE.read_text(), LOADER)["paths"]  # noqa: S506 - both are safe loaders
OPERATIONS = [(method.upper(), path) for path, item in PATHS.items() for method in METHODS if method in item]


@pytest.fixture
def log() -> Iterator[Callable[[], list[str]]]:
    """The lines of the log so far, as they are written in production, but all of them."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    logging.getLogger("django.db.backends").setLevel(logging.INFO)  # queries are printed in no installation
    yield lambda: stream.getvalue().splitlines()
    root.removeHandler(handler)
    root.setLevel(level)


def test_the_running_service_tells_no_secret(visitor: Visitor) -> None:
    visitor.ask("GET", "/api/v1/me/")
    proof = visitor.proof()
    password = f'{{"email": "{EMAIL}", "password": "{CANARY}-password"}}'
    account = f'{{"email": "{CANARY}", "password": "{CANARY}-password", "name": 3}}'
    text = f'{{"title": "{CANARY}-body", "organization": 3, "{CANARY}-member": 1}}'
    visitor.cookies["other"] = f"{CANARY}-cookie"
    replies = [
        visitor.ask("POST", "/_allauth/browser/v1/auth/login", password, **proof),
        visitor.ask("POST", "/_allauth/browser/v1/auth/signup", account, **proof),
        visitor.ask("POST", "/_allauth/browser/v1/auth/login", password[:-1], **proof),
        visitor.ask("GET", "/api/v1/me/", Authorization=f"Bearer vv_{CANARY}"),
        visitor.ask("GET", "/api/v1/me/", Authorization=f"Basic {CANARY}"),
        visitor.ask("GET", "/api/v1/openings/", Cookie=f"__Host-session={CANARY}"),
        visitor.ask("POST", "/api/v1/invitations/accept/", f'{{"secret": "{CANARY}-invitation"}}', **proof),
        visitor.ask("GET", f"/sign-in/new-password/{CANARY}-key"),
        visitor.ask("GET", f"/sign-up/confirm/{CANARY}-key"),
        visitor.ask("GET", f"/admin/login/?next=/{CANARY}", X_CSRFToken=CANARY),
        visitor.ask("POST", "/admin/login/", f"username=a&password={CANARY}"),
        visitor.ask("GET", f"/healthz?secret={CANARY}-query", X_Api_Key=CANARY, Referer=f"https://a.example/{CANARY}"),
    ]
    replies.append(visitor.sign_in())
    replies.append(visitor.ask("POST", "/api/v1/openings/", text, **visitor.proof()))
    own = [f"{CANARY}-member", f"next=/{CANARY}", f'value="/{CANARY}"']  # what is said back to who asked for it
    for reply in replies:
        assert reply.status < 500
        said = (reply.body + str(reply.headers).encode()).decode()
        for word in own:
            said = said.replace(word, "")
        assert CANARY not in said
        assert "canary-of-the-key" not in said
        assert "Traceback" not in said
    written = visitor.server.log.read_text()
    assert "/sign-in/new-password/..." in written, "the log was written, and the canary could have been in it"
    for secret in (CANARY, "canary-of-the-key", *visitor.cookies.values()):
        assert secret not in written


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_a_view_that_breaks_tells_its_log_and_nobody_else(
    method: str, path: str, monkeypatch: pytest.MonkeyPatch, log: Callable[[], list[str]]
) -> None:
    inside = "canary-of-the-inside"

    def broken(self: Any, request: Any, *args: Any, **kwargs: Any) -> None:
        held = (request.META, request.body, request.query_params)
        raise RuntimeError(f"{inside} {len(held)}")

    monkeypatch.setattr(StrictParameters, "initial", broken)
    address = path.replace("{", "<").split("<")[0] + "".join(
        KEY + part.partition("}")[2] for part in path.split("{")[1:]
    )
    client = Client(raise_request_exception=False)
    client.cookies["session"] = f"{CANARY}-session"
    reply = client.generic(
        method,
        f"{address}?secret={CANARY}-query",
        f'{{"secret": "{CANARY}-body"}}',
        content_type="application/json",
        headers={"Authorization": f"Bearer vv_{CANARY}", "X-CSRFToken": CANARY},
    )
    assert reply.status_code == 500
    assert reply["Content-Type"] == "application/problem+json"
    for word in (inside, CANARY, "Traceback", "RuntimeError", ".py"):
        assert word not in reply.content.decode()
    lines = [json.loads(line) for line in log()]
    assert any(inside in line.get("exception", "") for line in lines)
    assert all(line["request_id"] == reply["X-Request-ID"] for line in lines if "exception" in line)
    assert CANARY not in "".join(log())


def test_a_row_that_the_database_refused_is_not_logged(log: Callable[[], list[str]]) -> None:
    person = a_person(name=f"{CANARY}\nname", email="row@example.org")
    try:
        with transaction.atomic():
            Person.objects.filter(pk=person.pk).update(email="ROW@example.org")
    except IntegrityError as error:
        logging.getLogger("vivavoce.failures").error("database: %s", error, exc_info=error)
    (line,) = [json.loads(text) for text in log() if "database: " in text]
    assert "person_email_is_lower_case" in line["message"]
    assert "IntegrityError" in line["exception"]
    assert "Failing row" not in str(line)
    assert CANARY not in str(line)


BREAKS = ["\n", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\x1b[2J", "\x9b2J", "\u202e", '"}', "\\n"]


@pytest.mark.parametrize("sign", BREAKS)
def test_nobody_writes_a_line_of_the_log(log: Callable[[], list[str]], sign: str) -> None:
    forged = f'x{sign}{{"level": "info", "message": "forged"}}{sign}'
    client = Client()
    client.get(f"/api/v1/{quote(forged)}/", headers={"X-Request-ID": forged.replace("\n", "").replace("\r", "")})
    client.get(f"/no/such/{quote(forged)}")
    lines = log()
    told = [json.loads(line) for line in lines]
    assert [line["message"] for line in told if line["message"] == "forged"] == []
    assert len([line for line in told if line["logger"] == "vivavoce.access"]) == 2
    written = "".join(lines)
    assert all(sign not in written or sign in {'"}', "\\n"} for sign in BREAKS)


def test_what_happened_is_told_with_who_when_and_where(log: Callable[[], list[str]]) -> None:
    reply = Client().get("/api/v1/", headers={"X-Request-ID": "an-id-of-the-caller"})
    (line,) = [json.loads(text) for text in log() if "vivavoce.access" in text]
    assert line["request_id"] == reply["X-Request-ID"] == "an-id-of-the-caller"
    assert line["at"].endswith("+00:00")
    assert (line["method"], line["path"], line["status"]) == ("GET", "/api/v1/", 200)
