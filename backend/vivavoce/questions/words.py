"""Cuts text into searchable words, the same way for what is stored, what is asked and what is marked as found.

PostgreSQL's own parser takes ``django.db.models`` for the name of a host and its English configuration drops "who",
"in" and "any". So the words are made here: identifiers are kept whole and split at dots, underscores, hyphens and
capitals, accents are folded, plain words are reduced to stems (Snowball English), and nothing is dropped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

_CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"
_CHUNK = re.compile(rf"[^\W_]+(?:(?:[._+/'{_CURLY}-]|__)?[^\W_]+)*")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+|\d+|[^\W\d_]+")
_ACRONYM = re.compile(r"([A-Z]{2,})([a-z]+)")
_POSSESSIVE = re.compile(rf"['{_CURLY}]s$")
MAX_WORD = 80
"""Longer runs of letters are not words; cutting them bounds the index."""

_stemmer = snowballstemmer.stemmer("english")


def fold(text: str) -> str:
    """Lower case without accents, and never of another length per character than the caller can count on."""
    if text.isascii():
        return text.lower()
    return "".join(_fold_character(c) for c in text)


def fold_word(word: str) -> str:
    """A word folded, then cut: folding makes up to 18 characters of one, and PostgreSQL bounds its lexemes."""
    return fold(word)[:MAX_WORD]


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    return bare.lower() or character


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one folded word."""
    stemmed: str = _stemmer.stemWord(word)
    return stemmed


@dataclass(frozen=True)
class Word:
    """A run of characters, and the lexemes by which it is found: the whole, and its parts, which follow one another."""

    start: int
    end: int
    whole: str
    parts: tuple[str, ...] = ()
    names: tuple[tuple[int, str], ...] = ()
    """Names inside a dotted one, and before which part they begin: ``on_commit`` in ``transaction.on_commit``."""

    @property
    def width(self) -> int:
        """How many positions the word takes."""
        return max(1, len(self.parts))

    def placed(self, before: int) -> list[tuple[int, str]]:
        """Each lexeme with its position, counted on from ``before``; the whole stands where its first part does."""
        first = before + 1
        names = ((first + offset, name) for offset, name in self.names)
        return list(dict.fromkeys([(first, self.whole), *names, *enumerate(self.parts, first)]))


def words(text: str) -> Iterator[Word]:
    """Every word of the text with its place in code points."""
    for match in _CHUNK.finditer(text):
        yield _word(match.start(), match[0])


def _word(start: int, chunk: str) -> Word:
    end = start + len(chunk)
    bare = _POSSESSIVE.sub("", chunk)[:MAX_WORD].replace("'", "").replace(_CURLY, "")
    if bare.isalpha():
        return Word(start, end, stem(fold_word(bare)), _capitals(bare))
    parts: list[str] = []
    names: list[tuple[int, str]] = []
    for name in bare.split("."):
        pieces = [_lexeme(fold_word(piece)) for piece in _PART.findall(name)]
        if len(pieces) > 1:
            names.append((len(parts), stem(fold_word(name)) if name.isalpha() else fold_word(name)))
        parts += pieces
    return Word(start, end, fold_word(bare), tuple(parts), tuple(names))


def _capitals(letters: str) -> tuple[str, ...]:
    """The parts of ``ModelSerializer`` and of ``URLconf``; ``URLs`` is one word."""
    acronym = _ACRONYM.fullmatch(letters)
    if acronym:
        return tuple(stem(fold_word(piece)) for piece in acronym.groups() if piece != "s")
    parts = tuple(stem(fold_word(piece)) for piece in _PART.findall(letters))
    return parts if len(parts) > 1 else ()


def _lexeme(piece: str) -> str:
    return stem(piece) if piece.isalpha() else piece
