import base64
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import override_settings
from django.utils import timezone
from rest_framework.test import APIClient

from tests.people import PASSWORD, a_person, signed_in, with_token
from vivavoce.accounts import rules
from vivavoce.accounts.models import Person, Token

pytestmark = pytest.mark.django_db
TOKENS = "/api/v1/tokens/"


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


def basic(email: str, password: str) -> APIClient:
    pair = base64.b64encode(f"{email}:{password}".encode()).decode()
    return APIClient(headers={"Authorization": f"Basic {pair}"})


def bearer(secret: str) -> APIClient:
    return APIClient(headers={"Authorization": f"Bearer {secret}"})


def made(person: Person, **body: Any) -> dict[str, Any]:
    reply = signed_in(person).post(TOKENS, {"name": "cli", **body})
    assert reply.status_code == 201, reply.json()
    return dict(reply.json())


def test_one_command_makes_the_first_token() -> None:
    person = a_person()
    reply = basic(person.email, PASSWORD).post(TOKENS, {"name": "cli"})
    assert reply.status_code == 201
    body = reply.json()
    assert body["secret"].startswith("vv_")
    assert body["hint"] == body["secret"][:8]
    assert body["scopes"] == list(rules.DEFAULT_SCOPES)
    assert reply["Cache-Control"] == "no-store"
    assert bearer(body["secret"]).get("/api/v1/me/").json()["person"]["email"] == person.email


def test_the_secret_is_shown_once_and_not_kept() -> None:
    person = a_person()
    body = made(person)
    shown = signed_in(person).get(body["url"]).json()
    assert "secret" not in shown
    row = Token.objects.filter(pk=body["id"]).values().get()
    assert body["secret"] not in str(row)


def test_a_reply_with_few_members_still_says_where_the_token_is() -> None:
    reply = signed_in(a_person()).post(f"{TOKENS}?fields=name", {"name": "cli"})
    assert (reply.status_code, set(reply.json())) == (201, {"name", "secret"})
    assert reply["Location"] == f"{TOKENS}{Token.objects.get().pk}/"


def test_basic_is_accepted_for_making_a_token_only() -> None:
    client = basic(a_person().email, PASSWORD)
    assert client.get(TOKENS).status_code == 401
    assert client.get("/api/v1/me/").status_code == 401


@pytest.mark.parametrize("header", ["Basic", "Basic !!!", "Basic " + base64.b64encode(b"no colon").decode()])
def test_a_broken_basic_header_is_401_without_a_browser_dialog(header: str) -> None:
    reply = APIClient(headers={"Authorization": header}).post(TOKENS, {"name": "cli"})
    assert reply.status_code == 401
    assert reply["WWW-Authenticate"].startswith("Bearer")


def test_a_wrong_password_is_401_for_a_person_and_for_nobody() -> None:
    first = basic(a_person().email, "not the password").post(TOKENS, {"name": "cli"})
    assert first.status_code == 401
    assert first.json()["detail"] == basic("nobody@example.org", PASSWORD).post(TOKENS).json()["detail"]


@pytest.mark.parametrize("header", ["Bearer vv_wrong", "Bearer", "Token vv_x", "", "vv_x"])
def test_an_invalid_header_switches_the_cookie_off(header: str) -> None:
    client = signed_in(a_person())
    reply = client.get(TOKENS, headers={"Authorization": header})
    assert reply.status_code == 401
    assert reply["WWW-Authenticate"].startswith("Bearer")
    assert reply["Content-Type"] == "application/problem+json"


def test_where_addresses_are_confirmed_an_unconfirmed_one_makes_no_token() -> None:
    person = a_person()
    with override_settings(ACCOUNT_EMAIL_VERIFICATION="mandatory"):
        refused = basic(person.email, PASSWORD).post(TOKENS, {"name": "cli"})
        assert refused.status_code == 401
        assert "Confirm" in refused.json()["detail"]
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
        assert basic(person.email, PASSWORD).post(TOKENS, {"name": "cli"}).status_code == 201


def test_a_missing_scope_is_named() -> None:
    reply = with_token(a_person(), "bank:read").get(TOKENS)
    assert reply.status_code == 403
    assert reply.json()["required_scope"] == "tokens:read"


def test_reading_does_not_allow_writing() -> None:
    assert with_token(a_person(), "tokens:read").post(TOKENS, {"name": "x"}).status_code == 403


def test_a_token_makes_no_stronger_one() -> None:
    client = with_token(a_person(), "tokens:write", "bank:read")
    assert client.post(TOKENS, {"name": "x", "scopes": ["me:write"]}).status_code == 403
    weaker = client.post(TOKENS, {"name": "x", "scopes": ["bank:read"]})
    assert weaker.json()["scopes"] == ["bank:read"]


def test_a_revoked_token_stops_at_once_and_is_gone() -> None:
    person = a_person()
    body = made(person)
    assert signed_in(person).delete(body["url"]).status_code == 204
    assert bearer(body["secret"]).get("/api/v1/me/").status_code == 401
    assert signed_in(person).get(body["url"]).status_code == 404
    assert Token.objects.get(pk=body["id"]).revoked_at is not None


def test_a_token_ends_on_the_second() -> None:
    person = a_person()
    with time_machine.travel("2026-11-22T12:00:00Z", tick=False) as clock:
        body = made(person, expires_at="2026-11-22T13:00:00Z")
        clock.shift(timedelta(minutes=59, seconds=59))
        assert bearer(body["secret"]).get("/api/v1/me/").status_code == 200
        clock.shift(timedelta(seconds=1))
        assert bearer(body["secret"]).get("/api/v1/me/").status_code == 401


@pytest.mark.parametrize("days", [-1, 400])
def test_an_expiry_in_the_past_or_too_far_is_refused(days: int) -> None:
    ends = (timezone.now() + timedelta(days=days)).isoformat()
    reply = signed_in(a_person()).post(TOKENS, {"name": "x", "expires_at": ends})
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["pointer"] == "/expires_at"


def test_an_unknown_scope_suggests_the_right_one() -> None:
    reply = signed_in(a_person()).post(TOKENS, {"name": "x", "scopes": ["interview:read"]})
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["did_you_mean"] == "interviews:read"


def test_last_use_is_remembered_to_the_minute() -> None:
    person = a_person()
    with time_machine.travel("2026-11-22T12:00:00Z", tick=False) as clock:
        body = made(person)
        bearer(body["secret"]).get("/api/v1/me/")
        clock.shift(timedelta(seconds=30))
        bearer(body["secret"]).get("/api/v1/me/")
    assert str(Token.objects.get(pk=body["id"]).last_used_at) == "2026-11-22 12:00:00+00:00"


def test_nobody_sees_anothers_tokens() -> None:
    body = made(a_person())
    stranger = signed_in(a_person())
    assert stranger.get(TOKENS).json()["count"] == 0
    assert stranger.get(body["url"]).status_code == 404
    assert stranger.delete(body["url"]).status_code == 404


def test_tokens_are_found_by_scope_and_name() -> None:
    person = a_person()
    made(person, name="Calendar", scopes=["interviews:read"])
    made(person, name="Notebook", scopes=["bank:read"])
    client = signed_in(person)
    assert [row["name"] for row in client.get(TOKENS, {"scope": "bank:read"}).json()["results"]] == ["Notebook"]
    assert [row["name"] for row in client.get(TOKENS, {"name": "calendar"}).json()["results"]] == ["Calendar"]


def test_somebody_who_may_not_sign_in_has_no_working_token() -> None:
    person = a_person()
    body = made(person)
    person.is_active = False
    person.save()
    assert bearer(body["secret"]).get("/api/v1/me/").status_code == 401
