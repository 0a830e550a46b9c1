"""Security headers on every response, static files and errors included; https; other origins."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.test import Client
from django.urls import path
from pytest_django.fixtures import Settings

ORIGIN = "https://site.example"
EXPECTED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def crash(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("canary-of-the-inside")


@pytest.fixture
def crashing() -> Iterator[str]:
    """The address of a view that breaks."""
    from config import urls

    pattern = path("crash", crash)
    urls.urlpatterns.insert(0, pattern)
    yield "/crash"
    urls.urlpatterns.remove(pattern)


def check_headers(reply: HttpResponseBase) -> None:
    assert {name: reply.get(name) for name in EXPECTED} == EXPECTED
    policy = reply["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "base-uri 'none'" in policy
    assert "camera=()" in reply["Permissions-Policy"]
    # An answer aloud is recorded and heard again on the device; nothing else may use the microphone.
    assert "media-src blob:;" in policy
    assert "microphone=(self)" in reply["Permissions-Policy"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/healthz", 200),
        ("/nowhere-at-all", None),
        ("/api/nowhere/", 404),
        ("/static/admin/css/base.css", 200),
        ("/static/gone.css", 404),
        ("/api/v1/", 200),
    ],
)
def test_every_response_carries_the_headers(client: Client, address: str, status: int | None) -> None:
    reply = client.get(address)
    check_headers(reply)
    assert status in {reply.status_code, None}
    reply.getvalue()  # reads a file to its end, which closes it


@pytest.mark.django_db
def test_a_crash_carries_them_too_and_tells_nothing_of_the_inside(crashing: str) -> None:
    reply = Client(raise_request_exception=False).get(crashing)
    assert reply.status_code == 500
    check_headers(reply)
    assert b"canary" not in reply.content
    assert b"Traceback" not in reply.content


@pytest.fixture
def https(settings: Settings) -> Client:
    """A client of an installation whose rule is https."""
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 63_072_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    return Client()


def test_https_is_announced_for_two_years_on_everything(https: Client) -> None:
    for address in ("/healthz", "/api/nowhere/", "/static/gone.css"):
        reply = https.get(address, secure=True)
        assert reply["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"


def test_a_page_in_clear_is_redirected(https: Client) -> None:
    reply = https.get("/questions/")
    assert (reply.status_code, reply["Location"]) == (301, "https://testserver/questions/")


def test_the_api_in_clear_is_refused_and_not_redirected(https: Client) -> None:
    reply = https.get("/api/nowhere/", HTTP_AUTHORIZATION="Bearer vv_secret")
    assert reply.status_code == 403
    assert reply["Content-Type"].startswith("application/problem+json")
    assert b"https-required" in reply.content


def test_a_load_balancer_may_ask_in_clear(https: Client) -> None:
    assert https.get("/healthz").status_code == 200


def test_a_forwarded_header_of_anybody_counts_for_nothing(https: Client) -> None:
    assert https.get("/api/nowhere/", HTTP_X_FORWARDED_PROTO="https").status_code == 403


def test_a_listed_origin_may_send_credentials_and_read_the_headers_it_needs(settings: Settings) -> None:
    settings.CORS_ALLOWED_ORIGINS = [ORIGIN]
    client = Client()
    asked = client.options(
        "/api/v1/me/",
        HTTP_ORIGIN=ORIGIN,
        HTTP_ACCESS_CONTROL_REQUEST_METHOD="PATCH",
        HTTP_ACCESS_CONTROL_REQUEST_HEADERS="if-match,x-csrftoken",
    )
    assert asked["Access-Control-Allow-Origin"] == ORIGIN
    assert asked["Access-Control-Allow-Credentials"] == "true"
    allowed = asked["Access-Control-Allow-Headers"]
    assert {"if-match", "if-none-match", "idempotency-key", "x-csrftoken"} <= set(allowed.split(", "))
    reply = client.get("/api/v1/", HTTP_ORIGIN=ORIGIN)
    assert {"ETag", "Retry-After", "X-Request-ID"} <= set(reply["Access-Control-Expose-Headers"].split(", "))


def test_any_other_origin_may_read_what_anybody_may_and_no_more(settings: Settings) -> None:
    settings.CORS_ALLOWED_ORIGINS = [ORIGIN]
    client = Client()
    reply = client.get("/api/v1/", HTTP_ORIGIN="https://other.example")
    assert reply["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in reply
    asked = client.options(
        "/api/v1/me/", HTTP_ORIGIN="https://other.example", HTTP_ACCESS_CONTROL_REQUEST_METHOD="PATCH"
    )
    assert "Access-Control-Allow-Origin" not in asked
    assert "Access-Control-Allow-Headers" not in asked
