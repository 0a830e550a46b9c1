"""Attempts to sign in. They count for an account at one address, and for the address; never for an account alone.

Whoever guesses from elsewhere spends the tokens of their own address: the account's owner signs in at theirs as before.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from vivavoce.limits.addresses import limited_address
from vivavoce.limits.buckets import Rate, Standing
from vivavoce.limits.store import store
from vivavoce.limits.throttling import too_many


class TooManyAttempts(ValidationError):
    """Refused before the password was looked at, so the refusal says nothing of it."""

    def __init__(self, standing: Standing) -> None:
        self.problem = too_many(standing, "Too many attempts to sign in.")
        super().__init__(str(self.problem.detail), code="too_many_login_attempts")


@dataclass(frozen=True)
class Attempt:
    """The tokens that an attempt took; it keeps them unless it succeeds."""

    taken: tuple[tuple[str, Rate], ...]

    def give_back(self) -> None:
        """It was no guess."""
        for key, rate in self.taken:
            store().give_back(key, rate)


def begin(request: HttpRequest, account: str) -> Attempt:
    """Count an attempt, or refuse it; whether the account exists makes no difference."""
    address = limited_address(request)
    wanted = (
        (f"sign-in:{address}", settings.RATE_LIMITS["sign_in_address"]),
        (f"sign-in:{address}:{account.strip().lower()}", settings.RATE_LIMITS["sign_in"]),
    )
    for number, (key, rate) in enumerate(wanted):
        standing = store().take(key, rate)
        if standing and not standing.admitted:
            Attempt(wanted[:number]).give_back()
            raise TooManyAttempts(standing)
    return Attempt(wanted)
