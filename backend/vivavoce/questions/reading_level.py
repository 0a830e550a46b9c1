"""How hard a text is to read: LIX (Björnsson 1968), words in a sentence plus long words in a hundred.

A long word has more than six letters. Code and identifiers are left out, as nobody reads them aloud. What the numbers
mean, and why the limit is where it is: ``docs/decisions/reading-level.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vivavoce.packs.entries import Entry
from vivavoce.packs.samples import prose
from vivavoce.questions.rules import sentences

LIMIT = 35
_LONG = 6
_IDENTIFIER = re.compile(r"\S*[_=(){}/\\<>@]\S*|\S*\w[.:]\w\S*|\b\w*[a-z][A-Z]\w*")
_WORD = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W\d_]+)*")


def lix(texts: Iterable[str]) -> float:
    """The LIX of texts together; 0 when there is nothing to read."""
    spoken = [_WORD.findall(_plain(sentence)) for text in texts for sentence in sentences(prose(text))]
    lengths = [[len(word) for word in words] for words in spoken if words]
    total = sum(map(len, lengths))
    if not total:
        return 0.0
    return total / len(lengths) + 100 * sum(size > _LONG for sizes in lengths for size in sizes) / total


def _plain(sentence: str) -> str:
    """The sentence without identifiers; brackets around words are not one."""
    return _IDENTIFIER.sub(" ", re.sub(r"(?<!\w)[(\[]|[)\]](?!\w)", " ", sentence))


def level(entry: Entry) -> float:
    """The LIX of a question as a whole: prompt, sections, points, flags with their reasons, and probes."""
    data = entry.data
    points = [point["text"] for point in data.get("key_points", [])]
    flags = [flag[name] for flag in data.get("red_flags", []) for name in ("text", "why")]
    return lix([data["prompt"], *entry.body.values(), *points, *flags, *data.get("probes", [])])
