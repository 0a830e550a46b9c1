"""What the linter asks of question files beyond their schema: rules of the craft, none of which needs a database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from vivavoce.packs.entries import Entry, PackFolder, Problem
from vivavoce.packs.linting import unknown
from vivavoce.questions.patterns import fault_of
from vivavoce.questions.rules import Found, find_flag, find_point, is_literal, sentences
from vivavoce.questions.words import words

_PLACEHOLDER = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|\b[Ll]orem ipsum\b|\[placeholder\]")
_PROTECTED = re.compile(
    r"\bhow old are you\b|\bwhere (?:are|were) you (?:from|born)\b|\bmaiden name\b"
    r"|\bare you (?:\w+ ){0,2}(?:married|single|pregnant|religious|disabled|gay|straight|a citizen|retired)\b"
    r"|\b(?:do you|are you planning to|will you|plan to) (?:have|want|start)"
    r" (?:any |a )?(?:children|kids|babies|family)\b"
    r"|\byour (?:own )?(?:age|religion|faith|nationality|ethnicity|race|skin|gender|sex|sexual orientation|health"
    r"|marital status|disability|pregnancy|husband|wife|spouse|children|political (?:views|party)|trade union)\b",
    re.IGNORECASE,
)
_ALIKE_PROMPTS = 0.6
_ALIKE_ANSWERS = 0.5
"""Share of word pairs (prompts) and word triples (answers) that two texts may have in common."""

ANSWERS = tuple(f"Score {score}" for score in range(1, 5))


def check_question(entry: Entry, folder: PackFolder) -> Iterator[Problem]:
    """Everything that can be said of one question file by itself."""
    yield from _place(entry)
    yield from _slugs(entry, folder)
    yield from _placeholders(entry)
    yield from _sources(entry)
    yield from _review(entry)
    yield from _prompt(entry)
    yield from _points(entry)
    yield from _flags(entry)


def check_alike(folder: PackFolder) -> Iterator[Problem]:
    """No two prompts and no two answers say nearly the same."""
    prompts = [(entry, ("prompt",), str(entry.data["prompt"])) for entry in folder.entries("question")]
    yield from _alike(prompts, size=2, limit=_ALIKE_PROMPTS, noun="prompt")
    answers = [
        (entry, ("body", heading), entry.body[heading])
        for entry in folder.entries("question")
        for heading in ANSWERS
        if heading in entry.body
    ]
    yield from _alike(answers, size=3, limit=_ALIKE_ANSWERS, noun="answer")


def _place(entry: Entry) -> Iterator[Problem]:
    """A question lies in the folder of its category; questions to ask and FAQs in folders of their own."""
    folder = entry.path.split("/")[-2]
    wanted = entry.data["category"] if entry.data["kind"] == "interview" else entry.data["kind"]
    if folder != wanted:
        yield entry.problem(f"the file lies in {folder!r}", "category", code="name", hint=f"move it to {wanted!r}")


def _slugs(entry: Entry, folder: PackFolder) -> Iterator[Problem]:
    data = entry.data
    yield from unknown(entry, folder, "category", data["category"], "category")
    for member, kind in (("topics", "topic"), ("roles", "role")):
        for index, slug in enumerate(data.get(member, [])):
            yield from unknown(entry, folder, kind, slug, member, index)
    for slug in data.get("qualities", {}):
        yield from unknown(entry, folder, "quality", slug, "qualities", slug)


def _placeholders(entry: Entry) -> Iterator[Problem]:
    for where, text in _texts(entry.data, ()):
        found = _PLACEHOLDER.search(text)
        if found:
            yield entry.problem(f"placeholder text: {found[0]!r}", *where, code="placeholder")


def _texts(value: object, where: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*where, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*where, index))


def _sources(entry: Entry) -> Iterator[Problem]:
    data = entry.data
    if data["status"] != "published":
        return
    if not data["sources"] and data["kind"] != "to-ask":
        yield entry.problem("a published question names a primary source", "sources", code="source")
    for index, source in enumerate(data["sources"]):
        if "read_on" not in source:
            message = f"the source {source['title']!r} was not read"
            hint = "read it and add read_on, or keep the question a draft"
            yield entry.problem(message, "sources", index, code="source", hint=hint)
        elif source["read_on"] > _today():
            yield entry.problem("read_on lies in the future", "sources", index, "read_on", code="source")


def _review(entry: Entry) -> Iterator[Problem]:
    due = entry.data["review"]["next"]
    if entry.data["status"] == "published" and due < _today():
        yield entry.problem(f"the review was due on {due}", "review", "next", code="overdue", warning=True)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _prompt(entry: Entry) -> Iterator[Problem]:
    found = _PROTECTED.search(entry.data["prompt"])
    if found:
        message = f"the prompt asks about a protected personal characteristic: {found[0]!r}"
        yield entry.problem(message, "prompt", code="protected")


def _points(entry: Entry) -> Iterator[Problem]:
    """Crucial points are found in the answer at score 3, all at 4, none that is crucial at 1."""
    points = entry.data.get("key_points", [])
    yield from _ids(entry, "key_points", points)
    if points and not any(point["crucial"] for point in points):
        yield entry.problem("no key point is crucial", "key_points", code="crucial", hint="at least one")
    spoken = {heading: sentences(entry.body[heading]) for heading in ANSWERS if heading in entry.body}
    for index, point in enumerate(points):
        yield from _matcher(entry, index, point["match"])
        found = {heading: find_point(point["match"], said) for heading, said in spoken.items()}
        yield from _presence(entry, index, point, found)


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


def _ids(entry: Entry, member: str, items: list[dict[str, object]]) -> Iterator[Problem]:
    seen: set[object] = set()
    for index, item in enumerate(items):
        if item["id"] in seen:
            yield entry.problem(f"the id {item['id']!r} stands twice", member, index, code="not-unique")
        seen.add(item["id"])


def _flags(entry: Entry) -> Iterator[Problem]:
    flags = entry.data.get("red_flags", [])
    yield from _ids(entry, "red_flags", flags)
    for index, flag in enumerate(flags):
        where = ("red_flags", index, "pattern")
        fault = fault_of(flag["pattern"])
        if fault:
            yield entry.problem(f"the pattern of {flag['id']} {fault}", *where, code="pattern")
            continue
        for heading in ("Score 3", "Score 4"):
            hit = find_flag(flag["pattern"], sentences(entry.body.get(heading, "")))
            if hit:
                message = f"the pattern of {flag['id']} speaks up in the answer at {heading.lower()}"
                yield entry.problem(message, *where, code="pattern", hint=f"in: {hit[:120]}")


def _alike(
    texts: Iterable[tuple[Entry, tuple[str, ...], str]], *, size: int, limit: float, noun: str
) -> Iterator[Problem]:
    """Compare every text with those before it that share a run of ``size`` words (an inverted index)."""
    holders: dict[tuple[str, ...], list[int]] = {}
    known: list[tuple[Entry, tuple[str, ...], set[tuple[str, ...]]]] = []
    for entry, where, text in texts:
        wholes = [word.whole for word in words(" ".join(sentences(text)))]
        runs = {tuple(wholes[i : i + size]) for i in range(len(wholes) - size + 1)}
        shared: dict[int, int] = {}
        for run in runs:
            for other in holders.setdefault(run, []):
                shared[other] = shared.get(other, 0) + 1
            holders[run].append(len(known))
        for other, count in shared.items():
            first, place, others = known[other]
            if count / len(runs | others) >= limit:
                message = f"the {noun} is nearly the one at {first.path}:{first.line(*place)}"
                yield entry.problem(message, *where, code="alike")
        known.append((entry, where, runs))
