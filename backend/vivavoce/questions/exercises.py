"""Writes exercises, and hangs each on its question."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from vivavoce.packs.exercises import archive
from vivavoce.packs.models import Pack
from vivavoce.packs.registry import Batch
from vivavoce.questions.models import Exercise, Question


def load_exercises(batch: Batch) -> None:
    """Make the downloads."""
    for entry in batch.entries:
        slug = entry.data["slug"]
        made = {"pack": batch.pack, "archive": archive(entry, batch.folder)}
        exercise, _ = Exercise.objects.update_or_create(slug=slug, defaults=made)
        Question.objects.filter(exercise=exercise).exclude(slug=slug).update(exercise=None, updated_at=timezone.now())
        Question.objects.filter(slug=slug, pack=batch.pack).update(exercise=exercise, updated_at=timezone.now())


def retire_exercises(pack: Pack, slugs: Sequence[str]) -> None:
    """Nothing but its question refers to an exercise, so it goes."""
    now = timezone.now()
    Question.objects.filter(exercise__pack=pack, exercise__slug__in=slugs).update(exercise=None, updated_at=now)
    Exercise.objects.filter(pack=pack, slug__in=slugs).delete()
