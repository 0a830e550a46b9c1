"""Practice sessions: what returns, what is weak, what a mock showed to be lost, and what is new."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Max, Min, Q, QuerySet
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.interviews.models import Interview, InterviewItem
from vivavoce.practice import memory_rules as rules
from vivavoce.practice.models import Card, PracticeSession, Review
from vivavoce.practice.services.reviews import tracked
from vivavoce.questions.models import Category, Kind, Quality, Question

NEW_A_DAY = 5
MOST_UPCOMING = 20
MOST_ITEMS = 20


@dataclass(frozen=True)
class Pick:
    """A question to practise and why: due, lapsed, weak, new, or chosen by the person."""

    question: Question
    why: str
    card: Card | None = None


@dataclass(frozen=True)
class Wish:
    """What a session should hold."""

    limit: int = MOST_ITEMS
    new: int = NEW_A_DAY
    questions: Sequence[Question] = ()
    category: Category | None = None
    quality: Quality | None = None


class Practice:
    """One person's practice at one moment; what it reads, it reads once."""

    def __init__(self, person: Person, now: datetime | None = None) -> None:
        self.person = person
        self.now = now or timezone.now()
        self.zone = ZoneInfo(person.time_zone)
        self.today = self.now.astimezone(self.zone).date()

    @property
    def midnight(self) -> datetime:
        """When today began, where the person is."""
        return datetime.combine(self.today, time(), self.zone)

    @property
    def tomorrow(self) -> datetime:
        """When today ends."""
        return datetime.combine(self.today + timedelta(days=1), time(), self.zone)

    @cached_property
    def upcoming(self) -> list[Interview]:
        """The tracked interviews ahead, the next one first."""
        rows = tracked(self.person).filter(state="scheduled", starts_at__gt=self.now)
        return list(rows.select_related("application__opening")[:MOST_UPCOMING])

    @property
    def interview(self) -> Interview | None:
        """The one that practice leads to."""
        return next(iter(self.upcoming), None)

    @property
    def interview_at(self) -> datetime | None:
        """When it begins."""
        return self.interview.starts_at if self.interview else None

    @property
    def is_near(self) -> bool:
        """True in its last two days."""
        return rules.is_near(self.now, self.interview_at)

    @cached_property
    def questions(self) -> dict[uuid.UUID, Question]:
        """All that can be practised, the most important first."""
        rows = Question.objects.visible_to(self.person).filter(current__kind=Kind.INTERVIEW)
        rows = rows.select_related("current").only(
            "id", "slug", "number", "current__prompt", "current__version", "current__minutes", "current__format",
            "current__importance", "current__category_id",
        )  # fmt: skip
        return {row.pk: row for row in rows.order_by("-current__importance", "number")}

    @cached_property
    def cards(self) -> dict[uuid.UUID, Card]:
        """The memory of each question that has been graded."""
        found = {}
        for card in Card.objects.filter(owner=self.person, reviews_count__gt=0).order_by("due_at", "id"):
            if question := self.questions.get(card.question_id):
                card.question = question
                found[question.pk] = card
        return found

    @cached_property
    def due_ids(self) -> set[uuid.UUID]:
        """The questions that are due by the rule of the cards' list."""
        rows = Card.objects.filter(owner=self.person, reviews_count__gt=0).due(
            self.now, self.tomorrow, self.interview_at
        )
        return set(rows.values_list("question_id", flat=True))

    @cached_property
    def lapsed_ids(self) -> set[uuid.UUID]:
        """What a mock interview showed to be lost, and has not been graded since."""
        seat = Q(interview__participants__person=self.person, interview__participants__role="candidate")
        items = InterviewItem.objects.filter(seat, lapsed=True, interview__purpose="mock", interview__state="complete")
        last = items.values_list("question_version__question").annotate(at=Max("interview__finished_at"))
        cards = self.cards
        return {
            key
            for key, at in last.order_by()
            if at and key in self.questions and (key not in cards or (cards[key].last_review_at or at) < at)
        }

    def due_at(self, card: Card) -> datetime:
        """When it returns, by the date that holds now."""
        longest = rules.longest_interval(self.now, self.interview_at)
        stability = card.stability if card.state == rules.REVIEW else None
        return rules.due_at(card.due_at, card.last_review_at, stability, longest)

    def recall(self, card: Card) -> float:
        """The chance to recall it now; stories count as known."""
        found = card.recall_at(self.now)
        return 1.0 if found is None else found

    @cached_property
    def returning(self) -> list[Pick]:
        """What should be practised today: lost in a mock, or due; in the last days before a date the weakest first."""
        lapsed = [Pick(self.questions[key], "lapsed", self.cards.get(key)) for key in self.lapsed_ids]
        lapsed.sort(key=lambda pick: pick.question.number)
        due = [card for key, card in self.cards.items() if key in self.due_ids - self.lapsed_ids]
        if self.is_near:
            due.sort(key=lambda card: (self.recall(card), card.question.number))
        return lapsed + [Pick(card.question, self._why(card), card) for card in due]

    def _why(self, card: Card) -> str:
        """Due by its card, or called early because the interview is near and it is fading."""
        return "due" if card.due_at < self.tomorrow or not self.is_near else "weak"

    def weak(self) -> list[Pick]:
        """What was forgotten again and again returns before its time, when half of that has passed."""
        rest = [card for key, card in self.cards.items() if key not in self.due_ids]
        weak = [card for card in rest if card.lapses >= rules.WEAK_LAPSES and self._is_half_way(card)]
        weak.sort(key=lambda card: (self.recall(card), card.question.number))
        return [Pick(card.question, "weak", card) for card in weak]

    def _is_half_way(self, card: Card) -> bool:
        last = card.last_review_at or self.now
        return self.now - last >= (card.due_at - last) / 2

    def new(self, a_day: int) -> list[Pick]:
        """What was never graded, as many as today still has room for, over all categories in turn."""
        fresh = [Pick(one, "new") for key, one in self.questions.items() if key not in self.cards]
        fresh = [pick for pick in fresh if pick.question.pk not in self.lapsed_ids]
        return interleaved(fresh)[: max(0, a_day - self.begun_today)]

    @cached_property
    def begun_today(self) -> int:
        """How many questions were graded today for the first time."""
        mine = Review.objects.filter(owner=self.person, undone_at=None).values("card")
        return mine.annotate(first=Min("reviewed_at")).filter(first__gte=self.midnight).order_by().count()

    def chosen(self, questions: Iterable[Question]) -> list[Pick]:
        """Questions that the person named, each with the reason that it would have had."""
        reasons = {pick.question.pk: pick for pick in self.returning}
        found = []
        for question in dict.fromkeys(questions):
            card = self.cards.get(question.pk)
            plain = Pick(question, "chosen" if card else "new", card)
            found.append(reasons.get(question.pk, plain))
        return found

    def picks(self, wish: Wish) -> list[Pick]:
        """What a session holds, in its order."""
        if wish.questions:
            return self.chosen(wish.questions)
        allowed = self._allowed(wish)
        due = self.returning
        early = [pick for pick in due if self._is_fresh(pick)]
        fading = [pick for pick in due if pick not in early]
        first, rest = [*fading, *self.weak(), *self.new(wish.new)], wish.limit
        found: list[Pick] = []
        for group in (first, early):
            taken = [pick for pick in group if allowed is None or pick.question.pk in allowed][:rest]
            rest -= len(taken)
            found += taken if self.is_near else interleaved(taken)
        return found

    def _is_fresh(self, pick: Pick) -> bool:
        """True for what returns only because the date is near: what is new goes ahead of it, as in the plan."""
        card = pick.card
        if pick.why == "lapsed" or card is None or card.state != rules.REVIEW or not card.stability:
            return False
        return (self.now - (card.last_review_at or self.now)) / rules.DAY < card.stability * rules.MOSTLY

    def _allowed(self, wish: Wish) -> set[uuid.UUID] | None:
        if not (wish.category or wish.quality):
            return None
        rows: QuerySet[Question] = Question.objects.all()
        if wish.category:
            rows = rows.filter(current__category=wish.category)
        if wish.quality:
            rows = rows.filter(current__qualities=wish.quality)
        return set(rows.values_list("pk", flat=True))


def interleaved(picks: Iterable[Pick]) -> list[Pick]:
    """The picks with their categories in turn; within one the order stays."""
    turn: Counter[Any] = Counter()
    keyed = []
    for place, pick in enumerate(picks):
        category = pick.question.current and pick.question.current.category_id
        keyed.append((turn[category], place, pick))
        turn[category] += 1
    return [pick for _, _, pick in sorted(keyed, key=lambda one: one[:2])]


def begin(owner: Person, wish: Wish) -> PracticeSession:
    """A session of what is worth practising now; it may be empty."""
    picks = Practice(owner).picks(wish)
    items = [{"question": str(pick.question.pk), "why": pick.why} for pick in picks]
    return PracticeSession.objects.create(owner=owner, items=items)


@transaction.atomic
def end(session: PracticeSession) -> None:
    """End it; ending it again changes nothing."""
    if session.ended_at is None:
        session.ended_at = timezone.now()
        session.save(update_fields=["ended_at", "updated_at"])


@dataclass(frozen=True)
class Shown:
    """A session with what its reply shows: its items, and what came of it."""

    items: list[Pick]
    reviews: list[Review]
    weakest: Quality | None

    @property
    def minutes(self) -> int:
        """The time that its questions take together."""
        return sum(pick.question.current.minutes for pick in self.items if pick.question.current)


def show(sessions: Sequence[PracticeSession], person: Person) -> dict[uuid.UUID, Shown]:
    """What the replies of some sessions show, in a constant number of queries."""
    keys = {item["question"] for session in sessions for item in session.items}
    seen = Question.objects.visible_to(person).filter(pk__in=keys).select_related("current")
    questions = {str(row.pk): row for row in seen.prefetch_related("current__evidence__quality")}
    cards = {str(card.question_id): card for card in Card.objects.visible_to(person).filter(question__in=keys)}
    graded = Review.objects.filter(session__in=sessions, undone_at=None).select_related("card")
    reviews: dict[Any, list[Review]] = {session.pk: [] for session in sessions}
    for review in graded.order_by("reviewed_at", "id"):
        reviews[review.session_id].append(review)
    return {
        session.pk: Shown(
            [
                Pick(questions[item["question"]], item["why"], cards.get(item["question"]))
                for item in session.items
                if item["question"] in questions
            ],
            reviews[session.pk],
            _weakest(reviews[session.pk], questions),
        )
        for session in sessions
    }


def _weakest(reviews: Iterable[Review], questions: dict[str, Question]) -> Quality | None:
    """The quality that most of the forgotten and laborious answers gave evidence of; the strongest evidence decides."""
    missing: Counter[Quality] = Counter()
    for review in reviews:
        question = questions.get(str(review.card.question_id))
        if question and question.current and review.grade <= rules.HARD:
            for line in question.current.evidence.all():
                missing[line.quality] += line.strength * (2 if review.grade == rules.AGAIN else 1)
    return max(missing, key=lambda quality: (missing[quality], -quality.position), default=None)
