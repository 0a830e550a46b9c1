"""Tokens that are not valid open nothing, those that were stop at once, and no secret is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from tests.access.asking import Callers, Faults, token_of
from tests.access.tables import lines
from tests.access.world import NOW
from tests.two_worlds.frozen import frozen
from vivavoce.accounts import rules
from vivavoce.accounts.models import Person, Token
from vivavoce.interviews.blindness import acting_as

OPERATIONS = sorted({line.operation for line in lines()})
TOKENS = "/api/v1/tokens/"
MALFORMED = ("Bearer", "Bearer ", "Bearer vv_wrong", "Token vv_wrong", "vv_wrong", "Bearer vv_\xe9", "Digest x", "")


def ask(secret: str, method: str = "GET", path: str = "/api/v1/openings/", **headers: str) -> Any:
    return Client().generic(method, path, headers={"Authorization": f"Bearer {secret}", **headers})


def refused(reply: Any) -> bool:
    """401, with the challenge of RFC 9110 and a problem that does not say why."""
    challenge = reply.headers.get("WWW-Authenticate", "")
    is_one = reply.status_code == 401 and challenge.startswith("Bearer")
    return is_one and bool(reply.json()["code"] == "not_authenticated")


@pytest.fixture
def owner(callers: Callers) -> Person:
    return callers.world.people["owner"]


def test_a_header_that_is_not_valid_opens_nothing(callers: Callers) -> None:
    client = callers.sessions["owner"].client
    faults = Faults()
    for method, path in OPERATIONS:
        with faults.about(f"{method} {path}"):
            at = path.replace("{id}", "x").replace("{interview}", "x").replace("{slug}", "x")
            assert refused(client.generic(method, at, headers={"Authorization": "Bearer vv_wrong"}))
    faults.none()


def test_a_malformed_header_is_never_passed_over(callers: Callers) -> None:
    client = callers.sessions["owner"].client
    faults = Faults()
    for header in MALFORMED:
        with faults.about(header):
            assert refused(client.get("/api/v1/questions/", headers={"Authorization": header}))
            assert refused(client.post("/api/v1/practice/preview/", {"reviews": []}, headers={"Authorization": header}))
    faults.none()


def test_the_second_in_which_a_token_ends_is_its_last(owner: Person) -> None:
    secret = token_of(owner, rules.SCOPES)
    ends = Token.objects.get(fingerprint=rules.fingerprint(secret)).expires_at
    with frozen(ends - timedelta(seconds=1)):
        assert ask(secret).status_code == 200
    with frozen(ends):
        assert refused(ask(secret))


def test_a_revoked_token_ends_at_once(owner: Person) -> None:
    secret, other = token_of(owner, rules.SCOPES), token_of(owner, rules.SCOPES)
    assert ask(other).status_code == ask(secret).status_code == 200
    key = Token.objects.get(fingerprint=rules.fingerprint(secret)).pk
    assert ask(secret, "DELETE", f"{TOKENS}{key}/").status_code == 204, "it may end itself"
    assert refused(ask(secret))
    assert ask(other).status_code == 200
    assert ask(other, path=f"{TOKENS}{key}/").status_code == 404


def test_tokens_end_with_their_owner(owner: Person) -> None:
    secret = token_of(owner, rules.SCOPES)
    Person.objects.filter(pk=owner.pk).update(is_active=False)
    assert refused(ask(secret))


def test_expired_revoked_unknown_and_closed_look_alike(owner: Person) -> None:
    secrets = [token_of(owner, rules.SCOPES) for _ in range(2)]
    expired, revoked = (Token.objects.filter(fingerprint=rules.fingerprint(secret)) for secret in secrets)
    expired.update(expires_at=NOW)
    revoked.update(revoked_at=NOW)
    replies = [ask(secret, **{"X-Request-ID": "two-worlds"}) for secret in (*secrets, rules.new_secret(), "vv_")]
    assert len({reply.content for reply in replies}) == 1
    assert len({tuple(sorted(reply.headers.items())) for reply in replies}) == 1
    assert all(refused(reply) for reply in replies)


def test_a_token_makes_none_that_is_stronger_or_lives_longer(owner: Person) -> None:
    maker = token_of(owner, ["tokens:write", "bank:read"])
    end = Token.objects.get(fingerprint=rules.fingerprint(maker)).expires_at
    client = Client(headers={"Authorization": f"Bearer {maker}"})

    def make(**body: Any) -> Any:
        return client.post(TOKENS, {"name": "x", **body}, content_type="application/json")

    for scope in rules.SCOPES:
        assert make(scopes=[scope]).status_code == (201 if scope in {"tokens:write", "bank:read"} else 403), scope
    made = make(expires_at=(end + timedelta(days=1)).isoformat()).json()
    assert made["scopes"] == ["bank:read", "tokens:write"]
    assert Token.objects.get(pk=made["id"]).expires_at <= end


def test_the_site_s_cookie_counts_for_nothing_beside_a_token(callers: Callers) -> None:
    client, weak = callers.sessions["owner"].client, callers.secrets["owner", ("bank:read",)]
    reply = client.get("/api/v1/openings/", headers={"Authorization": f"Bearer {weak}"})
    assert (reply.status_code, reply.json()["required_scope"]) == (403, "openings:read")


def test_no_table_holds_a_secret(owner: Person) -> None:
    client = Client(headers={"Authorization": f"Bearer {token_of(owner, rules.SCOPES)}"})
    keyed = {"Idempotency-Key": "once"}
    made = client.post(TOKENS, {"name": "x"}, content_type="application/json", headers=keyed)
    secret = made.json()["secret"]
    assert ask(secret).status_code == 200
    assert secret.startswith("vv_")
    assert len(secret) > 40
    assert client.get(TOKENS).content.find(secret.encode()) == -1, "shown once"
    with acting_as(owner):  # else kept replies and scorecards look empty
        assert tables_with(secret) == []
        assert set(tables_with(str(made.json()["id"]))) == {"accounts_token", "core_storedreply"}
        assert tables_with(rules.fingerprint(secret)) == ["accounts_token"], "the search finds what is there"


def tables_with(text: str) -> list[str]:
    """The tables of which some row holds a text, in whatever column."""
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        found = []
        for name in names:
            table = connection.ops.quote_name(name)
            cursor.execute(f"SELECT 1 FROM {table} AS line WHERE line::text LIKE %s LIMIT 1", [f"%{text}%"])  # noqa: S608 - names of our own tables
            found += [name] * bool(cursor.fetchone())
    return found
