"""What somebody probably meant: near spellings, and the habits that people bring from other APIs."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Any

# A habit from elsewhere -> what this API calls it. The first of them that the address knows is suggested.
HABITS: dict[str, tuple[str, ...]] = {
    "search": ("q",),
    "query": ("q",),
    "keyword": ("q",),
    "text": ("q",),
    "limit": ("page_size",),
    "per_page": ("page_size",),
    "size": ("page_size",),
    "page": ("cursor",),
    "offset": ("cursor",),
    "after": ("cursor",),
    "starting_after": ("cursor",),
    "sort": ("ordering",),
    "sort_by": ("ordering",),
    "order_by": ("ordering",),
    "order": ("ordering",),
    "include": ("expand",),
    "embed": ("expand",),
    "select": ("fields",),
    "only": ("fields",),
    "exclude": ("omit",),
    "aggregations": ("facets",),
    "difficulty": ("level",),
    "seniority": ("level",),
    "tag": ("topic", "topics", "skill", "skills"),
    "tags": ("topic", "topics", "skill", "skills"),
    "type": ("kind", "format", "purpose"),
    "skill": ("quality", "topic"),
    "company": ("organization",),
    "state": ("status", "stage"),
    "status": ("state", "stage"),
    "duration": ("minutes",),
    "date": ("starts_at__gte", "posted_on", "updated_at__gte"),
    "since": ("updated_at__gte", "starts_at__gte"),
    "title": ("prompt", "name"),
}


def did_you_mean(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that ``word`` was probably meant to be, by habit first, then by spelling."""
    known = list(allowed)
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=.)[-. ]", "_", word).lower().removesuffix("[]")
    for spelling in (plain, plain.removesuffix("__in").removesuffix("__exact"), plain.rstrip("s")):
        if spelling in known:
            return spelling
        for habit in HABITS.get(spelling, ()):
            if habit in known:
                return habit
    return next(iter(difflib.get_close_matches(plain, known, n=1, cutoff=0.6)), None)


class Hint(str):
    """An error code that carries the allowed values and a suggestion.

    DRF and Django copy codes but no further members of an error, so the code carries them.
    """

    __slots__ = ("allowed", "did_you_mean")
    allowed: list[Any] | None
    did_you_mean: str | None

    def __new__(cls, code: str, *, word: object = None, allowed: Iterable[Any] | None = None) -> Hint:
        """Suggest the nearest of ``allowed`` to ``word``; list them all when they are few."""
        self = super().__new__(cls, code)
        values = list(allowed or ())
        self.allowed = values if 0 < len(values) <= 100 else None
        self.did_you_mean = did_you_mean(str(word), map(str, values)) if word is not None else None
        return self
