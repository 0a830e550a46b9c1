"""What is true of people and tokens, without a database."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

EDITORS = "editors"
"""The group that may see drafts."""

INTERVIEWERS = "interviewers"
"""The group that also sees content with ``audience=hiring`` and may assess for the team."""


@cache
def time_zones() -> frozenset[str]:
    """Every IANA time zone that this machine knows; ``posixrules`` and the like are files, not zones."""
    return frozenset(name for name in available_timezones() if "/" in name or name == "UTC")


def is_time_zone(name: str) -> bool:
    """True for an IANA name such as ``Europe/Lisbon``; abbreviations such as ``EST`` are refused."""
    return name in time_zones()
