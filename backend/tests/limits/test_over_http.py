"""What callers see of their limits, and whose they are."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings

from tests.limits.conftest import Limit
from tests.people import a_person, signed_in, with_token
from vivavoce.limits.addresses import client_address, limited_address

pytestmark = pytest.mark.django_db
ME = "/api/v1/me/"
ELSEWHERE = "198.51.100.9"


def test_replies_say_how_their_caller_stands(limit: Limit) -> None:
    limit(known="5/10h")
    client = with_token(a_person())
    replies = [client.get(ME) for _ in range(7)]
    assert [reply.status_code for reply in replies] == [200] * 5 + [429] * 2
    assert {reply["RateLimit-Policy"] for reply in replies} == {'"default";q=5;w=36000'}
    assert replies[0]["RateLimit"] == '"default";r=4;t=7200'
    assert re.fullmatch('"default";r=0;t=(359..|36000)', replies[4]["RateLimit"])
    assert re.fullmatch('"default";r=0;t=(359..|36000)', replies[6]["RateLimit"])


def test_a_refusal_is_a_problem_that_says_when_to_try_again(limit: Limit) -> None:
    limit(known="1/h")
    client = with_token(a_person())
    client.get(ME)
    refusal = client.post("/api/v1/openings/", {})
    assert refusal.status_code == 429
    problem = refusal.json()
    assert problem["type"] == "/api/problems/too-many-requests/"
    assert int(refusal["Retry-After"]) in range(3570, 3601)
    assert problem["detail"] == f"You may ask 1 times in 3600 seconds. Try again in {refusal['Retry-After']} seconds."
    assert refusal["Cache-Control"] == "no-store"


def test_each_token_each_person_and_each_address_has_a_bucket(limit: Limit) -> None:
    limit(known="2/m", anonymous="1/m")
    ana, ben = a_person(), a_person()
    clients = [with_token(ana), with_token(ana), signed_in(ana), signed_in(ben), with_token(ben)]
    for client in clients:
        assert [client.get(ME).status_code for _ in range(3)] == [200, 200, 429]
    for address in ("192.0.2.1", "192.0.2.2"):
        assert [Client(REMOTE_ADDR=address).get(ME).status_code for _ in range(2)] == [200, 429]
    assert signed_in(ana).get(ME).status_code == 429  # a second session is the same person


def test_what_did_not_change_costs_nothing(limit: Limit) -> None:
    limit(known="3/h")
    client = with_token(a_person())
    tag = client.get(ME)["ETag"]
    for _ in range(10):
        unchanged = client.get(ME, headers={"If-None-Match": tag})
        assert unchanged.status_code == 304
        assert unchanged["RateLimit"] == '"default";r=2;t=1200'
    assert [client.get(ME).status_code for _ in range(3)] == [200, 200, 429]


@pytest.mark.parametrize(
    "path", ["/api/v1/questions/", "/api/v1/categories/", "/api/v1/kits/", "/openapi.yaml", "/api/docs/", "/healthz"]
)
def test_what_any_cache_may_answer_stands_outside(path: str, limit: Limit) -> None:
    limit(anonymous="1/m")
    replies = [Client().get(path) for _ in range(3)]
    assert {reply.status_code for reply in replies} == {200}
    assert not any("RateLimit" in reply or "RateLimit-Policy" in reply for reply in replies)


def test_the_bank_counts_for_those_who_are_known(limit: Limit) -> None:
    limit(known="1/m")
    client = with_token(a_person())
    assert [client.get("/api/v1/questions/").status_code for _ in range(2)] == [200, 429]


def test_refused_calls_count_too(limit: Limit) -> None:
    limit(known="2/m", anonymous="1/m")
    narrow = with_token(a_person(), "bank:read")
    assert [narrow.get("/api/v1/openings/").status_code for _ in range(3)] == [403, 403, 429]
    assert [Client().get("/api/v1/openings/").status_code for _ in range(2)] == [401, 429]


def test_a_site_on_another_origin_may_read_how_it_stands(settings: Settings, limit: Limit) -> None:
    settings.CORS_ALLOWED_ORIGINS = ["https://other.example.org"]
    reply = Client().get(ME, headers={"Origin": "https://other.example.org"})
    exposed = reply["Access-Control-Expose-Headers"].split(", ")
    assert {"RateLimit", "RateLimit-Policy", "Retry-After"} <= set(exposed)


@pytest.mark.parametrize(
    ("remote", "forwarded", "believed"),
    [
        ("127.0.0.1", "203.0.113.5", "203.0.113.5"),
        ("127.0.0.1", "6.6.6.6, 203.0.113.5", "203.0.113.5"),  # the caller wrote the first
        ("127.0.0.1", "203.0.113.5, 10.1.2.3", "203.0.113.5"),  # through two proxies of ours
        ("203.0.113.9", "203.0.113.5", "203.0.113.9"),  # no proxy of ours
        ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("", "203.0.113.5", "203.0.113.5"),  # a Unix socket
        ("127.0.0.1", "::ffff:203.0.113.5", "203.0.113.5"),
        ("10.9.9.9", "2001:db8::5", "2001:db8::5"),
        ("::ffff:192.0.2.1", "", "192.0.2.1"),  # a socket for both kinds of addresses
    ],
)
def test_it_believes_proxies_of_ours_only(settings: Settings, remote: str, forwarded: str, believed: str) -> None:
    settings.TRUSTED_PROXIES = ["127.0.0.1", "10.0.0.0/8"]
    headers: Any = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert client_address(RequestFactory().get("/", REMOTE_ADDR=remote, headers=headers)) == believed


def test_a_network_of_ipv6_is_one_caller() -> None:
    ask = RequestFactory()
    assert limited_address(ask.get("/", REMOTE_ADDR="2001:db8:1:2:3::4")) == "2001:db8:1:2::/64"
    assert limited_address(ask.get("/", REMOTE_ADDR="192.0.2.1")) == "192.0.2.1"


def test_callers_of_ipv4_are_not_one_network_of_ipv6(limit: Limit) -> None:
    limit(anonymous="1/m")
    for address in ("::ffff:192.0.2.1", "::ffff:192.0.2.2"):
        assert [Client(REMOTE_ADDR=address).get(ME).status_code for _ in range(2)] == [200, 429]


def test_a_forged_address_does_not_help(limit: Limit) -> None:
    limit(anonymous="1/m")
    client = Client(REMOTE_ADDR=ELSEWHERE)
    told = [client.get(ME, headers={"X-Forwarded-For": f"192.0.2.{number}"}).status_code for number in range(3)]
    assert told == [200, 429, 429]
