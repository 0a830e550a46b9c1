"""The service in production mode, as real as it gets without a proxy: gunicorn, a database and a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.sessions.models import Session
from django.db import connection

from tests.people import PASSWORD, a_person
from tests.security.server import Shipped, shipped
from vivavoce.accounts.models import Person
from vivavoce.accounts.passwords import Argon2id

SITE = "vivavoce.example"
EMAIL = "production@example.org"


@dataclass
class Reply:
    """What came back."""

    status: int
    headers: HTTPMessage
    body: bytes


@dataclass
class Visitor:
    """Somebody who asks through the proxy in front, which has ended TLS."""

    server: Shipped
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: str | None = None, **headers: str) -> Reply:
        """One request; cookies are kept. ``X_Forwarded_Proto=""`` leaves a header out."""
        sent = {"Host": SITE, "X-Forwarded-Proto": "https"}
        sent |= {"Content-Type": "application/json"} if body is not None else {}
        sent |= {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        link = HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        link.request(method, path, body, {name: value for name, value in sent.items() if value})
        answer = link.getresponse()
        reply = Reply(answer.status, answer.headers, answer.read())
        link.close()
        for line in reply.headers.get_all("Set-Cookie", []):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        return reply

    def sign_in(self, password: str = PASSWORD) -> Reply:
        """As the site does: the token of /me/, then allauth."""
        self.ask("GET", "/api/v1/me/")
        body = f'{{"email": "{EMAIL}", "password": "{password}"}}'
        return self.ask("POST", "/_allauth/browser/v1/auth/login", body, **self.proof())

    def proof(self) -> dict[str, str]:
        """The headers by which the site's own calls are told from another's."""
        return {"X_CSRFToken": self.cookies["__Host-csrf"], "Origin": f"https://{SITE}", "Referer": f"https://{SITE}/"}


def database_url() -> str:
    """The address of the database that this worker's tests use, as the role that serves."""
    said: dict[str, Any] = connection.settings_dict
    user, password = quote(said["USER"], safe=""), quote(said["PASSWORD"], safe="")
    place = f"{said['HOST']}:{said['PORT']}" if said["PORT"] else ""
    socket = "" if said["PORT"] else f"?host={quote(said['HOST'], safe='')}"
    return f"postgres://{user}:{password}@{place}/{said['NAME']}{socket}"


@pytest.fixture(scope="module")
def production(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any
) -> Iterator[Shipped]:
    """A running server in production mode, and a person in its database (outside any test's transaction)."""
    with django_db_blocker.unblock():
        person = a_person(email=EMAIL, name="Production")
        Person.objects.filter(pk=person.pk).update(password=Argon2id().encode(PASSWORD, "salt-of-the-test"))
    settings = {
        "VIVAVOCE_MODE": "production",
        "PUBLIC_URL": f"https://{SITE}",
        "SECRET_KEY": "canary-of-the-key-" + "k" * 60,
        "DATABASE_URL": database_url(),
        "VIVAVOCE_SANDBOX": "",
        "LOG_LEVEL": "INFO",
        "SIGN_IN_RATE": "1000000/s",
    }
    try:
        with shipped(tmp_path_factory.mktemp("production"), **settings) as server:
            yield server
    finally:
        with django_db_blocker.unblock():
            person.delete()
            Session.objects.all().delete()


@pytest.fixture
def visitor(production: Shipped) -> Visitor:
    """A new one for each test."""
    return Visitor(production)
