"""Ranked full-text search over the questions that a person may see.

All words must be found; of a whole sentence, those that are not in most questions. A last word that no question has
may be the beginning of one. Where no question has them all, or fewer than three have those of a sentence, any of them
will do. Rare words count most, a word in the prompt more than one in the key points, and that more than one in an
answer. No word is too common to be asked alone.
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
from vivavoce.questions.words import Word, fold, fold_word, words

MAX_WORDS = 16
WEIGHTS = [0.05, 0.2, 0.5, 1.0]
"""Of D, C (answers), B (key points) and A (prompt)."""
Span = tuple[int, int]
FIELDS = ("prompt", "key_points", "answers")
_FEW = 3
"""Words that somebody types into a box; more of them are a sentence."""
_ENOUGH = 3
"""Questions with all words of a sentence; with fewer, those with any of its words follow."""
_COMMON = 0.3
"""Share of the documents from which a word says little."""
_WHOLE = 3.0
"""How much more a whole identifier counts than its parts."""
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
    terms: tuple[str, ...]
    """Each word as a tsquery."""
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
    """Choose how strictly to read the words; at most two queries over the documents that the person may see."""
    asked = tuple({word.whole: word for word in words(text)}.values())[:MAX_WORDS]
    if not asked:
        return Query((), (), "")
    visible = Question.objects.visible_to(person).filter(document__isnull=False)
    begun = _beginning(asked[-1], text)
    terms = [_term(word) for word in asked]
    counts = visible.aggregate(
        total=Count("pk"),
        begun=Count("pk", filter=_finds(begun or terms[-1])),
        **{f"word{n}": Count("pk", filter=_finds(term)) for n, term in enumerate(terms)},
    )
    found = [counts[f"word{n}"] for n in range(len(asked))]
    rarity = [_rarity(number, counts["total"]) for number in found]
    needed = _needed(found, counts["total"])
    if not found[-1] and begun and counts["begun"]:
        terms[-1], rarity[-1] = begun, _rarity(counts["begun"], counts["total"])
    else:
        begun = ""
    every = " & ".join(terms[n] for n in needed)
    least = 1 if len(asked) <= _FEW else _ENOUGH
    if len(needed) > 1 and visible.filter(_finds(every))[:least].count() < least:
        every = " | ".join(terms[n] for n in needed)
    return Query(asked, tuple(terms), every, tuple(rarity), begun.strip(":*'"))


def _needed(found: Sequence[int], total: int) -> list[int]:
    """Which words decide what is found: all of a few; of a whole sentence those that are not in most documents."""
    everything = list(range(len(found)))
    if len(found) <= _FEW:
        return everything
    return [n for n in everything if found[n] <= total * _COMMON] or everything


def _rarity(found: int, total: int) -> float:
    return math.log(1 + (total + 1) / (found + 0.5)) if found else 0.0


def _finds(text: str) -> Q:
    return Q(document__vector=Lexemes(text))


def _term(word: Word) -> str:
    if not word.parts:
        return quote(word.whole)
    parts = " <-> ".join(quote(part) for part in word.parts)
    return f"({quote(word.whole)} | ({parts}))"


def _beginning(last: Word, text: str) -> str:
    """The tsquery of words that begin as the last word was typed; empty when it is too short or no plain word."""
    typed = fold_word(text[last.start : last.end])
    return f"{quote(typed)}:*" if len(typed) >= _PREFIX_FROM and typed.isalpha() else ""


def find(queryset: QuestionQuerySet, query: Query) -> QuestionQuerySet:
    """The questions that the query finds, each with its ``rank``."""
    if not query.words:
        return queryset.none().annotate(rank=Value(0.0, output_field=FloatField()))
    return queryset.filter(_finds(query.text)).annotate(rank=_rank(query))


def _rank(query: Query) -> Combinable:
    """The sum over the words of rarity times weighted frequency; an identifier's parts count less than the whole."""
    scores: list[Combinable] = []
    for word, term, rarity in zip(query.words, query.terms, query.rarity, strict=True):
        scores.append(_score(term, rarity))
        if word.parts:
            scores.append(_score(quote(word.whole), _WHOLE * rarity))
    return reduce(add, scores)


def _score(term: str, factor: float) -> Combinable:
    rank = SearchRank(F("document__vector"), Lexemes(term), weights=WEIGHTS)
    return Value(factor, output_field=FloatField()) * rank


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


def _spans(line: str, query: Query, wanted: Sequence[int]) -> dict[int, list[Span]]:
    """For each word of the query that the line answers, where."""
    beginnings = {part[:_PREFIX_FROM] for n in wanted for part in (query.words[n].whole, *query.words[n].parts)}
    folded = fold(line)
    if not any(beginning in folded for beginning in beginnings):
        return {}
    places = _places(line)
    found = {n: _answered(query.words[n], places) for n in wanted}
    last = len(query.words) - 1
    if query.prefix and last in found:
        begun = [some for key, some in places.items() if key.startswith(query.prefix)]
        found[last] = [span for some in begun for span in some.values()]
    return {n: some for n, some in found.items() if some}


def _places(line: str) -> dict[str, dict[int, Span]]:
    """For each lexeme of a line its positions, and the characters that stand there."""
    places: dict[str, dict[int, Span]] = {}
    position = 0
    for word in words(line):
        for place, lexeme in word.placed(position):
            places.setdefault(lexeme, {})[place] = (word.start, word.end)
        position += word.width
    return places


def _answered(wanted: Word, places: dict[str, dict[int, Span]]) -> list[Span]:
    """Where the whole word stands, else its parts in a row: ``select_related`` is also "select related"."""
    if wanted.whole in places or not wanted.parts:
        return list(places.get(wanted.whole, {}).values())
    rows = [places.get(part, {}) for part in wanted.parts]
    starts = [first for first in rows[0] if all(first + n in row for n, row in enumerate(rows))]
    return [row[first + n] for first in starts for n, row in enumerate(rows)]


def spelling(text: str, person: Person | AnonymousUser | None) -> str | None:
    """The query with unknown words replaced by the nearest ones that the person's documents hold."""
    changed, end, parts = False, 0, []
    for word in list(words(text))[:MAX_WORDS]:
        near = _nearest(fold_word(text[word.start : word.end]), person)
        parts += [text[end : word.start], near or text[word.start : word.end]]
        changed = changed or near is not None
        end = word.end
    return "".join([*parts, text[end:]]) if changed else None


def _nearest(word: str, person: Person | AnonymousUser | None) -> str | None:
    """The most similar visible word; None when the word itself is one, or nothing is near."""
    visible = Question.objects.visible_to(person).values("pk")
    # Both conditions use the trigram index. Trigrams know little of swapped letters, so the beginning counts as well,
    # and the order of letters decides among the few; between two that are as near, what more questions hold.
    alike = Q(word__trigram_similar=word) | Q(word__startswith=word[:2])
    rows = (
        SearchWord.objects.filter(alike, document__in=visible)
        .values("word")
        .annotate(near=TrigramSimilarity("word", word), found=Count("document"))
        .order_by("-near", "word")
    )
    known = {row["word"]: row["found"] for row in rows[:_CANDIDATES]}
    if not known or word in known:
        return None
    best = max(known, key=lambda one: (SequenceMatcher(None, word, one).ratio(), known[one]))
    return best if SequenceMatcher(None, word, best).ratio() >= _NEAR else None
