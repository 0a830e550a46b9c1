"""Guessing costs the one who guesses, and nobody else."""

from __future__ import annotations

import base64
import statistics
import time
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from tests.limits.conftest import Limit
from tests.people import PASSWORD, a_person, with_token

pytestmark = pytest.mark.django_db
LOGIN = "/_allauth/browser/v1/auth/login"
TOKENS = "/api/v1/tokens/"
HOME, ELSEWHERE = "192.0.2.7", "198.51.100.9"


def enter(email: str, password: str, address: str = HOME) -> Any:
    return Client(REMOTE_ADDR=address).post(
        LOGIN, {"email": email, "password": password}, content_type="application/json"
    )


def basic(email: str, password: str, address: str = HOME) -> Any:
    pair = base64.b64encode(f"{email}:{password}".encode()).decode()
    headers = {"Authorization": f"Basic {pair}"}
    client = Client(REMOTE_ADDR=address, headers=headers)
    return client.post(TOKENS, {"name": "cli"}, content_type="application/json")


def admin(email: str, password: str, address: str = HOME) -> Any:
    return Client(REMOTE_ADDR=address).post("/admin/login/", {"username": email, "password": password})


def test_whoever_guesses_elsewhere_does_not_lock_the_owner_out(limit: Limit) -> None:
    limit(sign_in="5/5m")
    person = a_person()
    told = [enter(person.email, "a guess", ELSEWHERE).json()["errors"][0]["code"] for _ in range(7)]
    assert told == ["email_password_mismatch"] * 5 + ["too_many_login_attempts"] * 2
    assert "Try again in" in enter(person.email, PASSWORD, ELSEWHERE).json()["errors"][0]["message"]
    assert enter(person.email, PASSWORD).status_code == 200
    assert basic(person.email, PASSWORD).status_code == 201


def test_an_account_that_does_not_exist_is_limited_just_so(limit: Limit) -> None:
    limit(sign_in="5/5m")
    known = [enter(a_person(email="known@example.org").email, "a guess").content]
    known += [enter("KNOWN@example.org ", "a guess").content for _ in range(6)]
    assert known == [enter("nobody@example.org", "a guess").content for _ in range(7)]


def test_the_three_doors_share_one_limit(limit: Limit) -> None:
    limit(sign_in="3/5m")
    person = a_person(is_staff=True)
    assert enter(person.email, "a guess").status_code == 400
    assert basic(person.email, "a guess").status_code == 401
    assert b"Please enter the correct" in admin(person.email, "a guess").content
    refused = basic(person.email, PASSWORD)
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) in range(95, 101)
    assert f"Try again in {refused['Retry-After']} seconds." in refused.json()["detail"]
    assert b"Too many attempts" in admin(person.email, PASSWORD).content
    assert enter(person.email, PASSWORD).status_code == 400


def test_an_address_that_tries_many_accounts_is_stopped(limit: Limit) -> None:
    limit(sign_in_address="4/5m")
    person = a_person()
    told = [basic(f"person{number}@example.org", "a guess").status_code for number in range(6)]
    assert told == [401] * 4 + [429] * 2
    assert basic(person.email, PASSWORD, ELSEWHERE).status_code == 201


def test_a_household_of_ipv6_is_one_address(limit: Limit) -> None:
    limit(sign_in_address="2/5m")
    told = [basic("x@example.org", "a guess", f"2001:db8:1:2::{number}").status_code for number in range(3)]
    assert told == [401, 401, 429]
    assert basic("x@example.org", "a guess", "2001:db8:1:3::1").status_code == 401


def test_signing_in_rightly_costs_nothing(limit: Limit) -> None:
    limit(sign_in="2/5m", sign_in_address="2/5m")
    person = a_person()
    assert [basic(person.email, PASSWORD).status_code for _ in range(4)] == [201] * 4


def test_a_guessed_token_costs_its_address_and_no_other(limit: Limit) -> None:
    limit(anonymous="3/m")
    guess = Client(headers={"Authorization": "Bearer vv_guess"}, REMOTE_ADDR=ELSEWHERE)
    told = [guess.get("/api/v1/me/") for _ in range(5)]
    assert [reply.status_code for reply in told] == [401] * 3 + [429] * 2
    assert guess.get("/api/v1/questions/").status_code == 429
    neighbour = with_token(a_person())
    assert neighbour.get("/api/v1/me/", REMOTE_ADDR=ELSEWHERE).status_code == 200


@pytest.fixture
def _real_passwords(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["vivavoce.accounts.passwords.Argon2id"]
    settings.ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}  # allauth answers early after thirty


@pytest.mark.usefixtures("_real_passwords")
@pytest.mark.parametrize("door", [enter, basic])
def test_an_unknown_account_takes_as_long_as_a_wrong_password(door: Any, record_property: Any) -> None:
    person = a_person()
    times: dict[str, list[float]] = {person.email: [], "nobody@example.org": []}
    for _ in range(25):  # in turns, so that a busy moment meets both
        for email, taken in times.items():
            begun = time.perf_counter()
            door(email, "a wrong password")
            taken.append(time.perf_counter() - begun)
    known, unknown = map(statistics.median, times.values())
    ratio = max(known, unknown) / min(known, unknown)
    spent = f"wrong password {known * 1000:.1f} ms, unknown account {unknown * 1000:.1f} ms"
    record_property("summary", f"sign-in ({door.__name__}): {spent}")
    assert known > 0.01  # the real hasher
    assert ratio < 1.2
