"""Reviews: the log that every card is rebuilt from."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.core.models import new_id
from vivavoce.interviews.models import Interview
from vivavoce.practice import memory_rules as rules
from vivavoce.practice.models import Attempt, Card, PracticeSession, Review
from vivavoce.practice.problems import ReviewIsKnown, TooLateToUndo
from vivavoce.questions.models import Question

UNDO = timedelta(seconds=30)
"""How long after its arrival a review can be taken back."""


@dataclass(frozen=True)
class NewReview:
    """One grade as a caller sends it; what is None was not said. ``id`` makes it arrive once."""

    question: Question
    grade: int
    id: uuid.UUID | None = None
    reviewed_at: datetime | None = None
    suggested: int | None = None
    seconds: int | None = None
    attempt: Attempt | None = None
    session: PracticeSession | None = None


def tracked(person: Person) -> QuerySet[Interview]:
    """The interviews that a person goes to, in the order of their times."""
    mine = Interview.objects.filter(owner=person, purpose="tracked", state__in=("scheduled", "complete"))
    return mine.order_by("starts_at", "id")


def interview_time(person: Person, at: datetime) -> datetime | None:
    """When the next interview after that moment begins: intervals are capped by it."""
    return tracked(person).filter(starts_at__gt=at).values_list("starts_at", flat=True).first()


@transaction.atomic
def record_review(owner: Person, new: NewReview) -> tuple[Review, bool]:
    """Write a review down and rebuild its card. The flag is False when it had arrived before, with the same content."""
    if new.id and (known := Review.objects.filter(pk=new.id).first()):
        return _same(known, owner, new), False
    card = _card(owner, new.question)
    at = new.reviewed_at or timezone.now()
    try:
        with transaction.atomic():
            review = Review.objects.create(
                id=new.id or new_id(),
                owner=owner,
                card=card,
                attempt=new.attempt,
                session=new.session,
                grade=new.grade,
                suggested=new.suggested,
                seconds=new.seconds or 0,
                reviewed_at=at,
                maximum_interval=rules.longest_interval(at, interview_time(owner, at)),
            )
    except IntegrityError:
        if new.id is None:
            raise
        # Its twin, sent for another card, was faster.
        return _same(Review.objects.get(pk=new.id), owner, new), False
    rebuild(card)
    return review, True


def _card(owner: Person, question: Question) -> Card:
    """The card of a question, locked, made when it is missing."""
    Card.objects.bulk_create([Card(owner=owner, question=question, due_at=timezone.now())], ignore_conflicts=True)
    rows = Card.objects.select_for_update(of=("self",)).select_related("question__current")
    return rows.filter(owner=owner, question=question)[0]


def _same(known: Review, owner: Person, new: NewReview) -> Review:
    """The review that is there already, when it says what the new one says."""
    said: dict[str, Any] = {
        "grade": new.grade,
        "reviewed_at": new.reviewed_at,
        "suggested": new.suggested,
        "seconds": new.seconds,
        "attempt_id": new.attempt and new.attempt.pk,
        "session_id": new.session and new.session.pk,
    }
    is_same = known.owner_id == owner.pk and known.card.question_id == new.question.pk
    if not is_same or any(value not in {None, getattr(known, name)} for name, value in said.items()):
        raise ReviewIsKnown("A review with this id says something else.")
    return known


@transaction.atomic
def undo(review: Review) -> None:
    """Take a review back; the log keeps it, and the card is as if it had never been."""
    card = Card.objects.select_for_update(of=("self",)).select_related("question__current").get(pk=review.card_id)
    now = timezone.now()
    if review.undone_at:
        return
    if now > undo_until(review):
        raise TooLateToUndo("It is more than 30 seconds old. Grade the question again instead.")
    review.undone_at = now
    review.save(update_fields=["undone_at", "updated_at"])
    rebuild(card)


def undo_until(review: Review) -> datetime:
    """Until when it can be taken back, by our clock."""
    return review.created_at + UNDO


def rebuild(card: Card) -> None:
    """Make the card what its log says. The caller holds its lock."""
    log = card.reviews.filter(undone_at=None).order_by("reviewed_at", "id")
    remember(card, [rules.Graded(*line) for line in log.values_list("grade", "reviewed_at", "maximum_interval")])
    card.save()


def remember(card: Card, log: Iterable[rules.Graded]) -> None:
    """Make the card what a log says, without saving it."""
    memory = rules.replay(log, story=card.is_story)
    for name, value in asdict(memory).items():
        setattr(card, name, value)
    card.due_at = memory.due_at or card.created_at
