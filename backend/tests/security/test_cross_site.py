"""Other sites: what their scripts may read, and that they cannot write as who is signed in here."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from tests.people import a_person
from tests.security.conftest import Visitor

LISTED = "https://site.example"
BODY = '{"title": "Developer", "organization": "Halden"}'
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "origin", [LISTED, "https://other.example", "https://site.example.evil", "http://site.example", "null"]
)
@pytest.mark.parametrize("path", ["/api/v1/categories/", "/api/v1/me/", "/api/v1/openings/", "/admin/login/", "/"])
@pytest.mark.parametrize("known", [False, True])
def test_only_listed_origins_read_with_credentials(settings: Settings, origin: str, path: str, known: bool) -> None:
    settings.CORS_ALLOWED_ORIGINS = [LISTED]
    client = Client(headers={"Origin": origin})
    if known:
        client.force_login(a_person())
    reply = client.get(path)
    allowed = reply.get("Access-Control-Allow-Origin")
    credentials = reply.get("Access-Control-Allow-Credentials")
    ours = path.startswith("/api/")
    if ours and origin == LISTED:
        assert (allowed, credentials) == (LISTED, "true")
        assert "origin" in reply["Vary"].lower()
    elif ours and not known:
        assert (allowed, credentials) == ("*", None)
    else:
        assert (allowed, credentials) == (None, None)


@pytest.mark.parametrize("method", ["POST", "PATCH", "DELETE"])
@pytest.mark.parametrize("origin", ["https://other.example", "null", "https://site.example.evil"])
def test_no_other_origin_may_ask_to_write(settings: Settings, method: str, origin: str) -> None:
    settings.CORS_ALLOWED_ORIGINS = [LISTED]
    asked = {"Origin": origin, "Access-Control-Request-Method": method}
    reply = Client(headers=asked).options("/api/v1/openings/")
    assert "Access-Control-Allow-Origin" not in reply
    assert "Access-Control-Allow-Methods" not in reply


WAYS = {
    "no token": {"X_CSRFToken": ""},
    "a token that is another's": {"X_CSRFToken": "x" * 64},
    "another origin": {"Origin": "https://evil.example"},
    "a sandboxed page": {"Origin": "null"},
    "a name like ours": {"Origin": "https://vivavoce.example.evil"},
    "our name in clear": {"Origin": "http://vivavoce.example"},
    "another page": {"Origin": "", "Referer": "https://evil.example/"},
    "a page that hides itself": {"Origin": "", "Referer": ""},
}
"""What differs from the site's own call."""


@pytest.mark.parametrize("way", WAYS)
def test_nobody_else_writes_with_our_cookie(visitor: Visitor, way: str) -> None:
    visitor.sign_in()
    for path in ("/api/v1/openings/", "/_allauth/browser/v1/account/password/change"):
        assert visitor.ask("POST", path, BODY, **visitor.proof() | WAYS[way]).status == 403
    assert b'"count":0' in visitor.ask("GET", "/api/v1/openings/").body


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"])
def test_what_a_form_can_send_is_no_body(visitor: Visitor, kind: str) -> None:
    visitor.sign_in()
    reply = visitor.ask("POST", "/api/v1/openings/", BODY, **visitor.proof() | {"Content_Type": kind})
    assert reply.status == 415


def test_our_own_call_is_answered(visitor: Visitor) -> None:
    visitor.sign_in()
    reply = visitor.ask("POST", "/api/v1/openings/", BODY, **visitor.proof())
    assert reply.status == 201
    path = reply.headers["Location"]
    assert visitor.ask("DELETE", path, **visitor.proof()).status == 204
