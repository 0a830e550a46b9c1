from datetime import UTC, datetime, timedelta

import pytest

from vivavoce.accounts import rules
from vivavoce.accounts.passwords import Argon2id

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize("name", ["Europe/Lisbon", "America/Argentina/Ushuaia", "UTC"])
def test_iana_names_are_time_zones(name: str) -> None:
    assert rules.is_time_zone(name)


@pytest.mark.parametrize("name", ["EST", "Lisbon", "", "europe/lisbon", "../etc/passwd", "+01:00"])
def test_other_names_are_not(name: str) -> None:
    assert not rules.is_time_zone(name)


def test_a_secret_says_whose_it_is_and_is_long() -> None:
    first, second = rules.new_secret(), rules.new_secret()
    assert first.startswith("vv_")
    assert len(first) == 46
    assert first != second


def test_a_fingerprint_does_not_hold_the_secret() -> None:
    secret = rules.new_secret()
    assert secret[3:] not in rules.fingerprint(secret)
    assert rules.fingerprint(secret) == rules.fingerprint(secret)


def test_last_use_is_written_once_a_minute() -> None:
    assert rules.last_use_is_due(None, NOON)
    assert not rules.last_use_is_due(NOON - timedelta(seconds=59), NOON)
    assert rules.last_use_is_due(NOON - timedelta(seconds=60), NOON)


def test_a_token_passes_on_only_what_it_holds() -> None:
    assert rules.scopes_beyond(["bank:read", "me:write"], ["bank:read"]) == ["me:write"]
    assert rules.scopes_beyond(["bank:read"], ["bank:read", "me:read"]) == []


def test_tokens_do_not_make_tokens_unless_asked() -> None:
    assert "tokens:write" not in rules.DEFAULT_SCOPES
    assert "interviews:write" in rules.DEFAULT_SCOPES


def test_passwords_cost_what_owasp_asks_for() -> None:
    kept = Argon2id().encode("a lamp, a boat, a pear", "saltsaltsalt")
    assert kept.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
