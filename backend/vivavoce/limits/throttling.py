"""DRF's throttle: one token for each request, out of the bucket of whoever asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from vivavoce.core.problems import TooManyRequests
from vivavoce.limits.addresses import limited_address
from vivavoce.limits.buckets import Rate, Standing
from vivavoce.limits.store import store

if TYPE_CHECKING:  # DRF's views import this module through the settings
    from rest_framework.views import APIView


@dataclass(frozen=True)
class Taken:
    """The token that a request took, for the middleware that tells of it."""

    key: str
    standing: Standing


class TokenBucket(BaseThrottle):
    """Counts each request once, however often it is asked."""

    def allow_request(self, request: Request, view: APIView) -> bool:
        """Take a token, or refuse."""
        raw: Any = request._request
        if hasattr(raw, "taken") or is_outside(request, view):
            return True
        key, rate = bucket_of(request)
        standing = store().take(key, rate)
        raw.taken = standing and Taken(key, standing)
        if standing and not standing.admitted:
            raise too_many(standing, f"You may ask {rate.amount} times in {rate.seconds} seconds.")
        return True


def bucket_of(request: Request) -> tuple[str, Rate]:
    """Whose bucket pays: the token's, else the person's, else the address's; so does one for a failed sign-in."""
    for kind, who in (("token", request.auth), ("person", request.user)):
        if pk := getattr(who, "pk", None):
            return f"{kind}:{pk}", settings.RATE_LIMITS["known"]
    return f"address:{limited_address(request._request)}", settings.RATE_LIMITS["anonymous"]


def is_outside(request: Request, view: APIView) -> bool:
    """True for what anybody may read of the bank, asked by nobody in particular: any cache may answer it."""
    bank = getattr(view, "scope", "") == "bank" and request.method in SAFE_METHODS
    return bank and not request.user.is_authenticated and "Authorization" not in request.headers


def too_many(standing: Standing, why: str) -> TooManyRequests:
    """The refusal that says when to come again."""
    seconds = standing.retry_after
    detail = f"{why} Try again in {seconds} second{'' if seconds == 1 else 's'}."
    return TooManyRequests(detail, headers={"Retry-After": str(seconds)})


def taken_by(request: HttpRequest) -> Taken | None:
    """What a request took; None outside the limits, and while nobody counts."""
    return getattr(request, "taken", None)
