"""Reviews: the log that every card is rebuilt from."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.interviews.models import Interview
from vivavoce.practice import memory_rules as rules
from vivavoce.practice.models import Card, Review
from vivavoce.practice.problems import ReviewIsKnown, TooLateToUndo
from vivavoce.questions.models import Question

UNDO = timedelta(seconds=30)
"""How long after its arrival a review can be taken back."""

SAID = ("grade", "reviewed_at", "suggested", "seconds", "attempt_id", "session_id")
"""What two reviews under one id are compared by."""


@dataclass(frozen=True)
class NewReview:
    """One grade as a caller sends it; what is None was not said. ``id`` makes it arrive once."""

    question: Question
    grade: int
    id: uuid.UUID | None = None
    reviewed_at: datetime | None = None
    suggested: int | None = None
    seconds: int | None = None
    attempt_id: uuid.UUID | None = None
    session_id: uuid.UUID | None = None


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
    if new.id and (known := Review.objects.filter(owner=owner, key=new.id).first()):
        return _same(known, new), False
    try:
        with transaction.atomic():
            return write_down(owner, [new])[0], True
    except IntegrityError:
        if new.id is None:
            raise
        # Its twin, sent for another card, was faster.
        return _same(Review.objects.get(owner=owner, key=new.id), new), False


def write_down(owner: Person, news: Sequence[NewReview]) -> list[Review]:
    """Add reviews to the log and rebuild their cards, in as many queries for many as for one."""
    cards = _cards(owner, {new.question.pk: new.question for new in news})
    dates = [date for date in tracked(owner).values_list("starts_at", flat=True) if date]
    now = timezone.now()
    reviews = Review.objects.bulk_create(
        Review(
            key=new.id,
            owner=owner,
            card=cards[new.question.pk],
            attempt_id=new.attempt_id,
            session_id=new.session_id,
            grade=new.grade,
            suggested=new.suggested,
            seconds=new.seconds or 0,
            reviewed_at=at,
            maximum_interval=rules.longest_interval(at, next((date for date in dates if date > at), None)),
        )
        for new in news
        for at in [new.reviewed_at or now]
    )
    rebuild(list(cards.values()))
    return reviews


def _cards(owner: Person, questions: Mapping[uuid.UUID, Question]) -> dict[uuid.UUID, Card]:
    """The locked cards of the questions, made where they are missing."""
    missing = [Card(owner=owner, question=question, due_at=timezone.now()) for question in questions.values()]
    Card.objects.bulk_create(missing, ignore_conflicts=True)
    cards = Card.objects.filter(owner=owner, question__in=questions).order_by("pk").select_for_update()
    found = {card.question_id: card for card in cards}
    for key, card in found.items():
        card.question = questions[key]
    return found


def _same(known: Review, new: NewReview) -> Review:
    """The review that is there already, when it says what the new one says."""
    said = {name: getattr(new, name) for name in SAID}
    if known.card.question_id != new.question.pk or any(
        value not in {None, getattr(known, name)} for name, value in said.items()
    ):
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
    rebuild([card])


def undo_until(review: Review) -> datetime:
    """Until when it can be taken back, by our clock."""
    return review.created_at + UNDO


def rebuild(cards: Sequence[Card]) -> None:
    """Make cards what their logs say. The caller holds their locks."""
    logs: dict[uuid.UUID, list[rules.Graded]] = {card.pk: [] for card in cards}
    lines = Review.objects.filter(card__in=cards, undone_at=None).order_by("reviewed_at", "id")
    for key, grade, at, longest in lines.values_list("card", "grade", "reviewed_at", "maximum_interval"):
        logs[key].append(rules.Graded(grade, at, longest))
    for card in cards:
        memory = rules.replay(logs[card.pk], story=card.is_story)
        for name, value in asdict(memory).items():
            setattr(card, name, value)
        card.due_at = memory.due_at or card.created_at
        card.updated_at = timezone.now()
    Card.objects.bulk_update(cards, [*(field.name for field in fields(rules.Memory)), "updated_at"])
