"""What a log of reviews makes of the memory of one question, by FSRS; without a database.

Stories (behavioural and situational questions) have no curve of forgetting: they are rehearsed on fixed days.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from fsrs import Card, Rating, Scheduler, State
from fsrs.scheduler import FSRS_DEFAULT_DECAY

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
GRADES = {"again": AGAIN, "hard": HARD, "good": GOOD, "easy": EASY}
LEARNING, REVIEW, RELEARNING = 1, 2, 3

RETENTION = 0.9
"""The recall at which a question is due."""

LONGEST = 36_500
"""Days that an interval may have when no interview is ahead."""

STEP = timedelta(minutes=10)
"""When what was just forgotten returns. An answer takes minutes: one such step is enough."""

LAST_DAYS = timedelta(days=2)
"""Before an interview, the time in which everything that may be forgotten is looked at, the weakest first."""

DAY = timedelta(days=1)
STORY_FORMATS = frozenset({"behavioural", "situational"})
STORY_DAYS = 7
"""How often a story is told again; one that failed is told the next day."""

WEAK_LAPSES = 2
"""Forgotten so often, a question returns half-way to its time."""

MOSTLY = 2 / 3
"""So much of its time must have passed before a review goes ahead of a new question."""

_EXPONENT = -FSRS_DEFAULT_DECAY
_FACTOR: float = RETENTION ** (1 / _EXPONENT) - 1


@dataclass(frozen=True)
class Graded:
    """One line of the log: a grade, when, and the longest interval (in days) that held then."""

    grade: int
    at: datetime
    longest: int = LONGEST


@dataclass(frozen=True)
class Memory:
    """What is known of one question after its reviews; the fields of a card."""

    state: int = LEARNING
    step: int | None = 0
    stability: float | None = None
    difficulty: float | None = None
    due_at: datetime | None = None
    last_review_at: datetime | None = None
    reviews_count: int = 0
    lapses: int = 0


@lru_cache(maxsize=256)
def _scheduler(longest: int) -> Scheduler:
    return Scheduler(
        desired_retention=RETENTION,
        learning_steps=(STEP,),
        relearning_steps=(STEP,),
        maximum_interval=longest,
        enable_fuzzing=False,  # a card must follow from its log
    )


def after(memory: Memory, graded: Graded, *, story: bool = False) -> Memory:
    """The memory after one more review."""
    at = graded.at.astimezone(UTC)
    lapsed = graded.grade == AGAIN and memory.state == REVIEW
    counted = replace(
        memory, last_review_at=at, reviews_count=memory.reviews_count + 1, lapses=memory.lapses + int(lapsed)
    )
    if story:
        days = 1 if graded.grade == AGAIN else min(STORY_DAYS, graded.longest)
        return replace(counted, state=REVIEW, step=None, due_at=at + days * DAY)
    card = Card(
        card_id=1,  # it would sleep to find one
        state=State(memory.state),
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=at,
        last_review=memory.last_review_at,
    )
    card, _ = _scheduler(graded.longest).review_card(card, Rating(graded.grade), at)
    return replace(
        counted,
        state=card.state.value,
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due_at=card.due,
    )


def replay(log: Iterable[Graded], *, story: bool = False) -> Memory:
    """The memory that a whole log makes, in the order of its times."""
    memory = Memory()
    for graded in log:
        memory = after(memory, graded, story=story)
    return memory


def next_times(memory: Memory, at: datetime, longest: int, *, story: bool = False) -> dict[str, datetime]:
    """When the question would return, for each grade given now."""
    ends = {name: after(memory, Graded(grade, at, longest), story=story).due_at for name, grade in GRADES.items()}
    return {name: due for name, due in ends.items() if due is not None}


def recall(stability: float | None, last_review_at: datetime | None, at: datetime) -> float | None:
    """The chance to recall it then, 0 to 1; nothing for what has no curve."""
    if stability is None or last_review_at is None:
        return None
    return recall_after(stability, (at - last_review_at) / DAY)


def recall_after(stability: float, days: float) -> float:
    """The chance to recall after so many days."""
    return float((1 + _FACTOR * max(0.0, days) / stability) ** _EXPONENT)


def longest_interval(at: datetime, interview_at: datetime | None) -> int:
    """The cap on an interval: a third of the days to the interview, at least one; none without a date ahead."""
    if interview_at is None or interview_at <= at:
        return LONGEST
    return max(1, (interview_at - at).days // 3)


def due_at(by_log: datetime, last_review_at: datetime | None, stability: float | None, longest: int) -> datetime:
    """When what is in review returns by the cap that holds today: a date that called it earlier may have gone."""
    if stability is None or last_review_at is None:
        return by_log
    return max(by_log, last_review_at + min(max(1, round(stability)), longest) * DAY)


def is_near(now: datetime, interview_at: datetime | None) -> bool:
    """True in the last two days before an interview."""
    return interview_at is not None and timedelta(0) < interview_at - now <= LAST_DAYS


def reviewed_too_long_ago(now: datetime, interview_at: datetime | None) -> datetime | None:
    """What was last reviewed by then is due although its card says later: the date moved since, and a third of the
    way to it has passed. Nothing without a date, and in the last days, which have a rule of their own.
    """
    if interview_at is None or interview_at <= now or is_near(now, interview_at):
        return None
    return now - max(DAY, (interview_at - now) / 2)
