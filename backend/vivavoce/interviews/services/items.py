"""What becomes of the questions of an interview that is held here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from vivavoce.core.problems import Conflict
from vivavoce.interviews import rules
from vivavoce.interviews.models import Asked, Interview, InterviewItem
from vivavoce.interviews.scorecard_rules import WRITABLE
from vivavoce.interviews.services import steps
from vivavoce.questions.models import QuestionVersion


@transaction.atomic
def note(item: InterviewItem, *, fields: Mapping[str, Any]) -> InterviewItem:
    """Say whether it was asked, when, for how long and in which words; asked without a time means now."""
    _refuse_unless_open(item.interview)
    for name, value in fields.items():
        setattr(item, name, value)
    if item.asked in (Asked.YES, Asked.REWORDED) and item.asked_at is None:
        item.asked_at = timezone.now()
    item.save()
    return item


@transaction.atomic
def add(interview: Interview, *, version: QuestionVersion) -> InterviewItem:
    """Ask something that the kit does not plan; it comes last and counts as a deviation."""
    interview = steps.locked(interview)
    _refuse_unless_open(interview)
    if interview.items.filter(question_version__question=version.question_id).exists():
        raise Conflict("This interview has this question already.")
    last = interview.items.aggregate(last=Max("position"))["last"] or 0
    return InterviewItem.objects.create(interview=interview, question_version=version, position=last + 1)


def _refuse_unless_open(interview: Interview) -> None:
    if interview.state not in WRITABLE:
        allowed = [name for state, name in rules.STATES.items() if state in WRITABLE]
        raise Conflict(f"What was asked is noted while an interview is {' or '.join(allowed).lower()}.")
