"""Finds the wording of key points and red flags in a spoken or written answer; no Django, no network, no model.

A key point carries groups of alternatives; it is found where **every** group has a hit inside a window of two
consecutive sentences. A plain word or phrase is compared by stems (Snowball English), an identifier (anything with
``_ . ( )`` and the like, or a digit) literally; case and accents do not count. A red flag is a regular expression
that is held against one sentence at a time. What is found is wording, not truth: callers say "found wording for".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from vivavoce.questions.words import fold, stem

WINDOW = 2
"""Sentences: one thought often takes two of them, seldom three."""
MAX_SENTENCE = 600
"""Longer sentences are cut for patterns, which bounds the time of any pattern."""
FLAG_OPTIONS = re.IGNORECASE | re.ASCII
"""Letters, digits and edges of words as browsers take them (``/.../i``), so that a pattern means the same in both."""
STUFFED_BELOW = 0.2
"""A list of keywords has almost no function words; speech has about half."""
_STUFFING_NEEDS = 8

_CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"
# Bounded, so that no text makes them look at it all again at every character.
_FENCE = re.compile(r" {0,3}(```|~~~)")
_END_OF_FENCE = re.compile(r" {0,3}(```|~~~)`*~*\s*$")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^)\s]{0,500}\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])(.{1,300}?)(?<=[^\s*])\1(?![\w*])", re.DOTALL)
_BULLET = re.compile(r"^[^\S\n]*(?:[-*+]|\d+[.)])\s+", re.MULTILINE)
_BREAK = re.compile(r"\n\s*\n|(?<=[.!?])[\"')\]]*\s+")
_ABBREVIATION = re.compile(r"\b(?:(?i:e\.g|i\.e|etc|vs|cf|approx)|[A-Z])\.$")
_TAIL = 8
"""Characters at the end of a sentence that tell whether it ends with an abbreviation."""
_WORD = re.compile(r"\w+(?:'(?:t|s|re|ve|ll|d|m)\b)?")
_LITERAL = re.compile(r"^-|[^\w\s'-]|_|\d")
_NOT = re.compile(r"(?<=\w)n't\b")
_NEGATED = {"can't": "can", "cannot": "can", "won't": "will", "shan't": "shall"}
_IRREGULAR = re.compile(rf"\b({'|'.join(_NEGATED)})\b")
_SPOKEN = """
    a about after all also am an and any are as at be because been before but by can could did do does doing don't for
    from get had has have he her here him his how i if in into is isn't it it's its just like me more most my no not
    now of off on one only or other our out over own she should so some still such than that that's the their them
    then there these they this those through to too under until up us very was we were what when where which while
    who why will with without would you your
"""
_FUNCTION_WORDS = frozenset(_SPOKEN.split())


@dataclass(frozen=True)
class Found:
    """Where the wording of a point stands: the sentences of the window, and the numbers of the first and last."""

    text: str
    first: int
    last: int


def sentences(text: str) -> list[str]:
    """The sentences of an answer, without code fences and Markdown's marks, white space made single."""
    plain = _BULLET.sub("\n\n", _LINK.sub(r"\1", _without_fences(text)))
    plain = _EMPHASIS.sub(r"\2", plain).replace("`", "").replace(_CURLY, "'")
    joined: list[list[str]] = []
    for rough in _BREAK.split(plain):
        piece = " ".join(rough.split())
        if joined and piece and _ABBREVIATION.search(joined[-1][-1][-_TAIL:]):
            joined[-1].append(piece)
        elif piece:
            joined.append([piece])
    return [" ".join(pieces) for pieces in joined]


def _without_fences(text: str) -> str:
    """The text without code fences; one that is never closed is text."""
    lines = text.split("\n")
    closed = dict.fromkeys(("```", "~~~"), 0)
    for place, line in enumerate(lines):
        if end := _END_OF_FENCE.match(line):
            closed[end[1]] = place
    kept, marker = [], ""
    for place, line in enumerate(lines):
        begins, ends = _FENCE.match(line), _END_OF_FENCE.match(line)
        if marker:
            marker = "" if ends and ends[1] == marker else marker
        elif begins and closed[begins[1]] > place:
            marker = begins[1]
            kept.append("")
        else:
            kept.append(line)
    return "\n".join(kept)


def is_literal(alternative: str) -> bool:
    """True for an identifier, which is compared as it stands."""
    return bool(_LITERAL.search(alternative))


@lru_cache(maxsize=20_000)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in _WORD.findall(_spell_out(fold(text))))


def _spell_out(folded: str) -> str:
    """Write "doesn't" as "does not", so that what is denied in short is denied."""
    return _NOT.sub(" not", _IRREGULAR.sub(lambda found: f"{_NEGATED[found[1]]} not", folded))


@lru_cache(maxsize=20_000)
def _literal(text: str) -> re.Pattern[str]:
    folded = " ".join(fold(text).split())
    before = r"(?<!\w)" if re.match(r"\w", folded) else ""
    after = r"(?!\w)" if re.search(r"\w$", folded) else ""
    return re.compile(before + re.escape(folded) + after)


def says(alternative: str, sentence: str) -> bool:
    """True when the sentence holds the word, phrase or identifier."""
    return bool(_Heard((sentence,)).where(alternative))


class _Heard:
    """The sentences of an answer, indexed by their stems: a long answer is looked through once, not once a word."""

    def __init__(self, spoken: tuple[str, ...]) -> None:
        self.folded = [fold(sentence) for sentence in spoken]
        self.stems = [_stems(sentence) for sentence in self.folded]
        self.whole = "\n".join(self.folded)
        self.places: dict[str, list[int]] = {}
        for place, stems in enumerate(self.stems):
            for word in dict.fromkeys(stems):
                self.places.setdefault(word, []).append(place)

    def where(self, alternative: str) -> set[int]:
        """The numbers of the sentences that hold the alternative."""
        if is_literal(alternative):
            pattern = _literal(alternative)
            there = bool(pattern.search(self.whole))
            return {place for place, sentence in enumerate(self.folded) if there and pattern.search(sentence)}
        wanted = _stems(alternative)
        near = self.places.get(wanted[0], []) if wanted else []
        return {place for place in near if _holds(self.stems[place], wanted)}


def _holds(stems: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    size = len(wanted)
    return any(stems[i : i + size] == wanted for i in range(len(stems) - size + 1))


@lru_cache(maxsize=8)
def _heard(spoken: tuple[str, ...]) -> _Heard:
    return _Heard(spoken)


def find_point(match: Sequence[Sequence[str]], spoken: Sequence[str]) -> Found | None:
    """The first and narrowest window of sentences in which every group of alternatives has a hit."""
    heard = _heard(tuple(spoken))
    hits = [{place for alternative in group for place in heard.where(alternative)} for group in match]
    for width in range(1, WINDOW + 1):
        starts = {place - shift for place in (hits[0] if hits else ()) for shift in range(width)}
        for first in sorted(starts & set(range(len(spoken) - width + 1))):
            if all(not row.isdisjoint(range(first, first + width)) for row in hits):
                return Found(" ".join(spoken[first : first + width]), first, first + width - 1)
    return None


def find_flag(pattern: str, spoken: Iterable[str]) -> str | None:
    """The first sentence in which a red flag's pattern is found."""
    compiled = re.compile(pattern, FLAG_OPTIONS)
    return next((s for s in spoken if compiled.search(s[:MAX_SENTENCE])), None)


def count_words(spoken: Iterable[str]) -> int:
    """How many words the sentences have; code in fences has none."""
    return sum(len(_WORD.findall(s)) for s in spoken)


def is_stuffed(spoken: Sequence[str]) -> bool:
    """True for a list of keywords, which says nothing about understanding: points in it cannot be told."""
    words = list(chain.from_iterable(_WORD.findall(s.lower()) for s in spoken))
    if len(words) < _STUFFING_NEEDS:
        return False
    return sum(word in _FUNCTION_WORDS for word in words) / len(words) < STUFFED_BELOW
