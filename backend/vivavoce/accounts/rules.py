"""What is true of people and tokens, without a database."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from zoneinfo import available_timezones

EDITORS = "editors"
"""The group that may see drafts."""

INTERVIEWERS = "interviewers"
"""The group that also sees content with ``audience=hiring`` and may assess for the team."""

SCOPES = {
    "bank:read": "Read the question bank, rubrics and kits.",
    "me:read": "Read your name, address and time zone.",
    "me:write": "Change your name, time zone and preferences.",
    "tokens:read": "List your tokens.",
    "tokens:write": "Make and revoke tokens, none stronger than this one.",
    "openings:read": "Read your openings and applications.",
    "openings:write": "Change your openings and applications.",
    "interviews:read": "Read your interviews, scorecards and debriefs.",
    "interviews:write": "Change your interviews and scorecards, and decide in debriefs.",
    "practice:read": "Read your attempts, cards, reviews and today.",
    "practice:write": "Write attempts and reviews.",
}
"""Every scope that a token may hold, and what it allows, in the order that people read them."""

DEFAULT_SCOPES = tuple(scope for scope in SCOPES if scope != "tokens:write")
"""What a token holds when its owner names nothing: all but the making of further tokens."""

SECRET_PREFIX = "vv_"  # noqa: S105 - the public beginning of every secret, for scanners of leaked ones
HINT_LENGTH = 8
DEFAULT_LIFETIME = timedelta(days=90)
LONGEST_LIFETIME = timedelta(days=366)
LAST_USE_STEP = timedelta(minutes=1)


@cache
def time_zones() -> frozenset[str]:
    """Every IANA time zone that this machine knows; ``posixrules`` and the like are files, not zones."""
    return frozenset(name for name in available_timezones() if "/" in name or name == "UTC")


def is_time_zone(name: str) -> bool:
    """True for an IANA name such as ``Europe/Lisbon``; abbreviations such as ``EST`` are refused."""
    return name in time_zones()


def new_secret() -> str:
    """A token's secret: 32 random bytes behind a prefix that says whose it is."""
    return SECRET_PREFIX + secrets.token_urlsafe(32)


def fingerprint(secret: str) -> str:
    """What is kept of a secret. SHA-256 is enough: nobody guesses 256 random bits, however fast the hash."""
    return sha256(secret.encode()).hexdigest()


def last_use_is_due(last_used_at: datetime | None, now: datetime) -> bool:
    """True once a minute, so that reading costs no write each time."""
    return last_used_at is None or now - last_used_at >= LAST_USE_STEP


def scopes_beyond(wanted: Iterable[str], held: Iterable[str]) -> list[str]:
    """The scopes that a token may not pass on because it does not hold them itself."""
    return sorted(set(wanted) - set(held))


def in_order(scopes: Iterable[str]) -> list[str]:
    """The scopes once each, in the table's order."""
    chosen = set(scopes)
    return [scope for scope in SCOPES if scope in chosen]
