"""What the demo world's data look like, and how its days are counted from today."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

TIME_ZONE = "Europe/Amsterdam"

SATURDAY = 5


@dataclass(frozen=True)
class DemoOpening:
    """An opening, where its application stands, and the days on which it moved there."""

    organization: str
    title: str
    industry: str
    city: str
    country: str
    salary: tuple[int, int]
    moves: tuple[tuple[int, str], ...]
    remote: str = "hybrid"
    level: str = "mid"
    stage_label: str = ""
    closes_in: int | None = None
    next_action: str = ""
    next_in: int | None = None
    currency: str = "EUR"
    skills: tuple[str, ...] = ("Python", "Django", "PostgreSQL")
    description: str = ""
    contacts: tuple[dict[str, str], ...] = ()
    notes: str = ""


@dataclass(frozen=True)
class DemoInterview:
    """An interview of one of the openings; ``state`` says what became of it."""

    organization: str
    title: str
    round: str
    day: int
    clock: tuple[int, int]
    minutes: int
    state: str = "scheduled"
    video_link: str = ""
    place: str = ""
    notes: str = ""
    people: tuple[tuple[str, str, str], ...] = ()
    moved_from: int | None = None
    reason: str = ""
    time_zone: str = TIME_ZONE


@dataclass(frozen=True)
class DemoAsked:
    """What was asked, one's own score of the answer, a note, and the slug of the bank's question where there is one."""

    prompt: str
    score: int
    note: str
    question: str = ""


@dataclass(frozen=True)
class DemoRetrospective:
    """What was noted after an interview."""

    organization: str
    title: str
    feeling: str
    summary: str
    went_well: str
    to_improve: str
    next_steps: str
    asked: tuple[DemoAsked, ...] = field(default=())


def working_day(today: date, days: int) -> date:
    """The day so many days away, moved off a weekend: later when ahead, earlier when past."""
    day = today + timedelta(days=days)
    step = timedelta(days=1 if days >= 0 else -1)
    while day.weekday() >= SATURDAY:
        day += step
    return day
