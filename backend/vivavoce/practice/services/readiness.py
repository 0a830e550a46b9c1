"""The plan toward the next interview, and the recall to expect on its day."""

from __future__ import annotations

import math
import uuid
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from vivavoce.accounts.models import Person
from vivavoce.practice import memory_rules, plan_rules
from vivavoce.practice.models import Card, Review
from vivavoce.practice.models.memory import is_story
from vivavoce.practice.services.sessions import NEW_A_DAY, Pick, Practice, interleaved
from vivavoce.questions.models import Quality, Question, QuestionQuality

DEFAULT_MINUTES = 25
MOST_MINUTES = plan_rules.RUNGS[-1]
COMPARED = (0, 15, 25, 45)
SHOWN_DAYS = 14
SHOWN_WITHOUT_DATE = 7


def minutes_a_day(person: Person) -> int:
    """What the person chose, when that makes sense."""
    chosen = person.preferences.get("minutes_a_day")
    return chosen if type(chosen) is int and 0 <= chosen <= MOST_MINUTES else DEFAULT_MINUTES


class Outlook(Practice):
    """A person's practice with its future."""

    def __init__(self, person: Person, now: datetime | None = None, minutes: int | None = None) -> None:
        super().__init__(person, now)
        self.minutes = minutes_a_day(person) if minutes is None else minutes

    @cached_property
    def todays_reviews(self) -> list[int]:
        """The seconds of each of today's reviews."""
        mine = Review.objects.filter(owner=self.person, undone_at=None, reviewed_at__gte=self.midnight)
        return list(mine.values_list("seconds", flat=True))

    @property
    def ends_in(self) -> float | None:
        """Days to the next interview."""
        return (self.interview_at - self.now) / memory_rules.DAY if self.interview_at else None

    @cached_property
    def frame(self) -> plan_rules.Frame:
        """What the plan keeps to. A date beyond it counts as its end: practice will go on until then."""
        return plan_rules.Frame(
            ends_in=min(self.ends_in or plan_rules.FOUR_WEEKS, plan_rules.LONGEST_PLAN),
            has_date=self.ends_in is not None,
            new_a_day=NEW_A_DAY,
            new_today=max(0, NEW_A_DAY - self.begun_today),
            spent_today=sum(self.todays_reviews) // 60,
        )

    @cached_property
    def known(self) -> list[plan_rules.Known]:
        """Every question as the plan sees it: those with a card, then the new ones, of these first what a mock lost."""
        old = [self._known(card) for card in self.cards.values()]
        fresh = interleaved(Pick(one, "new") for key, one in self.questions.items() if key not in self.cards)
        fresh.sort(key=lambda pick: pick.question.pk not in self.lapsed_ids)
        return old + [
            plan_rules.Known(pick.question.pk, _minutes(pick.question), is_story=is_story(pick.question))
            for pick in fresh
        ]

    @cached_property
    def plans(self) -> dict[int, plan_rules.Plan]:
        """The best plan for one's own minutes, and for those that are compared."""
        return plan_rules.plans(self.known, self.frame, self.minutes, *COMPARED)

    def _known(self, card: Card) -> plan_rules.Known:
        since = (self.now - (card.last_review_at or self.now)) / memory_rules.DAY
        is_due = card.question_id in self.due_ids or card.question_id in self.lapsed_ids
        return plan_rules.Known(
            key=card.question_id,
            minutes=_minutes(card.question),
            stability=card.stability,
            difficulty=card.difficulty or plan_rules.NEW_DIFFICULTY,
            days_since=since,
            due_day=0 if is_due else self._due_day(card, since),
            is_story=is_story(card.question),
        )

    def _due_day(self, card: Card, since: float) -> int:
        """The day on which it returns: by its card, or earlier because the date moved."""
        by_card = (self._day(self.due_at(card)) - self.today).days
        if self.ends_in is None:
            return max(0, by_card)
        early = max((self.ends_in - 2 * since) / 3, 1 - since)
        return max(0, min(by_card, math.ceil(early)))

    def plan(self) -> dict[str, Any]:
        """Day by day, up to the interview."""
        planned = self.plans[self.minutes].days
        last = self._interview_day or self.today + timedelta(days=SHOWN_WITHOUT_DATE - 1)
        shown = min(SHOWN_DAYS, (last - self.today).days + 1)
        dates = [self.today + timedelta(days=number) for number in range(shown)]
        meetings = {self._day(one.starts_at): one for one in reversed(self.upcoming) if one.starts_at}
        days = []
        for number, day in enumerate(dates):
            questions = [
                self.questions[uuid.UUID(str(key))] for key in (planned[number] if number < len(planned) else ())
            ]
            minutes = sum(_minutes(question) for question in questions)
            days.append({"date": day, "questions": questions, "minutes": minutes, "interview": meetings.get(day)})
        return {"on": self._interview_day, "minutes_a_day": self.minutes, "days": days}

    def readiness(self) -> dict[str, Any]:
        """Recall by quality: now, four weeks ago and on the day; and what minutes a day make of the whole."""
        evidence = self._evidence()
        now = {key: self.recall(card) for key, card in self.cards.items()}
        before = self._recall_before()
        then = self.plans[self.minutes].recalls if self.ends_in is not None else {}
        rows = []
        for quality, keys in evidence.items():
            seen = sum(key in now for key in keys)
            rows.append(
                {
                    "quality": quality,
                    "now": _mean(now, keys),
                    "four_weeks_ago": _mean(before, keys),
                    "on_the_day": _mean(then, keys),
                    "seen": seen,
                    "questions": len(keys),
                }
            )
        by_minutes = [{"minutes": number, "recall": round(self.plans[number].best, 3)} for number in COMPARED]
        return {"on": self._interview_day, "qualities": rows, "by_minutes": by_minutes}

    @property
    def _interview_day(self) -> date | None:
        return self._day(self.interview_at) if self.interview_at else None

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()

    def _evidence(self) -> dict[Quality, list[uuid.UUID]]:
        """The questions that give evidence of each quality; stories have no recall."""
        versions = {one.current_id: key for key, one in self.questions.items() if not is_story(one)}
        lines = QuestionQuality.objects.filter(version__in=versions).select_related("quality")
        found: dict[Quality, list[uuid.UUID]] = defaultdict(list)
        for line in lines.order_by("quality__position", "quality_id", "version_id"):
            found[line.quality].append(versions[line.version_id])
        return found

    def _recall_before(self) -> dict[uuid.UUID, float]:
        """Recall four weeks ago, from the log as it was then."""
        then = self.now - plan_rules.FOUR_WEEKS * memory_rules.DAY
        log = Review.objects.filter(owner=self.person, undone_at=None, reviewed_at__lte=then)
        lines: dict[uuid.UUID, list[memory_rules.Graded]] = defaultdict(list)
        columns = ("card__question_id", "grade", "reviewed_at", "maximum_interval")
        for key, *line in log.order_by("reviewed_at", "id").values_list(*columns):
            lines[key].append(memory_rules.Graded(*line))
        memories = {key: memory_rules.replay(one) for key, one in lines.items()}
        found = {key: memory_rules.recall(one.stability, one.last_review_at, then) for key, one in memories.items()}
        return {key: value for key, value in found.items() if value is not None}


def _minutes(question: Question) -> int:
    return question.current.minutes if question.current else 0


def _mean(recalls: Any, keys: Iterable[uuid.UUID]) -> float | None:
    """The mean over all questions, the unseen as not known; nothing when none was seen."""
    values = [recalls.get(key) for key in keys]
    if all(value is None for value in values):
        return None
    return round(sum(value or 0.0 for value in values) / len(values), 3)
