"""What somebody probably meant: near spellings, and the habits that people bring from other APIs."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Any

# What this API says, and what people bring from elsewhere for it. Earlier lines go first, where an address knows them.
HABITS = {
    "q": "search query keyword text", "page_size": "limit per_page size",
    "cursor": "page offset after starting_after", "ordering": "sort sort_by order_by order",
    "expand": "include embed", "fields": "select only", "omit": "exclude", "facets": "aggregations",
    "level": "difficulty seniority", "topic": "tag tags skill", "skill": "tag tags", "quality": "skill trait",
    "kind": "type", "format": "type", "purpose": "type", "organization": "company employer", "state": "status",
    "status": "state", "stage": "state status", "minutes": "duration", "starts_at__gte": "date since",
    "updated_at__gte": "since", "prompt": "title", "name": "title",
}  # fmt: skip


def did_you_mean(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that ``word`` was probably meant to be, by habit first, then by spelling."""
    known = list(allowed)
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=.)[-. ]", "_", word).lower().removesuffix("[]")
    for spelling in (plain, plain.removesuffix("__in").removesuffix("__exact"), plain.rstrip("s")):
        if spelling in known:
            return spelling
        for ours, habits in HABITS.items():
            if spelling in habits.split() and ours in known:
                return ours
    return next(iter(difflib.get_close_matches(plain, known, n=1, cutoff=0.6)), None)


class Hint(str):
    """An error code that carries the allowed values and a suggestion.

    DRF and Django copy codes but no further members of an error, so the code carries them.
    """

    word: object
    known: list[Any]
    allowed: list[Any] | None

    def __new__(cls, code: str, *, word: object = None, allowed: Iterable[Any] | None = None) -> Hint:
        """List all of ``allowed`` when they are few."""
        self = super().__new__(cls, code)
        self.word, self.known = word, list(allowed or ())
        self.allowed = self.known if 0 < len(self.known) <= 100 else None
        return self

    @property
    def did_you_mean(self) -> str | None:
        """The nearest of all that is allowed; found only for a fault that is shown, since the search is slow."""
        return did_you_mean(str(self.word), map(str, self.known)) if self.word is not None else None
