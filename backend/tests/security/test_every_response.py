"""In production mode every reply carries the headers, every cookie its attributes, and nothing is said in clear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from config.headers import HEADERS
from tests.security.conftest import SITE, Reply, Visitor
from tests.security.server import Shipped, shipped

pytestmark = pytest.mark.django_db  # makes the database; the server's own connection is another
NO_ROW = "/api/v1/interviews/01890a5d-ac96-774b-bcce-b302099a8057/"

WALK: dict[str, tuple[str, str, dict[str, str], int]] = {
    "the site": ("GET", "/", {}, 200),
    "the site, compressed": ("GET", "/questions", {"Accept_Encoding": "br"}, 200),
    "an address that the site does not know": ("GET", "/no/such/page", {}, 404),
    "an icon that browsers ask for": ("GET", "/favicon.ico", {}, 301),
    "a file of the site": ("GET", "/glyph.svg", {}, 200),
    "a static file": ("GET", "/static/admin/css/base.css", {}, 200),
    "a static file that is gone": ("GET", "/static/gone.css", {}, 404),
    "a way out of the folder": ("GET", "/static/..%2f..%2fconfig/settings.py", {}, 404),
    "the site, written to": ("POST", "/", {}, 403),
    "what the site may do": ("OPTIONS", "/", {}, 405),
    "resources": ("GET", "/api/v1/", {}, 200),
    "a list": ("GET", "/api/v1/questions/", {}, 200),
    "a list without its slash": ("GET", "/api/v1/questions", {}, 200),
    "a list that is not public": ("GET", "/api/v1/interviews/", {}, 401),
    "a bad token": ("GET", "/api/v1/me/", {"Authorization": "Bearer vv_no"}, 401),
    "a wrong parameter": ("GET", "/api/v1/questions/?nothing=1", {}, 400),
    "an unknown address of the API": ("GET", "/api/v1/nothing/", {}, 404),
    "a method that is not offered": ("DELETE", "/api/v1/questions/", {"Authorization": ""}, 401),
    "a body that is none": ("POST", "/api/v1/practice/preview/", {}, 400),
    "an unknown format": ("GET", "/api/v1/categories/", {"Accept": "image/png"}, 406),
    "another host": ("GET", "/", {"Host": "evil.example"}, 400),
    "another host, of the API": ("GET", "/api/v1/", {"Host": "evil.example"}, 400),
    "a preflight": ("OPTIONS", "/api/v1/me/", {"Access_Control_Request_Method": "PATCH", "Origin": "https://a.b"}, 200),
    "the documentation": ("GET", "/api/docs/", {}, 200),
    "a problem's page": ("GET", "/api/problems/not-found/", {}, 200),
    "no problem's page": ("GET", "/api/problems/nothing/", {}, 404),
    "the contract": ("GET", "/openapi.yaml", {}, 200),
    "the contract in 3.0": ("GET", "/openapi-3.0.yaml", {}, 200),
    "alive": ("GET", "/healthz", {}, 200),
    "ready": ("GET", "/readyz", {}, 200),
    "the office": ("GET", "/admin/", {}, 302),
    "the office's door": ("GET", "/admin/login/", {}, 200),
    "the office's door, without a token": ("POST", "/admin/login/", {}, 403),
    "an unknown room of the office": ("GET", "/admin/nothing/", {}, 302),
    "sign-in, asked": ("GET", "/_allauth/browser/v1/auth/session", {}, 401),
    "sign-in, without a token": ("POST", "/_allauth/browser/v1/auth/login", {}, 403),
    "sign-in, what it offers": ("GET", "/_allauth/browser/v1/config", {}, 200),
    "sign-in, an unknown address": ("GET", "/_allauth/nothing", {}, 404),
}
"""What is asked: method, address, headers; and the status."""


def check(reply: Reply) -> None:
    """Every header once, and as it is meant; every cookie, too."""
    for name, value in HEADERS.items():
        assert reply.headers.get_all(name) == [value], name
    assert reply.headers.get_all("Strict-Transport-Security") == ["max-age=63072000; includeSubDomains"]
    assert len(reply.headers.get_all("X-Request-ID", [])) == 1
    for cookie in reply.headers.get_all("Set-Cookie", []):
        name, *attributes = re.split(r"\s*;\s*", cookie)
        assert name.startswith("__Host-"), cookie
        assert {"Secure", "Path=/", "SameSite=Lax"} <= set(attributes), cookie
        assert not [one for one in attributes if one.lower().startswith("domain")], cookie
        if name.startswith("__Host-session") and "Max-Age=0" not in attributes:  # nothing is left to hide
            assert "HttpOnly" in attributes, cookie


@pytest.mark.parametrize("name", WALK)
def test_every_reply_carries_the_headers(visitor: Visitor, name: str) -> None:
    method, path, headers, status = WALK[name]
    reply = visitor.ask(method, path, **headers)
    assert reply.status == status, reply.body[:300]
    check(reply)


@pytest.mark.parametrize(
    "path", ["/", "/glyph.svg", "/api/v1/categories/", "/openapi.yaml", "/static/admin/css/base.css"]
)
def test_a_reply_that_nothing_changed_carries_them_too(visitor: Visitor, path: str) -> None:
    first = visitor.ask("GET", path)
    known = {"ETag": "If_None_Match", "Last-Modified": "If_Modified_Since"}
    asked = {header: first.headers[name] for name, header in known.items() if first.headers[name]}
    again = visitor.ask("GET", path, **asked)
    assert again.status == 304
    check(again)


def test_what_signs_in_and_out_carries_them_and_sets_cookies_that_stay_here(visitor: Visitor) -> None:
    replies = [visitor.ask("GET", "/api/v1/me/"), visitor.sign_in(), visitor.ask("GET", "/api/v1/me/")]
    assert visitor.cookies.keys() == {"__Host-csrf", "__Host-session"}
    replies.append(visitor.ask("GET", NO_ROW))
    replies.append(visitor.ask("POST", "/api/v1/openings/", "{", **visitor.proof()))
    replies.append(visitor.ask("POST", "/api/v1/openings/", "{}"))
    replies.append(visitor.ask("DELETE", "/_allauth/browser/v1/auth/session", "{}", **visitor.proof()))
    assert [reply.status for reply in replies] == [200, 200, 200, 404, 400, 403, 401]
    for reply in replies:
        check(reply)
    assert any("__Host-session=" in line for line in replies[1].headers.get_all("Set-Cookie", []))


def test_the_session_changes_at_the_door_and_dies_when_one_leaves(visitor: Visitor) -> None:
    visitor.sign_in()
    first = visitor.cookies["__Host-session"]
    visitor.ask("DELETE", "/_allauth/browser/v1/auth/session", "{}", **visitor.proof())
    visitor.cookies["__Host-session"] = first
    assert b'"person":null' in visitor.ask("GET", "/api/v1/me/").body
    visitor.sign_in()
    seen = [first, visitor.cookies["__Host-session"]]
    assert all(one != other for one, other in pairwise(seen))


@pytest.mark.parametrize("path", ["/api/v1/questions/", "/api/v1/me/", "/_allauth/browser/v1/config", "/api/nothing/"])
@pytest.mark.parametrize("said", ["", "http", "HTTPS, http"])
def test_the_api_in_clear_is_refused_and_not_redirected(visitor: Visitor, path: str, said: str) -> None:
    reply = visitor.ask("GET", path, X_Forwarded_Proto=said, Authorization="Bearer vv_secret")
    assert reply.status in {400, 403}  # two schemes in one header are no request at all
    assert reply.headers["Location"] is None
    for name, value in HEADERS.items():
        assert reply.headers.get_all(name) == [value], name
    if reply.status == 403:
        assert reply.headers["Content-Type"] == "application/problem+json"
        assert b"/api/problems/https-required/" in reply.body


def test_a_page_in_clear_is_sent_on_to_its_own_name(visitor: Visitor) -> None:
    reply = visitor.ask("GET", "/questions?q=a", X_Forwarded_Proto="", X_Forwarded_Host="evil.example")
    assert (reply.status, reply.headers["Location"]) == (301, f"https://{SITE}/questions?q=a")
    for name, value in HEADERS.items():
        assert reply.headers.get_all(name) == [value], name


@pytest.mark.parametrize("header", ["X_Forwarded_Host", "Forwarded", "X_Host", "X_Original_URL", "X_Rewrite_URL"])
def test_no_header_gives_the_server_another_name_or_address(visitor: Visitor, header: str) -> None:
    reply = visitor.ask("GET", "/api/v1/me/", **{header: "host=evil.example"})
    assert reply.status == 200
    assert b"evil" not in reply.body + str(reply.headers).encode()


@pytest.fixture(scope="module")
def far_proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shipped]:
    """A server whose proxy has another address than ours."""
    settings = {"VIVAVOCE_MODE": "production", "PUBLIC_URL": f"https://{SITE}", "SECRET_KEY": "k" * 60}
    nowhere = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", "TRUSTED_PROXIES": "192.0.2.1"}
    with shipped(tmp_path_factory.mktemp("far"), **settings, **nowhere) as server:
        yield server


def test_what_anybody_forwards_counts_for_nothing(far_proxy: Shipped) -> None:
    visitor = Visitor(far_proxy)
    for header in ("X_Forwarded_Proto", "X_Forwarded_Ssl", "X_Forwarded_Protocol"):
        reply = visitor.ask("GET", "/api/v1/me/", **{"X_Forwarded_Proto": "", header: "https"})
        assert reply.status == 403
        assert b"https-required" in reply.body
