"""Sessions rotate and die; passwords are long, free in form and kept as they should be."""

from __future__ import annotations

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from tests.people import PASSWORD, a_person
from vivavoce.accounts.models import Person
from vivavoce.accounts.passwords import Argon2id

pytestmark = pytest.mark.django_db
DOOR = "/_allauth/browser/v1"
NEW = "another lamp, another boat"


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


def send(client: Client, path: str, **body: str) -> int:
    return client.post(f"{DOOR}{path}", body, content_type="application/json").status_code


def come_in(person: Person, password: str = PASSWORD) -> Client:
    client = Client()
    assert send(client, "/auth/login", email=person.email, password=password) == 200
    return client


def is_in(client: Client) -> bool:
    return client.get("/api/v1/me/").json()["person"] is not None


def test_signing_in_gives_another_session_than_the_one_before() -> None:
    person = a_person()
    client = Client()
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    client.cookies["session"] = planted = str(session.session_key)
    assert send(client, "/auth/login", email=person.email, password=PASSWORD) == 200
    assert client.cookies["session"].value != planted
    stranger = Client()
    stranger.cookies["session"] = planted
    assert not is_in(stranger)


def test_signing_out_ends_the_session_on_the_server() -> None:
    client = come_in(a_person())
    kept = client.cookies["session"].value
    client.delete(f"{DOOR}/auth/session", content_type="application/json")
    client.cookies["session"] = kept
    assert not is_in(client)


def test_a_new_password_ends_all_other_sessions_and_keeps_ones_own() -> None:
    person = a_person()
    other, own = come_in(person), come_in(person)
    before = own.cookies["session"].value
    assert send(own, "/account/password/change", current_password=PASSWORD, new_password=NEW) == 200
    assert (is_in(own), is_in(other)) == (True, False)
    assert own.cookies["session"].value != before


def test_a_session_ends_two_weeks_after_signing_in_however_much_it_is_used() -> None:
    with time_machine.travel("2026-11-22T12:00:00Z", tick=False) as clock:
        client = come_in(a_person())
        for day in range(1, 14):
            clock.move_to(f"2026-11-{22 + day}T12:00:00Z" if day < 9 else f"2026-12-{day - 8:02}T12:00:00Z")
            assert is_in(client)
        clock.move_to("2026-12-06T11:59:59Z")
        assert is_in(client)
        clock.move_to("2026-12-06T12:00:01Z")
        assert not is_in(client)


def test_somebody_who_may_no_longer_sign_in_is_out_at_once() -> None:
    person = a_person()
    client = come_in(person)
    Person.objects.filter(pk=person.pk).update(is_active=False)
    assert not is_in(client)


@pytest.mark.parametrize(
    "password", ["only small letters", "1357 2468 9753 8642", "Ж" * 40 + "ø" * 24, "p" * 30 + " ö " + "q" * 95]
)
def test_any_long_password_is_taken_whole(password: str) -> None:
    client = Client()
    assert send(client, "/auth/signup", email="new@example.org", password=password) == 200
    assert send(Client(), "/auth/login", email="new@example.org", password=password[:-1]) == 400
    assert send(Client(), "/auth/login", email="new@example.org", password=password) == 200


@pytest.mark.parametrize("password", ["eleven char", "1q2w3e4r5t6y", "password1234"])
def test_a_short_or_common_one_is_not(password: str) -> None:
    assert send(Client(), "/auth/signup", email="new@example.org", password=password) == 400


def test_it_is_kept_as_argon2id_at_the_agreed_cost() -> None:
    kept = Argon2id().encode(PASSWORD, "some-salt-of-16b")
    assert kept.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert Argon2id().verify(PASSWORD, kept)
    assert not Argon2id().verify(PASSWORD + "x", kept)
