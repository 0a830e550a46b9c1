"""Stages of an application, and what follows from them, without a database."""

from __future__ import annotations

from datetime import date, timedelta

STAGES = {
    "saved": "Saved",
    "applied": "Applied",
    "screening": "Screening",
    "interviewing": "Interviewing",
    "offer": "Offer",
    "accepted": "Accepted",
    "rejected": "Rejected",
    "withdrawn": "Withdrawn",
}
"""Every stage, in the order in which an application goes through them."""

VISIBILITIES = {
    "after_own_submission": "After one's own",
    "after_all_submitted": "After all",
    "never": "Never",
}
"""When an interviewer may read colleagues' scorecards."""

HIRING_ONLY = ("candidate_name", "visibility", "panel")
"""Members that an application has on the hiring side only."""

SETTLED = ("visibility", "opening")
"""Members that stay once an interview of the application has started; an opening may still be added."""

CLOSED = frozenset({"accepted", "rejected", "withdrawn"})
"""Stages after which nobody waits for anybody."""

CLOCK_TOLERANCE = timedelta(minutes=5)
"""How far ahead of ours a caller's clock may run before its "now" counts as the future."""


def allowed_moves(stage: str) -> list[str]:
    """Where an application may go: anywhere else, since people also put right what they noted wrongly."""
    return [other for other in STAGES if other != stage]


def quiet_days(stage: str, last_moved_on: date | None, today: date) -> int | None:
    """Whole days since the last move; nothing for a closed application or one that never moved."""
    if last_moved_on is None or stage in CLOSED:
        return None
    return max(0, (today - last_moved_on).days)
