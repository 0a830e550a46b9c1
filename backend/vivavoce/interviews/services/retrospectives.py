"""What a candidate notes after an interview."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from vivavoce.core.problems import Conflict
from vivavoce.interviews import rules
from vivavoce.interviews.models import AskedQuestion, Interview, Retrospective
from vivavoce.interviews.services import steps
from vivavoce.interviews.services.steps import Parts


@transaction.atomic
def note_down(interview: Interview, *, fields: Mapping[str, Any], asked: Parts | None) -> Retrospective:
    """Begin the retrospective of an interview or change it; a list of questions replaces the one before."""
    interview = steps.locked(interview)
    if not rules.may_be_remembered(interview.state, interview.starts_at, timezone.now()):
        raise Conflict("There is nothing to look back on: it has not begun, or did not take place.")
    retrospective = Retrospective.objects.filter(interview=interview).first() or Retrospective(interview=interview)
    for name, value in fields.items():
        setattr(retrospective, name, value)
    retrospective.save()
    if asked is not None:
        retrospective.asked.all().delete()
        AskedQuestion.objects.bulk_create(
            AskedQuestion(retrospective=retrospective, position=position, **item)
            for position, item in enumerate(asked, start=1)
        )
    return retrospective
