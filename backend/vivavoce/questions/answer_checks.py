"""What the linter asks of the answers of a question: that scores differ in what is said, and that matchers hear it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from vivavoce.packs.entries import Entry, Problem
from vivavoce.questions.patterns import fault_of
from vivavoce.questions.rules import Found, count_words, find_flag, find_point, is_literal, sentences
from vivavoce.questions.words import words

Spoken = dict[str, list[str]]
"""The sentences of each answer, by its heading."""
ANSWERS = tuple(f"Score {score}" for score in range(1, 5))
_LONGEST = 2.5
"""Times the words of the shortest answer: what is better is not simply what is longer."""


def check_answers(entry: Entry) -> Iterator[Problem]:
    """Points, flags and lengths of the four answers."""
    spoken = {heading: sentences(entry.body[heading]) for heading in ANSWERS if heading in entry.body}
    yield from _points(entry, spoken)
    yield from _flags(entry, spoken)
    yield from _lengths(entry, spoken)


def _points(entry: Entry, spoken: Spoken) -> Iterator[Problem]:
    """Crucial points are found in the answer at score 3, all at 4, none that is crucial at 1."""
    points = entry.data.get("key_points", [])
    yield from _ids(entry, "key_points", points)
    if points and not any(point["crucial"] for point in points):
        yield entry.problem("no key point is crucial", "key_points", code="crucial", hint="at least one")
    held: Counter[str] = Counter()
    for index, point in enumerate(points):
        yield from _matcher(entry, index, point["match"])
        found = {heading: find_point(point["match"], said) for heading, said in spoken.items()}
        yield from _presence(entry, index, point, found)
        yield from _since(entry, index, point)
        held.update(heading for heading, hit in found.items() if hit)
    if {"Score 2", "Score 3"} <= spoken.keys() and held["Score 2"] >= held["Score 3"]:
        message = "the answer at score 3 holds no more key points than the one at score 2"
        yield entry.problem(message, "body", "Score 3", code="kind")


def _matcher(entry: Entry, index: int, match: list[list[str]]) -> Iterator[Problem]:
    for group, alternatives in enumerate(match):
        for number, alternative in enumerate(alternatives):
            if not is_literal(alternative) and not list(words(alternative)):
                where = ("key_points", index, "match", group, number)
                yield entry.problem(f"{alternative!r} can match nothing", *where, code="matcher")


def _presence(entry: Entry, index: int, point: dict[str, Any], found: dict[str, Found | None]) -> Iterator[Problem]:
    """Where a point's wording must stand, and where it must not."""
    name = f"{'crucial ' if point['crucial'] else ''}key point {point['id']}"
    low = found.get("Score 1")
    if point["crucial"] and low:
        hint = f"found in: {low.text[:120]}"
        yield entry.problem(f"the answer at score 1 holds the {name}", "key_points", index, code="matcher", hint=hint)
    for heading in ("Score 3", "Score 4") if point["crucial"] else ("Score 4",):
        if heading in found and not found[heading]:
            message = f"the answer at {heading.lower()} misses the {name}"
            hint = "every group needs a hit within two sentences"
            yield entry.problem(message, "key_points", index, code="matcher", hint=hint)


def _since(entry: Entry, index: int, point: dict[str, Any]) -> Iterator[Problem]:
    """A point that came with a version is one of a package that the question is about."""
    for package in point.get("since", {}):
        if package not in entry.data.get("applies_to", {}):
            message = f"{package} is not among what the question applies to"
            yield entry.problem(message, "key_points", index, "since", package, code="since")


def _ids(entry: Entry, member: str, items: list[dict[str, object]]) -> Iterator[Problem]:
    seen: set[object] = set()
    for index, item in enumerate(items):
        if item["id"] in seen:
            yield entry.problem(f"the id {item['id']!r} stands twice", member, index, code="not-unique")
        seen.add(item["id"])


def _flags(entry: Entry, spoken: Spoken) -> Iterator[Problem]:
    flags = entry.data.get("red_flags", [])
    yield from _ids(entry, "red_flags", flags)
    tripped = not flags
    for index, flag in enumerate(flags):
        where = ("red_flags", index, "pattern")
        fault = fault_of(flag["pattern"])
        if fault:
            yield entry.problem(f"the pattern of {flag['id']} {fault}", *where, code="pattern")
            tripped = True  # nobody can say
            continue
        for heading in ("Score 3", "Score 4"):
            hit = find_flag(flag["pattern"], spoken.get(heading, []))
            if hit:
                message = f"the pattern of {flag['id']} speaks up in the answer at {heading.lower()}"
                yield entry.problem(message, *where, code="pattern", hint=f"in: {hit[:120]}")
        tripped = tripped or bool(find_flag(flag["pattern"], spoken.get("Score 1", [])))
    if "Score 1" in spoken and not tripped:
        message = "the answer at score 1 trips no red flag"
        yield entry.problem(message, "body", "Score 1", code="kind", hint="it holds a mistake that people make")


def _lengths(entry: Entry, spoken: Spoken) -> Iterator[Problem]:
    """A reader who gets the four shuffled must not be able to put them in order with a ruler."""
    counts = {heading: count_words(said) for heading, said in spoken.items()}
    if counts and max(counts.values()) > _LONGEST * min(counts.values()):
        longest = max(counts, key=counts.__getitem__)
        message = f"the answer has {counts[longest]} words, the shortest has {min(counts.values())}"
        yield entry.problem(message, "body", longest, code="kind", hint="answers differ in kind, not in length")
    words = [counts[heading] for heading in sorted(counts)]
    if len(words) > 1 and all(fewer < more for fewer, more in pairwise(words)):
        message = f"the answers are longer with every score: {', '.join(map(str, words))} words"
        hint = "let a weak answer ramble, or tighten the best"
        yield entry.problem(message, "body", max(counts), code="kind", hint=hint)
