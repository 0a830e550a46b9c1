"""Three weeks of practice for the demo person: what is due today, some of it late, weak spots, three steps done."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from vivavoce.accounts.models import Person
from vivavoce.core.models import new_id
from vivavoce.demo import plans
from vivavoce.practice import memory_rules as rules
from vivavoce.practice.models import AttemptState, StepMark
from vivavoce.practice.models.memory import is_story
from vivavoce.practice.services.claim import claim
from vivavoce.practice.services.reviews import tracked
from vivavoce.questions.models import Answer, Question, Step

BEGUN = {
    "mtv-architecture": (-20, "geg"),
    "queryset-laziness": (-20, "gghag"),
    "query-optimisation": (-19, "hgg"),
    "n-plus-one": (-19, "ggagag"),
    "django-security": (-18, "hgagaga"),
    "transactions-atomic": (-16, "hgagg"),
    "migrations-workflow": (-15, "gge"),
    "testing-strategy": (-14, "hgahgag"),
    "cbv-vs-fbv": (-13, "gg"),
    "past-failure": (-12, "gg"),
    "object-level-authorisation": (-9, "aghagag"),
    "slow-endpoint-triage": (-8, "gh"),
    "caching-strategy": (-6, "hg"),
    "merge-conflicts": (-3, "g"),
}
"""Question -> the day on which it was begun, and its grades in turn by their first letters; after these, good."""

DAYS_OFF = frozenset({-17, -11, -10, -7})
EVENING = time(19, 30)
MOST_AN_EVENING = 6
STEPS_DONE = (-19, -12, -4)
"""The days on which the first steps were ticked."""

LETTERS = {word[0]: number for word, number in rules.GRADES.items()}


@dataclass(frozen=True)
class Graded:
    """One grade of an evening."""

    question: Question
    grade: int
    at: datetime

    @property
    def seconds(self) -> int:
        """About how long the answer took: what is not known is said quickly."""
        minutes = self.question.current.minutes if self.question.current else 0
        return minutes * (25 if self.grade == rules.AGAIN else 45)


def furnish(person: Person, today: date) -> None:
    """Make it all from the questions that the bank holds."""
    rows = Question.objects.visible_to(person).filter(slug__in=BEGUN).select_related("current")
    questions = {row.slug: row for row in rows}
    dates = [date for date in tracked(person).values_list("starts_at", flat=True) if date]
    graded = list(_evenings(questions, dates, today))
    last = {one.question.pk: one for one in graded}
    attempts = {one.question.pk: _attempt(one, text) for one, text in _answers(last)}
    reviews = [
        {
            "id": new_id(),
            "question": one.question,
            "grade": one.grade,
            "suggested": rules.GOOD if one.grade == rules.EASY else one.grade,
            "seconds": one.seconds,
            "reviewed_at": one.at,
            "attempt": attempts[one.question.pk]["id"] if last[one.question.pk] is one and attempts else None,
        }
        for one in graded
    ]
    claim(person, list(attempts.values()), reviews)
    for step, day in zip(Step.objects.filter(retired=False), STEPS_DONE, strict=False):
        StepMark.objects.create(owner=person, step=step, done_at=_evening(today, day))


def _evenings(questions: dict[str, Question], dates: list[datetime], today: date) -> Iterator[Graded]:
    """What was due, and what was begun, evening by evening; as many as an evening holds."""
    memories: dict[str, rules.Memory] = {}
    for day in range(min(day for day, _ in BEGUN.values()), 0):
        at = _evening(today, day)
        late = [(memory.due_at, slug) for slug, memory in memories.items() if memory.due_at and memory.due_at <= at]
        begun = [slug for slug, (first, _) in BEGUN.items() if first == day and slug in questions]
        for slug in [] if day in DAYS_OFF else [*begun, *(slug for _, slug in sorted(late))][:MOST_AN_EVENING]:
            memory, question = memories.get(slug, rules.Memory()), questions[slug]
            letter = BEGUN[slug][1][memory.reviews_count : memory.reviews_count + 1] or "g"
            one = Graded(question, LETTERS[letter], at)
            following = next(iter(dates[bisect_right(dates, at) :]), None)
            line = rules.Graded(one.grade, at, rules.longest_interval(at, following))
            memories[slug] = rules.after(memory, line, story=is_story(question))
            at += timedelta(seconds=one.seconds + 40)
            yield one


def _answers(last: dict[Any, Graded]) -> Iterator[tuple[Graded, Answer]]:
    """The last try at each question, said as the bank's example at the score of its grade."""
    texts = Answer.objects.filter(version__in=[one.question.current_id for one in last.values()])
    by_score = {(text.version_id, text.score): text for text in texts}
    for one in last.values():
        if text := by_score.get((one.question.current_id, one.grade)):  # type: ignore[arg-type]  # it has a version
            yield one, text


def _attempt(one: Graded, text: Answer) -> dict[str, Any]:
    done = one.at + timedelta(seconds=30)
    return {
        "id": new_id(),
        "question": one.question.current,
        "state": AttemptState.GRADED,
        "body": text.body,
        "spoken": False,
        "seconds": one.seconds,
        "created_at": one.at - timedelta(seconds=one.seconds),
        "committed_at": one.at,
        "revealed_at": done,
        "graded_at": done,
        "overrules": {},
        "self_scores": [],
        "self_score": one.grade,
        "reflection": "",
    }


def _evening(today: date, day: int) -> datetime:
    return datetime.combine(today + timedelta(days=day), EVENING, ZoneInfo(plans.TIME_ZONE))
