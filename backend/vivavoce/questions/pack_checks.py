"""What the linter asks of question files beyond their schema: rules of the craft, none of which needs a database."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from vivavoce.packs.entries import Entry, PackFolder, Problem
from vivavoce.packs.linting import unknown
from vivavoce.questions.answer_checks import ANSWERS, check_answers
from vivavoce.questions.reading_level import LIMIT, level
from vivavoce.questions.rules import sentences
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
_ALIKE_ANCHORS = 0.5
"""Share of word pairs (prompts), word triples (answers) and words (anchors) that two texts may have in common."""


def check_question(entry: Entry, folder: PackFolder) -> Iterator[Problem]:
    """Everything that can be said of one question file by itself."""
    yield from _place(entry)
    yield from _slugs(entry, folder)
    yield from _placeholders(entry)
    yield from _sources(entry, folder)
    yield from _review(entry, folder)
    yield from _prompt(entry)
    yield from _reading_level(entry)
    yield from check_answers(entry)


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


def check_anchors(folder: PackFolder) -> Iterator[Problem]:
    """No anchor is another one with an adverb more: scores differ in what is seen and heard."""
    anchors = [
        (entry, ("anchors", score), entry.data["anchors"][score]["text"])
        for entry in folder.entries("quality")
        for score in sorted(entry.data["anchors"])
    ]
    yield from _alike(anchors, size=1, limit=_ALIKE_ANCHORS, noun="anchor")


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


def _sources(entry: Entry, folder: PackFolder) -> Iterator[Problem]:
    data = entry.data
    if data["status"] != "published":
        return
    if data["kind"] != "to-ask" and not any(_is_primary(source["url"], folder) for source in data["sources"]):
        hint = "what counts as primary stands in pack.yaml" if data["sources"] else ""
        yield entry.problem("a published question names a primary source", "sources", code="source", hint=hint)
    for index, source in enumerate(data["sources"]):
        if "locator" not in source:
            yield entry.problem("the source does not say where in it", "sources", index, code="source", hint="locator")
        if "read_on" not in source:
            message = f"the source {source['title']!r} was not read"
            hint = "read it and add read_on, or keep the question a draft"
            yield entry.problem(message, "sources", index, code="source", hint=hint)
        elif source["read_on"] > _today():
            yield entry.problem("read_on lies in the future", "sources", index, "read_on", code="source")


def _is_primary(url: str, folder: PackFolder) -> bool:
    """True of an address below one that the pack names; a pack that names none leaves it to its editors."""
    address = url.removeprefix("https://")
    named = folder.meta.get("primary_sources", [])
    return not named or any(address == start or address.startswith(f"{start.rstrip('/')}/") for start in named)


def _review(entry: Entry, folder: PackFolder) -> Iterator[Problem]:
    """What is published was read by a second role, on a day that has been; roles are those of the pack."""
    review = entry.data["review"]
    for name in ("author", "second_reader"):
        if review[name] not in folder.meta.get("maintainers", [review[name]]):
            message = f"{review[name]!r} is no role of the pack"
            yield entry.problem(message, "review", name, code="review", hint="roles stand in pack.yaml, never names")
    if entry.data["status"] != "published":
        return
    if review["author"] == review["second_reader"]:
        yield entry.problem("nobody else has read it", "review", "second_reader", code="review")
    if not review.get("on") or review["on"] > _today():
        message = "a published question says on which day the second reader read it"
        yield entry.problem(message, "review", "on", code="review")
    if review["next"] < _today():
        yield entry.problem(f"the review was due on {review['next']}", "review", "next", code="overdue", warning=True)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _prompt(entry: Entry) -> Iterator[Problem]:
    found = _PROTECTED.search(entry.data["prompt"])
    if found:
        message = f"the prompt asks about a protected personal characteristic: {found[0]!r}"
        yield entry.problem(message, "prompt", code="protected")


def _reading_level(entry: Entry) -> Iterator[Problem]:
    found = level(entry)
    if found > LIMIT:
        message = f"the reading level is {found:.1f}, more than {LIMIT}"
        yield entry.problem(message, "prompt", code="reading-level", hint="shorter sentences, plainer words")


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


def count_questions(folder: PackFolder) -> dict[str, int]:
    """How much the pack holds, for people."""
    entries = folder.entries("question")
    kinds = Counter(entry.data["kind"] for entry in entries)
    return {
        "questions": kinds["interview"],
        "questions to ask": kinds["to-ask"],
        "frequent questions": kinds["faq"],
        "answers": sum(heading in entry.body for entry in entries for heading in ANSWERS),
        "sources read": sum("read_on" in source for entry in entries for source in entry.data["sources"]),
    }
