"""The life of an interview as data, and the few sums about its time, without a database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

PURPOSES = {"tracked": "Tracked", "mock": "Mock", "hiring": "Hiring"}
"""Mine, held elsewhere; a rehearsal here; our team assessing somebody."""

STATES = {
    "draft": "Draft",
    "scheduled": "Scheduled",
    "in_progress": "In progress",
    "awaiting_feedback": "Awaiting feedback",
    "complete": "Complete",
    "cancelled": "Cancelled",
    "no_show": "No show",
}
"""Every state, in the order of an interview's life."""

EARLIEST, LATEST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
"""Between these an interview begins: every calendar can show them, in every time zone."""

Table = dict[str, dict[str, str]]

HELD_HERE: Table = {
    "draft": {"reschedule": "scheduled", "start": "in_progress", "cancel": "cancelled"},
    "scheduled": {
        "reschedule": "scheduled",
        "start": "in_progress",
        "cancel": "cancelled",
        "no-show": "no_show",
    },
    "in_progress": {"finish": "awaiting_feedback", "cancel": "cancelled"},
    "awaiting_feedback": {"all-in": "complete"},
    "complete": {},
    "cancelled": {},
    "no_show": {},
}
"""Of interviews that are held here. Once every scorecard is in they are complete, without anybody's step."""

BY_ITSELF = frozenset({"all-in"})
"""What happens by itself: no caller takes this step, and nobody is offered it."""

ASSESSING = ("lead", "interviewer")
"""Roles of those who are expected to write a scorecard, and who take the steps of an interview that is held here."""

NOT_OF = {
    "tracked": ("kit", "my_role", "candidate_name"),
    "mock": ("application", "candidate_name"),
    "hiring": ("organization", "my_role"),
}
"""purpose -> members that interviews of this purpose do not have of their own."""

MY_ROLES = {"both": "Both", "interviewer": "Interviewer", "candidate": "Candidate"}
"""What one may be in a mock interview; both is a rehearsal alone."""

INVITED = timedelta(days=7)
"""How long a link to a mock interview leads there."""

TRANSITIONS: dict[str, Table] = {
    "tracked": {
        "draft": {"reschedule": "scheduled", "cancel": "cancelled"},
        "scheduled": {
            "reschedule": "scheduled",
            "complete": "complete",
            "cancel": "cancelled",
            "no-show": "no_show",
        },
        "complete": {},
        "cancelled": {},
        "no_show": {},
    },
    "mock": HELD_HERE,
    "hiring": HELD_HERE,
}
"""purpose -> state -> verb -> the state it leads to. A draft gets its first time by ``reschedule`` too."""

FOCUS = (5, 8)
"""The fewest and the most qualities that an interview covers: fewer waste it, more cannot be judged in it."""
LEAST_EVIDENCE = 2
"""Questions that must show a focus quality before anybody can judge it."""

FINAL = frozenset({"complete", "cancelled", "no_show"})
"""States that nothing leads out of."""


def allowed(purpose: str, state: str) -> list[str]:
    """The verbs that are legal now, as the path of the address spells them."""
    return [verb for verb in TRANSITIONS[purpose].get(state, {}) if verb not in BY_ITSELF]


def target(purpose: str, state: str, verb: str) -> str | None:
    """Where the verb leads; None when it is illegal."""
    return TRANSITIONS[purpose].get(state, {}).get(verb)


def invitation_is_over(*, revoked: bool, accepted: bool, expires_at: datetime, final: bool, now: datetime) -> str:
    """Why a link leads nowhere any more, as a word; blank while it does."""
    over = {"revoked": revoked, "used": accepted, "expired": expires_at <= now, "held": final}
    return next((why for why, holds in over.items() if holds), "")


def may_begin(starts_at: datetime) -> bool:
    """True for a moment that calendars can show."""
    return EARLIEST <= starts_at <= LATEST


def ends_at(starts_at: datetime, minutes: int) -> datetime:
    """The moment an interview ends, in real elapsed minutes (a change of the clocks does not stretch it)."""
    return starts_at + timedelta(minutes=minutes)


def is_over(starts_at: datetime | None, minutes: int, now: datetime) -> bool:
    """True from the planned end on; an interview without a time is never over."""
    return starts_at is not None and ends_at(starts_at, minutes) <= now


def may_be_remembered(state: str, starts_at: datetime | None, now: datetime) -> bool:
    """True when there is something to look back on: it took place, or should have begun by now."""
    return state == "complete" or (state not in FINAL and has_begun(starts_at, now))


def has_begun(starts_at: datetime | None, now: datetime) -> bool:
    """True from the planned beginning on."""
    return starts_at is not None and starts_at <= now


def kit_minutes(opening: int, closing: int, items: Iterable[int]) -> int:
    """How long a kit takes: opening, every item with its break, and the reserve for the candidate's questions."""
    return opening + sum(items) + closing


def focus_complaints(required: Sequence[bool]) -> list[str]:
    """What is missing for a focus quality, given for each item that shows it whether it must be asked."""
    complaints = []
    if len(required) < LEAST_EVIDENCE:
        complaints.append(f"{len(required)} of at least {LEAST_EVIDENCE} questions give evidence")
    if not any(required):
        complaints.append("no required question gives evidence")
    return complaints
