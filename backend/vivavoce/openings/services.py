"""What happens to an application; a stage and its line of history are written together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.core.problems import Conflict, Forbidden, IllegalTransition
from vivavoce.openings import rules
from vivavoce.openings.models import Application, PanelMember, PanelRole, Side, StageChange
from vivavoce.questions.visibility import sight_of


@transaction.atomic
def apply(*, owner: Person, fields: Mapping[str, Any], at: datetime | None = None) -> Application:
    """Begin an application at any stage, since people write down what has gone on for weeks.

    On the hiring side it is an interviewer's to begin, and without a panel whoever begins it leads.
    """
    fields = dict(fields)
    panel = fields.pop("panel", None)
    hires = fields.get("side") == Side.HIRING
    if hires and not sight_of(owner).hiring:
        raise Forbidden("Only interviewers may begin an application on the hiring side.")
    application = Application.objects.create(owner=owner, **fields)
    if hires:
        seat(application, panel or [{"person": owner, "role": PanelRole.LEAD}])
    StageChange.objects.create(
        application=application,
        to_stage=application.stage,
        label=application.stage_label,
        at=at or timezone.now(),
    )
    return application


@transaction.atomic
def change(application: Application, *, fields: Mapping[str, Any]) -> Application:
    """Change what has no step of its own; a panel replaces the one before."""
    fields = dict(fields)
    _refuse_once_started(application, fields)
    panel = fields.pop("panel", None)
    for name, value in fields.items():
        setattr(application, name, value)
    application.save()
    if panel is not None:
        seat(application, panel)
    return application


def _refuse_once_started(application: Application, fields: Mapping[str, Any]) -> None:
    """Who may read scorecards, and whose frozen kits count, is settled before anybody rates."""
    settled = ((name, getattr(application, name)) for name in rules.SETTLED if name in fields)
    changed = [name for name, value in settled if value not in {None, fields[name]}]
    if changed and application.interviews.filter(started_at__isnull=False).exists():
        raise Conflict(f"An interview of it has started: {' and '.join(changed)} stay as they are.")


def seat(application: Application, panel: Sequence[Mapping[str, Any]]) -> None:
    """Let exactly these people sit on the panel; who stays keeps their row."""
    application.panel.exclude(person__in=[member["person"] for member in panel]).delete()
    PanelMember.objects.bulk_create(
        [PanelMember(application=application, **member) for member in panel],
        update_conflicts=True,
        unique_fields=["application", "person"],
        update_fields=["role", "updated_at"],
    )


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
