"""What a guest did in the browser becomes the person's own: once, as a whole or not at all."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.practice import memory_rules
from vivavoce.practice.grading_rules import mark
from vivavoce.practice.models import Attempt, AttemptState, Card, Review
from vivavoce.practice.services.reviews import remember, tracked
from vivavoce.questions.models import Question

LATER = ("created_at", "state", "committed_at")
"""What the database takes only after a draft was made: its time of creation is not ours to choose before."""


@transaction.atomic
def claim(
    owner: Person, attempts: Sequence[Mapping[str, Any]], reviews: Sequence[Mapping[str, Any]]
) -> dict[str, dict[str, int]]:
    """Write down what has not arrived before, and count both; ``question`` holds the version or question itself."""
    Person.objects.select_for_update().get(pk=owner.pk)  # of two claims at once, the second finds all of the first
    known = set(Attempt.objects.filter(owner=owner, pk__in=_ids(attempts)).values_list("pk", flat=True))
    new = [entry for entry in attempts if entry["id"] not in known]
    _keep(owner, new)
    recorded = set(Review.objects.filter(owner=owner, pk__in=_ids(reviews)).values_list("pk", flat=True))
    unrecorded = [entry for entry in reviews if entry["id"] not in recorded]
    _record(owner, unrecorded)
    return {
        "attempts": {"claimed": len(new), "known": len(attempts) - len(new)},
        "reviews": {"claimed": len(unrecorded), "known": len(reviews) - len(unrecorded)},
    }


def _ids(entries: Sequence[Mapping[str, Any]]) -> list[Any]:
    return [entry["id"] for entry in entries]


def _keep(owner: Person, entries: Sequence[Mapping[str, Any]]) -> None:
    drafts = [_draft(owner, entry) for entry in entries]
    Attempt.objects.bulk_create(drafts)
    for draft, entry in zip(drafts, entries, strict=True):
        draft.state, draft.committed_at = entry["state"], entry.get("committed_at")
        draft.created_at = entry.get("created_at") or draft.committed_at or timezone.now()
    Attempt.objects.bulk_update(drafts, LATER)


def _draft(owner: Person, entry: Mapping[str, Any]) -> Attempt:
    """As it was, but for its state; the wording is looked for here again."""
    version = entry["question"]
    fields = {name: value for name, value in entry.items() if name not in {"question", *LATER}}
    if entry["state"] != AttemptState.DRAFTING:
        marks = mark(version.key_points, version.red_flags, entry["body"])
        fields |= {"found": marks.found, "flags": marks.flags}
    return Attempt(owner=owner, question_version=version, **fields)


def _record(owner: Person, entries: Sequence[Mapping[str, Any]]) -> None:
    """Many reviews in few queries, to the same end as one by one (``record_review``): a test compares both."""
    cards = _cards(owner, {entry["question"].pk: entry["question"] for entry in entries})
    dates = list(tracked(owner).filter(starts_at__isnull=False).values_list("starts_at", flat=True))
    Review.objects.bulk_create(
        Review(
            id=entry["id"],
            owner=owner,
            card=cards[entry["question"].pk],
            attempt_id=entry.get("attempt"),
            grade=entry["grade"],
            suggested=entry.get("suggested"),
            seconds=entry["seconds"],
            reviewed_at=at,
            maximum_interval=memory_rules.longest_interval(at, next((date for date in dates if date > at), None)),
        )
        for entry in entries
        for at in [entry["reviewed_at"]]
    )
    _rebuild(list(cards.values()))


def _cards(owner: Person, questions: Mapping[UUID, Question]) -> dict[UUID, Card]:
    """The locked cards of the questions, made where they are missing."""
    now = timezone.now()
    Card.objects.bulk_create(
        [Card(owner=owner, question=question, due_at=now) for question in questions.values()], ignore_conflicts=True
    )
    rows = Card.objects.filter(owner=owner, question__in=questions).select_for_update()
    return {card.question_id: _with(card, questions[card.question_id]) for card in rows.order_by("pk")}


def _with(card: Card, question: Question) -> Card:
    card.question = question
    return card


def _rebuild(cards: Sequence[Card]) -> None:
    """Make every card what its log says."""
    lines: dict[UUID, list[memory_rules.Graded]] = {card.pk: [] for card in cards}
    log = Review.objects.filter(card__in=cards, undone_at=None).order_by("reviewed_at", "id")
    for review in log:
        lines[review.card_id].append(memory_rules.Graded(review.grade, review.reviewed_at, review.maximum_interval))
    for card in cards:
        remember(card, lines[card.pk])
        card.updated_at = timezone.now()
    remembered = [field.name for field in dataclasses.fields(memory_rules.Memory)]
    Card.objects.bulk_update(cards, [*remembered, "updated_at"])
