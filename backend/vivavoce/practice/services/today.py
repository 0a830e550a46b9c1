"""What to do in the next half hour, block by block."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.practice import memory_rules, today_rules
from vivavoce.practice.models import Review, StepMark
from vivavoce.practice.services.readiness import Outlook
from vivavoce.questions.counting import live
from vivavoce.questions.models import Kind, Question, QuestionQuality, Step

SHOWN_DUE = 7
MOST_DUE = 100
SHOWN_AFTER = 3
SHOWN_WEAK = 5
SHOWN_TO_ASK = 2
ACTIVE_DAYS = 18 * 7


class Today(Outlook):
    """One person's day, in their time zone."""

    def whole(self) -> dict[str, Any]:
        """All blocks."""
        return {
            "date": self.today,
            "time_zone": self.person.time_zone,
            "headline": self.headline(),
            "due": self.due(SHOWN_DUE),
            "next_interview": self.next_interview(),
            "plan": self.plan(),
            "readiness": self.readiness(),
            "weak_spots": self.weak_spots(),
            "activity": self.activity(),
            "steps": self.steps(),
        }

    def headline(self) -> str:
        """The day in a sentence."""
        count = len(self.returning)
        if self.interview is None or self.interview_at is None:
            return today_rules.headline(count)
        whom = self.interview.organization or self.interview.name
        return today_rules.headline(count, whom, self.interview_at.astimezone(self.zone), self.today)

    def due(self, most: int = MOST_DUE) -> dict[str, Any]:
        """What returns today, with how late it is and what it gives evidence of."""
        picks = self.returning
        shown = picks[:most]
        times = [self.due_at(pick.card) if pick.card else self.midnight for pick in shown]
        evidence = self._lines([pick.question for pick in shown])
        return {
            "count": len(picks),
            "minutes": sum(pick.question.current.minutes for pick in picks if pick.question.current),
            "items": [
                {
                    "question": pick.question,
                    "due_at": due_at,
                    "days_late": max(0, (self.today - self._day(due_at)).days),
                    "why": pick.why,
                    "evidence": evidence[pick.question.current_id],
                }
                for pick, due_at in zip(shown, times, strict=True)
            ],
        }

    def next_interview(self) -> dict[str, Any] | None:
        """The next one, what its advert asks for, what to ask, and those after it."""
        interview = self.interview
        if interview is None or interview.starts_at is None:
            return None
        opening = interview.application.opening if interview.application else None
        return {
            "interview": interview,
            "organization": interview.organization,
            "starts_at": interview.starts_at,
            "ends_at": interview.ends_at,
            "time_zone": interview.time_zone,
            "place": interview.place or ("Video call" if interview.video_link else ""),
            "days": (self._day(interview.starts_at) - self.today).days,
            "asks": opening.skills if opening else [],
            "to_ask": self._to_ask(),
            "stage": interview.application.stage if interview.application else None,
            "after": self.upcoming[1 : 1 + SHOWN_AFTER],
        }

    def weak_spots(self) -> list[dict[str, Any]]:
        """What was forgotten again and again, the most often first."""
        cards = [card for card in self.cards.values() if card.lapses >= memory_rules.WEAK_LAPSES]
        cards.sort(key=lambda card: (-card.lapses, self.recall(card), card.question.number))
        cards = cards[:SHOWN_WEAK]
        evidence = self._lines([card.question for card in cards])
        return [
            {
                "question": card.question,
                "lapses": card.lapses,
                "quality": next((line.quality for line in evidence[card.question.current_id]), None),
            }
            for card in cards
        ]

    def activity(self) -> dict[str, Any]:
        """Reviews a day, and the days in a row."""
        first = self.today - timedelta(days=ACTIVE_DAYS - 1)
        mine = Review.objects.filter(owner=self.person, undone_at=None).order_by()
        by_day = mine.values(day=TruncDate("reviewed_at", tzinfo=self.zone)).annotate(reviews=Count("id"))
        counts = Counter(dict(by_day.values_list("day", "reviews")))
        days = [first + timedelta(days=number) for number in range(ACTIVE_DAYS)]
        return {
            "days": [{"date": day, "reviews": counts[day]} for day in days],
            "streak": today_rules.streak(set(counts), self.today),
        }

    def steps(self) -> list[dict[str, Any]]:
        """The ways to prepare, and which are done."""
        done = dict(StepMark.objects.filter(owner=self.person).values_list("step", "done_at"))
        return [{"step": step, "done_at": done.get(step.pk)} for step in live(Step)]

    def _lines(self, questions: list[Question]) -> dict[Any, list[QuestionQuality]]:
        """What questions give evidence of, the strongest first."""
        found: dict[Any, list[QuestionQuality]] = defaultdict(list)
        versions = [question.current_id for question in questions]
        for line in QuestionQuality.objects.filter(version__in=versions).select_related("quality"):
            found[line.version_id].append(line)
        return found

    def _to_ask(self) -> list[str]:
        rows = Question.objects.visible_to(self.person).filter(current__kind=Kind.TO_ASK)
        rows = rows.order_by("-current__importance", "number")
        return list(rows.values_list("current__prompt", flat=True)[:SHOWN_TO_ASK])


@transaction.atomic
def mark_step(person: Person, step: Step, *, done: bool) -> dict[str, Any]:
    """Tick a way to prepare, or take the tick back."""
    if not done:
        StepMark.objects.filter(owner=person, step=step).delete()
        return {"step": step, "done_at": None}
    mark, _ = StepMark.objects.get_or_create(owner=person, step=step, defaults={"done_at": timezone.now()})
    return {"step": step, "done_at": mark.done_at}
