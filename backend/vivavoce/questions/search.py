"""Ranked full-text search over the questions that a person may see.

All words must be found; where no visible question has them all, the last word may be the beginning of one; where that
finds nothing either, any word will do and rare words count most. Nothing is dropped from a query as too common.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import reduce
from operator import add
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramSimilarity
from django.db.models import Count, F, FloatField, Q, Value
from django.db.models.expressions import Combinable

from vivavoce.accounts.models import Person
from vivavoce.questions.indexing import quote
from vivavoce.questions.models import Question, SearchDocument, SearchWord
from vivavoce.questions.models.questions import QuestionQuerySet
from vivavoce.questions.words import Word, fold, words

MAX_WORDS = 16
WEIGHTS = [0.05, 0.2, 0.5, 1.0]
"""Of D, C (answers), B (key points) and A (prompt)."""
FIELDS = ("prompt", "key_points", "answers")
_PREFIX_FROM = 3
"""Letters that the beginning of a word must have."""
_NEAR = 0.75
"""Share of letters in order from which a word is a likely spelling of another."""
_CANDIDATES = 60


class Lexemes(SearchQuery):
    """A tsquery of lexemes that ``words`` made; PostgreSQL's parser must not cut them again."""

    def __init__(self, text: str) -> None:
        super().__init__(text, search_type="raw")
        self.text = text

    def as_sql(self, *args: Any, **kwargs: Any) -> Any:
        """The text, cast."""
        return "%s::tsquery", [self.text]


@dataclass(frozen=True)
class Query:
    """What was asked, and how it is to be understood for this person."""

    words: tuple[Word, ...]
    text: str
    """Of the tsquery that decides what is found."""
    rarity: tuple[float, ...] = ()
    """For each word; what is in every document counts least, what is in none not at all."""
    prefix: str = ""
    """The beginning of a word that the last word stands for."""

    @property
    def telling(self) -> list[int]:
        """The words worth marking: in "how do I avoid n+1" the rare ones, in "who in any" all of them."""
        most = max(self.rarity, default=0)
        found = [index for index, rarity in enumerate(self.rarity) if rarity and rarity >= most / 2]
        return sorted({*found, len(self.words) - 1}) if self.prefix else found


def understand(text: str, person: Person | AnonymousUser | None) -> Query:
    """Choose how strictly to read the words; one query over the documents that the person may see."""
    asked = tuple({word.whole: word for word in words(text)}.values())[:MAX_WORDS]
    if not asked:
        return Query((), "")
    every, prefix, some = _all_of(asked), _prefix_of(asked, text), " | ".join(map(_term, asked))
    visible = Question.objects.visible_to(person).filter(document__isnull=False)
    counts = visible.aggregate(
        total=Count("pk"),
        every=Count("pk", filter=_finds(every)),
        **({"prefix": Count("pk", filter=_finds(_all_of(asked[:-1], f"{quote(prefix)}:*")))} if prefix else {}),
        **{f"word{n}": Count("pk", filter=_finds(_term(word))) for n, word in enumerate(asked)},
    )
    rarity = tuple(_rarity(counts[f"word{n}"], counts["total"]) for n in range(len(asked)))
    if counts["every"]:
        return Query(asked, every, rarity)
    if prefix and counts["prefix"]:
        begun = _rarity(counts["prefix"], counts["total"])
        return Query(asked, _all_of(asked[:-1], f"{quote(prefix)}:*"), (*rarity[:-1], begun), prefix)
    return Query(asked, some, rarity)


def _rarity(found: int, total: int) -> float:
    return math.log(1 + (total + 1) / (found + 0.5)) if found else 0.0


def _finds(text: str) -> Q:
    return Q(document__vector=Lexemes(text))


def _term(word: Word) -> str:
    if not word.parts:
        return quote(word.whole)
    parts = " & ".join(quote(part) for part in word.parts)
    return f"({quote(word.whole)} | ({parts}))"


def _all_of(asked: Sequence[Word], last: str = "") -> str:
    return " & ".join([*map(_term, asked), *([last] if last else [])])


def _prefix_of(asked: Sequence[Word], text: str) -> str:
    """The last word as it was typed, when it may be the beginning of one."""
    last = asked[-1]
    typed = fold(text[last.start : last.end])
    return typed if len(typed) >= _PREFIX_FROM and not last.parts else ""


def find(queryset: QuestionQuerySet, query: Query) -> QuestionQuerySet:
    """The questions that the query finds, each with its ``rank``."""
    if not query.words:
        return queryset.none().annotate(rank=Value(0.0, output_field=FloatField()))
    return queryset.filter(_finds(query.text)).annotate(rank=_rank(query))


def _rank(query: Query) -> Combinable:
    """The sum over the words of rarity times weighted frequency."""
    texts = [_term(word) for word in query.words]
    if query.prefix:
        texts[-1] = f"{quote(query.prefix)}:*"
    ranks: list[Combinable] = [
        Value(rarity, output_field=FloatField()) * SearchRank(F("document__vector"), Lexemes(text), weights=WEIGHTS)
        for rarity, text in zip(query.rarity, texts, strict=True)
    ]
    return reduce(add, ranks)


def match(document: SearchDocument, query: Query) -> dict[str, Any] | None:
    """The field with most of the words: a line of it as plain text, and where the words stand in it."""
    wanted = query.telling
    best: tuple[int, dict[str, Any]] | None = None
    for field in FIELDS:
        for line in getattr(document, field).split("\n"):
            spans = _spans(line, query, wanted)
            number = len(spans)
            if number and (best is None or number > best[0]):
                places = sorted({place for found in spans.values() for place in found})
                best = number, {"field": field, "text": line, "spans": [list(place) for place in places]}
        if best and best[0] == len(wanted):
            break
    return best[1] if best else None


def _spans(line: str, query: Query, wanted: Sequence[int]) -> dict[int, list[tuple[int, int]]]:
    """For each word of the query that the line answers, where."""
    beginnings = {part[:_PREFIX_FROM] for n in wanted for part in (query.words[n].whole, *query.words[n].parts)}
    folded = fold(line)
    if not any(beginning in folded for beginning in beginnings):
        return {}
    places: dict[str, list[tuple[int, int]]] = {}
    for word in words(line):
        for lexeme in word.lexemes:
            places.setdefault(lexeme, []).append((word.start, word.end))
    found = {n: _answered(query.words[n], places) for n in wanted}
    last = len(query.words) - 1
    if query.prefix and last in found:
        found[last] = [place for key, some in places.items() if key.startswith(query.prefix) for place in some]
    return {n: some for n, some in found.items() if some}


def _answered(wanted: Word, places: dict[str, list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Where the whole word stands, else all its parts: ``select_related`` is also "select the related rows"."""
    if wanted.whole in places:
        return places[wanted.whole]
    if not wanted.parts or not all(part in places for part in wanted.parts):
        return []
    return [place for part in wanted.parts for place in places[part]]


def spelling(text: str, person: Person | AnonymousUser | None) -> str | None:
    """The query with unknown words replaced by the nearest ones that the person's documents hold."""
    changed, end, parts = False, 0, []
    for word in list(words(text))[:MAX_WORDS]:
        near = _nearest(fold(text[word.start : word.end]), person)
        parts += [text[end : word.start], near or text[word.start : word.end]]
        changed = changed or near is not None
        end = word.end
    return "".join([*parts, text[end:]]) if changed else None


def _nearest(word: str, person: Person | AnonymousUser | None) -> str | None:
    """The most similar visible word; None when the word itself is one, or nothing is near."""
    visible = Question.objects.visible_to(person).values("pk")
    # Both conditions use the trigram index. Trigrams know little of swapped letters, so the beginning counts as well,
    # and the order of letters decides among the few.
    alike = Q(word__trigram_similar=word) | Q(word__startswith=word[:2])
    rows = (
        SearchWord.objects.filter(alike, document__in=visible)
        .annotate(near=TrigramSimilarity("word", word))
        .order_by("-near", "word")
    )
    known = list(dict.fromkeys(rows.values_list("word", flat=True)[:_CANDIDATES]))
    if not known or word in known:
        return None
    best = max(known, key=lambda one: SequenceMatcher(None, word, one).ratio())
    return best if SequenceMatcher(None, word, best).ratio() >= _NEAR else None
