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
    interview = steps.locked(interview)
    state = steps.target(interview, "reschedule")
    before, interview.state = interview.state, state
    if interview.starts_at is not None:
        interview.sequence += 1
    interview.starts_at, interview.time_zone, interview.minutes = starts_at, time_zone, minutes
    interview.save()
    steps.remember(interview, verb="reschedule", before=before, note=reason)
    return interview


@transaction.atomic
def cancel(interview: Interview, *, reason: str) -> Interview:
    """Call it off, saying why; not once somebody rated it, since that would open their card to who still owes one."""
    interview = steps.locked(interview)
    state = steps.target(interview, "cancel")
    if "cancel" not in interview.allowed_transitions:
        why = "A scorecard of it is in: finish it. Who cannot rate declines."
        raise IllegalTransition(why, allowed=interview.allowed_transitions)
    before, interview.state = interview.state, state
    interview.cancel_reason = reason
    interview.sequence += 1
    interview.save()
    steps.remember(interview, verb="cancel", before=before, note=reason)
    return interview


@transaction.atomic
def complete(interview: Interview) -> Interview:
    """It took place; only possible once its planned end has passed."""
    interview = steps.locked(interview)
    state = steps.target(interview, "complete")
    if not rules.is_over(interview.starts_at, interview.minutes, timezone.now()):
        raise steps.too_early(interview, "complete", "It can be completed after its planned end.")
    before, interview.state = interview.state, state
    interview.save()
    steps.remember(interview, verb="complete", before=before, note="")
    return interview


@transaction.atomic
def no_show(interview: Interview, *, by: str, note: str) -> Interview:
    """Somebody did not come; only possible once it should have begun."""
    interview = steps.locked(interview)
    state = steps.target(interview, "no-show")
    if not rules.has_begun(interview.starts_at, timezone.now()):
        raise steps.too_early(interview, "no-show", "Nobody is missing before it should have begun.")
    before, interview.state = interview.state, state
    interview.no_show_by = by
    interview.save()
    steps.remember(interview, verb="no-show", before=before, note=note)
    return interview
