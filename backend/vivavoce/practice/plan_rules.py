"""A plan toward a date, and the recall to expect on it; without a database.

Days count from now: 0 is today, and the interview begins ``ends_in`` days from now. A plan is played forward with
the formulas of FSRS and the outcome that is to be expected: recalled with the chance that the memory gives, else
forgotten and learned again.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from fsrs.scheduler import DEFAULT_PARAMETERS as W

from vivavoce.practice.memory_rules import LAST_DAYS, LONGEST, MOSTLY, STORY_DAYS, recall_after

RUNGS = (0, 5, 10, 15, 20, 25, 30, 45, 60, 90, 120, 180, 240)
"""The minutes a day that are played through; more minutes choose among more plans, so they never expect less."""

LONGEST_PLAN = 120
"""Days that are planned at most."""

FOUR_WEEKS = 28.0
"""Where a plan without a date looks."""

ACCIDENT = 0.02
"""Two plans whose expectations differ by less are equally good."""

_NEW_STABILITY = W[2]
NEW_DIFFICULTY = W[4] - math.exp(W[5] * 2) + 1
_GROWTH = math.exp(W[8])
_SHORT = math.exp(W[17] * W[18])
_NEAR: float = LAST_DAYS.total_seconds() / 86_400


@dataclass(frozen=True)
class Known:
    """A question as a plan sees it. ``stability`` is None while unseen, and for stories."""

    key: Any
    minutes: int
    stability: float | None = None
    difficulty: float = NEW_DIFFICULTY
    days_since: float = 0.0
    due_day: int | None = None
    """The day on which it returns; None while unseen."""
    is_story: bool = False


@dataclass(frozen=True)
class Frame:
    """What a plan has to keep to."""

    ends_in: float = FOUR_WEEKS
    has_date: bool = True
    """Without one, intervals are as long as they like, and there are no last days."""
    new_a_day: int = 5
    new_today: int = 5
    spent_today: int = 0
    """Minutes already practised today."""

    @property
    def days(self) -> int:
        """How many days are planned."""
        return min(LONGEST_PLAN, max(1, math.ceil(self.ends_in)))

    def longest(self, day: int) -> int:
        """The cap on intervals on that day."""
        return max(1, int(self.ends_in - day) // 3) if self.has_date else LONGEST

    def is_near(self, day: int) -> bool:
        """True in the last two days."""
        return self.has_date and self.ends_in - day <= _NEAR


@dataclass(frozen=True)
class Plan:
    """For each day the questions, and for each question the recall at the end (0 for what stays unseen)."""

    days: list[list[Any]] = field(default_factory=list)
    recalls: dict[Any, float] = field(default_factory=dict)
    best: float = 0.0
    """The highest mean recall of any plan of at most these minutes: one may always do less."""

    @property
    def recall(self) -> float:
        """The mean over all questions; what was never seen counts as not known."""
        return sum(self.recalls.values()) / len(self.recalls) if self.recalls else 0.0


def best_plan(questions: Sequence[Known], frame: Frame, minutes: int) -> Plan:
    """The plan for so many minutes a day."""
    return plans(questions, frame, minutes)[minutes]


def plans(questions: Sequence[Known], frame: Frame, *minutes: int) -> dict[int, Plan]:
    """For each of several minutes a day a plan; each rung is played once.

    It takes the minutes that are offered, unless a plan of fewer expects more by a margin that is no accident.
    """
    rungs = [rung for rung in RUNGS if rung <= max(minutes, default=0)]
    played = [(rung, _Play(questions, frame, rung).run()) for rung in rungs]
    found = {}
    for most in minutes:
        open_to = [plan for rung, plan in played if rung <= most]
        best = max(plan.recall for plan in open_to)
        chosen = next(plan for plan in reversed(open_to) if plan.recall >= best - ACCIDENT)
        found[most] = replace(chosen, best=best)
    return found


def after_review(stability: float, difficulty: float, recall: float) -> float:
    """The stability to expect after a review: FSRS's for "good" and for "again", by the chance of each."""
    gained = stability * (1 + _GROWTH * (11 - difficulty) * stability ** -W[9] * (math.exp((1 - recall) * W[10]) - 1))
    lost = min(
        W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * math.exp((1 - recall) * W[14]),
        stability / _SHORT,
    )
    return float(max(0.001, recall * gained + (1 - recall) * lost))


class _Play:
    """One plan, played forward day by day."""

    def __init__(self, questions: Sequence[Known], frame: Frame, minutes: int) -> None:
        self.questions = questions
        self.frame = frame
        self.minutes = minutes
        self.stability = [one.stability for one in questions]
        self.last = [-one.days_since for one in questions]
        self.arriving: list[list[int]] = [[] for _ in range(frame.days)]
        self.waiting: set[int] = set()
        self.new = [index for index, one in enumerate(questions) if one.due_day is None]
        for index, one in enumerate(questions):
            if one.due_day is not None:
                self._return(index, max(0, one.due_day))

    def run(self) -> Plan:
        """Play every day."""
        days = [self._play(day) for day in range(self.frame.days)]
        recalls = {
            one.key: self._recall(index, self.frame.ends_in)
            for index, one in enumerate(self.questions)
            if not one.is_story
        }
        return Plan([[self.questions[index].key for index in day] for day in days], recalls)

    def _return(self, index: int, day: int) -> None:
        if day < self.frame.days:
            self.arriving[day].append(index)

    def _recall(self, index: int, day: float) -> float:
        stability = self.stability[index]
        return 0.0 if stability is None else recall_after(stability, day - self.last[index])

    def _play(self, day: int) -> list[int]:
        """What fades comes first, then what is new, then what its card calls early because of the date."""
        self.waiting.update(self.arriving[day])
        room = self.minutes - (self.frame.spent_today if day == 0 else 0)
        if room <= 0:
            return []
        fading, early = self._old(day)
        taken, room = self._take(fading, room, len(fading))
        begun, room = self._take(self.new, room, self.frame.new_today if day == 0 else self.frame.new_a_day)
        again, _ = self._take(early, room, len(early))
        for index in taken + begun + again:
            self._review(index, day)
        self.waiting.difference_update(taken, again)
        if begun:
            gone = set(begun)
            self.new = [index for index in self.new if index not in gone]
        return taken + begun + again

    def _old(self, day: int) -> tuple[list[int], list[int]]:
        """What returns that day, the weakest first; in the last two days all that may be forgotten."""
        fades = {index: self._fading(index, day) for index in self.waiting}
        if self.frame.is_near(day):
            every = ((index, self._fading(index, day)) for index in range(len(self.questions)))
            fades |= {index: fading for index, fading in every if fading > 1}
        weakest = sorted(fades, key=lambda index: (-fades[index], index))
        early = [index for index in weakest if fades[index] < MOSTLY]
        return weakest[: len(weakest) - len(early)], early

    def _fading(self, index: int, day: int) -> float:
        """How far it has faded: above 1 recall is under nine in ten, and the higher the lower. A story is told."""
        if self.questions[index].is_story:
            return MOSTLY
        stability = self.stability[index]
        return (day - self.last[index]) / stability if stability else 0.0

    def _take(self, indexes: Iterable[int], room: int, most: int) -> tuple[list[int], int]:
        """As many as fit into the day."""
        taken: list[int] = []
        for index in indexes:
            if len(taken) >= most or room <= 0:
                break
            if self.questions[index].minutes <= room:
                taken.append(index)
                room -= self.questions[index].minutes
        return taken, room

    def _review(self, index: int, day: int) -> None:
        one, stability = self.questions[index], self.stability[index]
        longest = self.frame.longest(day)
        if one.is_story:
            self._return(index, day + min(STORY_DAYS, longest))
            return
        if stability is None:
            grown = _NEW_STABILITY
        else:
            grown = after_review(stability, one.difficulty, self._recall(index, day))
        self.stability[index], self.last[index] = grown, float(day)
        self._return(index, day + min(longest, max(1, round(grown))))
