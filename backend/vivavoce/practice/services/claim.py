"""What a guest did in the browser becomes the person's own: once, as a whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.practice.grading_rules import mark
from vivavoce.practice.models import Attempt, AttemptState, Review
from vivavoce.practice.services.reviews import NewReview, write_down

LATER = ("created_at", "state", "committed_at")
"""What the database takes only after a draft was made: its time of creation is not ours to choose before."""


@transaction.atomic
def claim(
    owner: Person, attempts: Sequence[Mapping[str, Any]], reviews: Sequence[Mapping[str, Any]]
) -> dict[str, dict[str, int]]:
    """Write down what has not arrived before, and count both; ``question`` holds the version or question itself."""
    Person.objects.select_for_update().get(pk=owner.pk)  # of two claims at once, the second finds all of the first
    known = set(Attempt.objects.filter(owner=owner, key__in=_ids(attempts)).values_list("key", flat=True))
    new = [entry for entry in attempts if entry["id"] not in known]
    _keep(owner, new)
    recorded = set(Review.objects.filter(owner=owner, key__in=_ids(reviews)).values_list("key", flat=True))
    unrecorded = [entry for entry in reviews if entry["id"] not in recorded]
    asked = {entry["attempt"] for entry in unrecorded if entry.get("attempt")}
    answers = dict(Attempt.objects.filter(owner=owner, key__in=asked).values_list("key", "pk"))
    write_down(owner, [_review(entry, answers) for entry in unrecorded])
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
    fields = {name: value for name, value in entry.items() if name not in {"id", "question", *LATER}}
    if entry["state"] != AttemptState.DRAFTING:
        marks = mark(version.key_points, version.red_flags, entry["body"])
        fields |= {"found": marks.found, "flags": marks.flags}
    return Attempt(owner=owner, key=entry["id"], question_version=version, **fields)


def _review(entry: Mapping[str, Any], answers: Mapping[UUID, UUID]) -> NewReview:
    attempt = answers[entry["attempt"]] if entry.get("attempt") else None
    return NewReview(attempt_id=attempt, **{key: entry[key] for key in entry if key != "attempt"})
