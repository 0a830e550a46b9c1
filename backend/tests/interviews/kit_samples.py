"""Kits for tests, made without files."""

from __future__ import annotations

from typing import Any

from tests.questions import samples
from vivavoce.interviews.models import Kit, KitItem
from vivavoce.rubrics.models import Criterion, Rubric

SCRIPT = "Thank you for coming. We have an hour."


def a_rubric(slug: str = "django-mid") -> Rubric:
    found = Rubric.objects.filter(slug=slug).first()
    if found:
        return found
    rubric = Rubric.objects.create(
        slug=slug,
        version=1,
        status="published",
        is_current=True,
        pack=samples.pack(),
        title="Django, mid",
        summary="What a mid-level conversation judges.",
        role=samples.role(),
        level="mid",
    )
    quality = samples.quality("modelling")
    Criterion.objects.create(rubric=rubric, quality=quality, position=1, weight=1, target=3, anchors=samples.ANCHORS)
    return rubric


def a_kit(slug: str = "talk-60", **fields: Any) -> Kit:
    """An hour with as many questions as ``asks`` says, in version 1."""
    asks = fields.pop("asks", [])
    focus = fields.pop("focus", [samples.quality("modelling")])
    kit = Kit.objects.create(
        slug=slug,
        **{
            "version": 1,
            "status": "published",
            "is_current": True,
            "pack": samples.pack(),
            "title": "Talk",
            "summary": "A plan of sixty minutes.",
            "purpose": "hiring",
            "role": samples.role(),
            "level": "mid",
            "rubric": a_rubric(),
            "minutes": 60,
            "opening_minutes": 5,
            "opening_script": SCRIPT,
            "closing_minutes": 10,
            "closing_script": "What would you like to ask me?",
            **fields,
        },
    )
    kit.focus.set(focus)
    KitItem.objects.bulk_create(
        KitItem(
            kit=kit,
            question_version=question.current,
            position=position,
            minutes=10,
            required=position == 1,
            probes=["And then?"],
        )
        for position, question in enumerate(asks, start=1)
    )
    return kit
