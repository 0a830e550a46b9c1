"""Tells callers how they stand, and gives the token of a 304 back. Stands around what answers 304."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from vivavoce.limits import buckets
from vivavoce.limits.buckets import Standing
from vivavoce.limits.store import store
from vivavoce.limits.throttling import taken_by


class RateLimitHeaders:
    """``RateLimit-Policy`` and ``RateLimit`` (draft-ietf-httpapi-ratelimit-headers) on every reply that was counted."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and tell."""
        response = self.get_response(request)
        if taken := taken_by(request):
            standing = taken.standing
            if response.status_code == 304:  # nothing new was read
                store().give_back(taken.key, standing.rate)
                standing = Standing(standing.rate, True, buckets.give_back(standing.full_in, 0, standing.rate))
            rate = standing.rate
            response["RateLimit-Policy"] = f'"default";q={rate.amount};w={rate.seconds}'
            response["RateLimit"] = f'"default";r={standing.remaining};t={standing.reset}'
        return response
