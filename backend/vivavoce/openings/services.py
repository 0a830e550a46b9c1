"""What happens to an application; a stage and its line of history are written together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.core.problems import IllegalTransition
from vivavoce.openings import rules
from vivavoce.openings.models import Application, StageChange


@transaction.atomic
def apply(*, owner: Person, fields: Mapping[str, Any], at: datetime | None = None) -> Application:
    """Begin an application at any stage, since people write down what has gone on for weeks."""
    application = Application.objects.create(owner=owner, **fields)
    StageChange.objects.create(
        application=application,
        to_stage=application.stage,
        label=application.stage_label,
        at=at or timezone.now(),
    )
    return application


@transaction.atomic
def move(application: Application, *, stage: str, label: str, at: datetime | None, note: str) -> Application:
    """Go to another stage; ``at`` says when that happened, which may be days ago."""
    application = Application.objects.select_for_update(of=("self",)).select_related("opening").get(pk=application.pk)
    if stage == application.stage and label == application.stage_label:
        raise IllegalTransition(
            detail=f"The application is at {rules.STAGES[stage].lower()} already.",
            allowed=rules.allowed_moves(application.stage),
        )
    StageChange.objects.create(
        application=application,
        from_stage=application.stage,
        to_stage=stage,
        label=label,
        at=at or timezone.now(),
        note=note,
    )
    application.stage, application.stage_label = stage, label
    application.save()
    return application
