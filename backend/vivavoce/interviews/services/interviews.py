"""Everything that happens to an interview; each step is one transaction and one line of its history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.core.problems import IllegalTransition
from vivavoce.interviews import rules
from vivavoce.interviews.models import Interview
from vivavoce.interviews.services import seats, steps
from vivavoce.interviews.services.steps import Parts


@transaction.atomic
def create(*, owner: Person, fields: Mapping[str, Any], participants: Parts) -> Interview:
    """Note an interview: scheduled when its time is known, else a draft."""
    interview = Interview(owner=owner, **fields)
    interview.state = "scheduled" if interview.starts_at else "draft"
    interview.save()
    steps.seat(interview, participants)
    steps.remember(interview, verb="create", before="", note="")
    return interview


@transaction.atomic
def change(interview: Interview, *, fields: Mapping[str, Any], participants: Parts | None) -> Interview:
    """Change what may change at any time; a list of participants replaces the one before."""
    for name, value in fields.items():
        setattr(interview, name, value)
    interview.save()
    if participants is not None and interview.purpose == "tracked":
        interview.participants.all().delete()
        steps.seat(interview, participants)
    elif participants is not None:
        seats.seat_again(interview, participants)
    return interview


@transaction.atomic
def reschedule(interview: Interview, *, starts_at: datetime, time_zone: str, minutes: int, reason: str) -> Interview:
    """Give it a time, the first or another. Calendars follow because the sequence grows and the UID stays."""
    with steps.taken(interview, "reschedule", note=reason) as row:
        if row.starts_at is not None:
            row.sequence += 1
        row.starts_at, row.time_zone, row.minutes = starts_at, time_zone, minutes
    return row


@transaction.atomic
def cancel(interview: Interview, *, reason: str) -> Interview:
    """Call it off, saying why; not once somebody rated it, since that would open their card to who still owes one."""
    with steps.taken(interview, "cancel", note=reason) as row:
        if "cancel" not in row.allowed_transitions:
            why = "A scorecard of it is in: finish it. Who cannot rate declines."
            raise IllegalTransition(why, allowed=row.allowed_transitions)
        row.cancel_reason = reason
        row.sequence += 1
    return row


@transaction.atomic
def complete(interview: Interview) -> Interview:
    """It took place; only possible once its planned end has passed."""
    with steps.taken(interview, "complete") as row:
        if not rules.is_over(row.starts_at, row.minutes, timezone.now()):
            raise steps.too_early(row, "complete", "It can be completed after its planned end.")
    return row


@transaction.atomic
def no_show(interview: Interview, *, by: str, note: str) -> Interview:
    """Somebody did not come; only possible once it should have begun."""
    with steps.taken(interview, "no-show", note=note) as row:
        if not rules.has_begun(row.starts_at, timezone.now()):
            raise steps.too_early(row, "no-show", "Nobody is missing before it should have begun.")
        row.no_show_by = by
    return row
