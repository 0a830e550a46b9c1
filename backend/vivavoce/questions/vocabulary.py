"""Loads what questions refer to: categories, topics, qualities, roles and steps, in bulk and by slug."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from django.utils import timezone

from vivavoce.packs.entries import Entry
from vivavoce.packs.models import Pack, PackEntry
from vivavoce.packs.registry import Batch
from vivavoce.questions.models import Category, Quality, Question, Role, Step, StepQuestion, Topic
from vivavoce.questions.models.vocabulary import Term
from vivavoce.questions.rendering import to_html

T = TypeVar("T", bound=Term)


def load_categories(batch: Batch) -> None:
    """From ``categories.yaml``."""
    upsert(batch, Category, lambda data: {k: data[k] for k in ("name", "position", "summary", "what_to_expect")})


def load_topics(batch: Batch) -> None:
    """From ``topics.yaml``."""
    upsert(batch, Topic, lambda data: {"name": data["name"]})


def load_qualities(batch: Batch) -> None:
    """From ``qualities/*.yaml``; the four anchors become a list in the order of the scores."""

    def members(data: dict[str, Any]) -> dict[str, Any]:
        anchors = [{"score": int(score), **anchor} for score, anchor in sorted(data["anchors"].items())]
        return {**{k: data[k] for k in ("name", "position", "summary", "signals")}, "anchors": anchors}

    upsert(batch, Quality, members)


def load_roles(batch: Batch) -> None:
    """From ``roles/*.yaml``; every keyword has all its members."""

    def members(data: dict[str, Any]) -> dict[str, Any]:
        blank: dict[str, Any] = {"aliases": [], "topic": None, "quality": None, "note": ""}
        return {
            **{k: data[k] for k in ("title", "summary", "work", "ladder")},
            "summary_html": to_html(data["summary"]),
            "titles": data.get("titles", []),
            "keywords": [{**blank, **keyword} for keyword in data["keywords"]],
        }

    upsert(batch, Role, members)


def load_steps(batch: Batch) -> None:
    """From ``steps/*.md``, with the questions that a step works through."""

    def members(data: dict[str, Any]) -> dict[str, Any]:
        todo = data["body"]["What to do"]
        return {
            **{k: data[k] for k in ("title", "position", "why", "minutes")},
            "what_to_do": todo,
            "what_to_do_html": to_html(todo),
            "reading": data.get("reading", []),
        }

    steps = {step.slug: step for step in upsert(batch, Step, members)}
    wanted = {slug for entry in batch.entries for slug in entry.data.get("questions", [])}
    questions = dict(Question.objects.filter(slug__in=wanted).values_list("slug", "pk"))
    StepQuestion.objects.filter(step__in=steps.values()).delete()
    StepQuestion.objects.bulk_create(
        StepQuestion(step=steps[entry.data["slug"]], question_id=questions[slug], position=position)
        for entry in batch.entries
        if entry.data["slug"] in steps
        for position, slug in enumerate(entry.data.get("questions", []), 1)
    )


def upsert(batch: Batch, model: type[T], members: Callable[[dict[str, Any]], dict[str, Any]]) -> list[T]:
    """Write the entries in one statement; a term that another pack defined first keeps that pack's text."""
    taken = set(model._default_manager.exclude(pack=batch.pack).filter(retired=False).values_list("slug", flat=True))
    rows = [_row(batch.pack, model, entry, members) for entry in batch.entries if entry.data["slug"] not in taken]
    if not rows:
        return []
    written = [field.name for field in model._meta.concrete_fields if field.name not in {"id", "slug", "created_at"}]
    model._default_manager.bulk_create(rows, update_conflicts=True, unique_fields=["slug"], update_fields=written)
    return list(model._default_manager.filter(slug__in=[row.slug for row in rows]))


def _row(pack: Pack, model: type[T], entry: Entry, members: Callable[[dict[str, Any]], dict[str, Any]]) -> T:
    return model(slug=entry.data["slug"], pack=pack, retired=False, **members(entry.data))


def retire(kind: str, model: type[Term], pack: Pack, slugs: Sequence[str]) -> None:
    """Mark terms whose entry is gone, unless another pack holds them too."""
    held = PackEntry.objects.filter(kind=kind, identity__in=slugs, retired=False).exclude(pack=pack)
    gone = set(slugs) - set(held.values_list("identity", flat=True))
    model._default_manager.filter(pack=pack, slug__in=gone).update(retired=True, updated_at=timezone.now())


def retire_steps(pack: Pack, slugs: Sequence[str]) -> None:
    """Nothing refers to a step, so it goes."""
    Step.objects.filter(pack=pack, slug__in=slugs).delete()


def ids_by_slug(model: type[Term], slugs: Iterable[str]) -> dict[str, Any]:
    """The keys of terms, one query."""
    return dict(model._default_manager.filter(slug__in=set(slugs)).values_list("slug", "pk"))
