"""Settings of limits (vivavoce.limits, docs/decisions/limits.md), from the environment; a bad one stops the start."""

from __future__ import annotations

import os
from ipaddress import ip_network

from vivavoce.limits.buckets import Rate

UNMET = "1000000/s"  # while testing: tests of limits set their own


def proxies(words: list[str]) -> list[str]:
    """The addresses and networks of trusted proxies; ``*`` is every one."""
    return [word if word == "*" else str(ip_network(word, strict=False)) for word in words or ["127.0.0.1", "::1"]]


def rates(testing: bool) -> dict[str, Rate]:
    """How often somebody may ask."""

    def rate(name: str, usual: str) -> Rate:
        return Rate.parse(os.environ.get(name) or (UNMET if testing else usual))

    return {
        "known": rate("RATE_LIMIT", "1200/m"),  # of each token, else each person
        "anonymous": rate("RATE_LIMIT_ANONYMOUS", "300/m"),  # of each address
        "sign_in": rate("SIGN_IN_RATE", "5/5m"),  # failures of an account at one address
        "sign_in_address": rate("SIGN_IN_ADDRESS_RATE", "50/10m"),  # and of the address
    }
