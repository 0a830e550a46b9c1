"""What the wording of an answer says about its key points, and the grade that follows; no Django, no network.

Advice, never a judgement: what is found is wording, each mark can be overruled by the person, and there is no
percentage anywhere. The site computes the same in JavaScript; ``tests/questions/matching_vectors.json`` and
``grading_vectors.json`` hold for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vivavoce.questions.rules import count_words, find_flag, find_point, is_stuffed, sentences

FOUND, NOT_FOUND, CANNOT_TELL = "found", "not_found", "cannot_tell"
STATES = (FOUND, NOT_FOUND, CANNOT_TELL)
GRADES = AGAIN, HARD, GOOD, EASY = "again", "hard", "good", "easy"

ENOUGH_WORDS = 20
"""Below it an answer is a note to oneself: what it leaves out was perhaps said, or perhaps not known."""
FAST_SHARE = 3
"""An answer is fast within a third of the planned minutes, and long beyond all of them."""


@dataclass(frozen=True)
class Marks:
    """What was found: of each key point ``{id, state, sentence}``, of each red flag that spoke ``{id, sentence}``."""

    found: list[dict[str, Any]]
    flags: list[dict[str, Any]]


def mark(points: Iterable[Mapping[str, Any]], flags: Iterable[Mapping[str, Any]], body: str) -> Marks:
    """Hold an answer against the matchers of its question.

    No point can be told where the answer is a list of keywords (``is_stuffed``), since naming a thing is not
    explaining it, nor where it has fewer than ``ENOUGH_WORDS`` words, since a few notes, or the code alone, leave open
    what was said around them. Red flags quote what stands there, however short it is.
    """
    spoken = sentences(body)
    tellable = count_words(spoken) >= ENOUGH_WORDS and not is_stuffed(spoken)
    said = ((flag["id"], find_flag(flag["pattern"], spoken)) for flag in flags)
    return Marks(
        found=[_marked(point, spoken) if tellable else _line(point, CANNOT_TELL) for point in points],
        flags=[{"id": name, "sentence": sentence} for name, sentence in said if sentence is not None],
    )


def _marked(point: Mapping[str, Any], spoken: Sequence[str]) -> dict[str, Any]:
    hit = find_point(point["match"], spoken)
    return _line(point, FOUND, hit.text) if hit else _line(point, NOT_FOUND)


def _line(point: Mapping[str, Any], state: str, sentence: str | None = None) -> dict[str, Any]:
    return {"id": point["id"], "state": state, "sentence": sentence}


def suggest(
    points: Sequence[Mapping[str, Any]], marks: Marks, overrules: Mapping[str, bool], *, seconds: int, minutes: int
) -> str | None:
    """The grade that the effective marks suggest; None where they suggest none.

    A mark counts as the person left it: what they overruled counts as they say, the rest as it was found. Then the
    first line that fits decides.

    1. A red flag was said, or a crucial point is missing: again.
    2. The question has no key points, or of one of them it cannot be told: nothing is suggested.
    3. A lesser point is missing, or it took longer than the planned minutes: hard.
    4. It took at most a third of the planned minutes: easy. Otherwise good.

    ``seconds`` of 0 means that nobody measured: neither long nor fast.
    """
    marked = {one["id"]: {FOUND: True, NOT_FOUND: False}.get(one["state"]) for one in marks.found}
    effective = marked | {flag["id"]: True for flag in marks.flags} | dict(overrules)
    said = [effective.pop(point["id"], None) for point in points]
    crucial = [state for point, state in zip(points, said, strict=True) if point["crucial"]]
    if True in effective.values() or False in crucial:  # what is left are the red flags
        return AGAIN
    if not said or None in said:
        return None
    if False in said or seconds > minutes * 60:
        return HARD
    return EASY if 0 < seconds * FAST_SHARE <= minutes * 60 else GOOD
