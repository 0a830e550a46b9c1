"""What a scorecard needs before it can be submitted, and its steps, without a database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

WRITABLE = frozenset({"in_progress", "awaiting_feedback"})
"""States of an interview in which a scorecard can be begun, written and submitted."""

REVISABLE = WRITABLE | {"complete"}
"""States of an interview in which a submitted scorecard can be revised."""

STEPS = {"draft": ("submit", "decline"), "submitted": ("revise",), "declined": ()}
"""state -> the steps that it allows."""


class Rated(NamedTuple):
    """What was said about one criterion: a score, or why there is none; neither while it is open."""

    criterion: str
    score: int | None
    reason: str


class Shown(NamedTuple):
    """Of a piece of evidence: for which criterion it counts, and on what it rests."""

    criterion: str | None
    kind: str


@dataclass(frozen=True)
class Lack:
    """One thing that a submission still needs; ``pointer`` leads into the card (RFC 6901)."""

    pointer: str
    code: str
    detail: str
    criterion: str | None = None


def allowed(state: str, interview_state: str) -> list[str]:
    """The steps that the interviewer may take now."""
    open_states = REVISABLE if state == "submitted" else WRITABLE
    return list(STEPS[state]) if interview_state in open_states else []


def lacks(
    names: Mapping[str, str], ratings: Sequence[Rated], evidence: Iterable[Shown], recommendation: str
) -> list[Lack]:
    """What a submission needs, in the order of the rubric: ``names`` are its criteria's names by slug.

    Every criterion is scored or marked not assessed; each score has evidence that is more than an impression.
    """
    places = {rated.criterion: index for index, rated in enumerate(ratings)}
    shown = {piece.criterion for piece in evidence if piece.kind != "impression"}
    found = []
    for slug, name in names.items():
        rated = ratings[places[slug]] if slug in places else Rated(slug, None, "")
        pointer = f"/ratings/{places[slug]}" if slug in places else "/ratings"
        if rated.score is None and not rated.reason:
            found.append(Lack(pointer, "not_rated", f"{name}: choose a score, or say why it was not assessed.", slug))
        elif rated.score is not None and slug not in shown:
            detail = f"{name}: a score needs something that was said, done or written."
            found.append(Lack(pointer, "no_evidence", detail, slug))
    if not recommendation:
        found.append(Lack("/recommendation", "required", "Say what you recommend; no_decision is an answer."))
    return found


def lapsed(crucial: Iterable[str], heard: Iterable[str]) -> bool:
    """True when a crucial point of an asked question was not heard."""
    return not set(crucial) <= set(heard)
