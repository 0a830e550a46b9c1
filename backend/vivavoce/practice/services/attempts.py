"""What happens to an attempt: begun, written, committed, revealed, graded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.core.problems import Conflict, IllegalTransition
from vivavoce.practice import rules
from vivavoce.practice.grading_rules import mark
from vivavoce.practice.models import Attempt, AttemptState
from vivavoce.practice.problems import CommittedText
from vivavoce.questions.models import QuestionVersion

NOT_AN_ID = "This id cannot be used."
"""Said of what is no id."""


@transaction.atomic
def begin(
    *, owner: Person, version: QuestionVersion, key: UUID | None = None, fields: Mapping[str, Any]
) -> tuple[Attempt, bool]:
    """Begin a try, and say whether it is new: with the id of one's own attempt at the question, it is that one."""
    known = Attempt.objects.filter(owner=owner, key=key).select_related("question_version").first() if key else None
    if known is None:
        return Attempt.objects.create(owner=owner, question_version=version, key=key, **fields), True
    if known.question_version.question_id != version.question_id:
        raise Conflict("Your attempt with this id is at another question.")
    return known, False


def write(attempt: Attempt, fields: Mapping[str, Any]) -> Attempt:
    """Change the answer while it is a draft, and what the person makes of it afterwards."""
    changed = {name: value for name, value in fields.items() if getattr(attempt, name) != value}
    drafting = attempt.state == AttemptState.DRAFTING
    if not drafting and rules.ANSWER & changed.keys():
        raise CommittedText("This answer is committed. To answer again, make a new attempt.")
    if drafting and changed.keys() - rules.ANSWER:
        raise CommittedText("Commit the answer first: what you make of it follows.", allowed_transitions=["commit"])
    return _save(attempt, changed)


def commit(attempt: Attempt) -> Attempt:
    """Close the answer, and look for the wording of its key points and red flags."""
    _check(attempt, "commit")
    version = attempt.question_version
    marks = mark(version.key_points, version.red_flags, attempt.body)
    return _step(attempt, AttemptState.COMMITTED, found=marks.found, flags=marks.flags, committed_at=timezone.now())


def reveal(attempt: Attempt) -> Attempt:
    """Show the example answers."""
    _check(attempt, "reveal")
    return _step(attempt, AttemptState.REVEALED, revealed_at=timezone.now())


def grade(attempt: Attempt, *, scores: Mapping[str, Any]) -> Attempt:
    """Close the attempt with one's own scores."""
    _check(attempt, "grade")
    return _step(attempt, AttemptState.GRADED, graded_at=timezone.now(), **scores)


def _check(attempt: Attempt, step: str) -> None:
    allowed = rules.STEPS[attempt.state]
    if step not in allowed:
        raise IllegalTransition(f"This attempt is {attempt.state}.", allowed=allowed)


def _step(attempt: Attempt, state: AttemptState, **fields: Any) -> Attempt:
    return _save(attempt, {"state": state, **fields})


def _save(attempt: Attempt, fields: Mapping[str, Any]) -> Attempt:
    for name, value in fields.items():
        setattr(attempt, name, value)
    if fields:
        attempt.save(update_fields=[*fields, "updated_at"])
    return attempt
