"""Everything that happens to an interview; each step is one transaction and one line of its history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.core.problems import Conflict, IllegalTransition
from vivavoce.interviews import rules
from vivavoce.interviews.models import AskedQuestion, Interview, InterviewEvent, Participant, Retrospective

Parts = Sequence[Mapping[str, Any]]


@transaction.atomic
def create(*, owner: Person, fields: Mapping[str, Any], participants: Parts) -> Interview:
    """Note an interview: scheduled when its time is known, else a draft."""
    interview = Interview(owner=owner, **fields)
    interview.state = "scheduled" if interview.starts_at else "draft"
    interview.save()
    _seat(interview, participants)
    _remember(interview, verb="create", before="", note="")
    return interview


@transaction.atomic
def change(interview: Interview, *, fields: Mapping[str, Any], participants: Parts | None) -> Interview:
    """Change what may change at any time; a list of participants replaces the one before."""
    for name, value in fields.items():
        setattr(interview, name, value)
    interview.save()
    if participants is not None:
        interview.participants.all().delete()
        _seat(interview, participants)
    return interview


@transaction.atomic
def reschedule(interview: Interview, *, starts_at: datetime, time_zone: str, minutes: int, reason: str) -> Interview:
    """Give it a time, the first or another. Calendars follow because the sequence grows and the UID stays."""
    interview = _locked(interview)
    state = _target(interview, "reschedule")
    before, interview.state = interview.state, state
    if interview.starts_at is not None:
        interview.sequence += 1
    interview.starts_at, interview.time_zone, interview.minutes = starts_at, time_zone, minutes
    interview.save()
    _remember(interview, verb="reschedule", before=before, note=reason)
    return interview


@transaction.atomic
def cancel(interview: Interview, *, reason: str) -> Interview:
    """Call it off, saying why."""
    interview = _locked(interview)
    state = _target(interview, "cancel")
    before, interview.state = interview.state, state
    interview.cancel_reason = reason
    interview.sequence += 1
    interview.save()
    _remember(interview, verb="cancel", before=before, note=reason)
    return interview


@transaction.atomic
def complete(interview: Interview) -> Interview:
    """It took place; only possible once its planned end has passed."""
    interview = _locked(interview)
    state = _target(interview, "complete")
    if not rules.is_over(interview.starts_at, interview.minutes, timezone.now()):
        raise _too_early(interview, "complete", "It can be completed after its planned end.")
    before, interview.state = interview.state, state
    interview.save()
    _remember(interview, verb="complete", before=before, note="")
    return interview


@transaction.atomic
def no_show(interview: Interview, *, by: str, note: str) -> Interview:
    """Somebody did not come; only possible once it should have begun."""
    interview = _locked(interview)
    state = _target(interview, "no-show")
    if not rules.has_begun(interview.starts_at, timezone.now()):
        raise _too_early(interview, "no-show", "Nobody is missing before it should have begun.")
    before, interview.state = interview.state, state
    interview.no_show_by = by
    interview.save()
    _remember(interview, verb="no-show", before=before, note=note)
    return interview


@transaction.atomic
def note_down(interview: Interview, *, fields: Mapping[str, Any], asked: Parts | None) -> Retrospective:
    """Begin the retrospective of an interview or change it; a list of questions replaces the one before."""
    interview = _locked(interview)
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


def _locked(interview: Interview) -> Interview:
    """The row as it is now, held until the transaction ends, so that two steps cannot both be the first."""
    return Interview.objects.select_for_update(of=("self",)).select_related("application__opening").get(pk=interview.pk)


def _target(interview: Interview, verb: str) -> str:
    state = rules.target(interview.purpose, interview.state, verb)
    if state is None:
        raise IllegalTransition(
            detail=f"An interview that is {rules.STATES[interview.state].lower()} cannot take the step {verb}.",
            allowed=interview.allowed_transitions,
        )
    return state


def _too_early(interview: Interview, verb: str, why: str) -> IllegalTransition:
    return IllegalTransition(detail=why, allowed=[other for other in interview.allowed_transitions if other != verb])


def _seat(interview: Interview, participants: Parts) -> None:
    Participant.objects.bulk_create(
        Participant(interview=interview, position=position, **item)
        for position, item in enumerate(participants, start=1)
    )


def _remember(interview: Interview, *, verb: str, before: str, note: str) -> None:
    InterviewEvent.objects.create(
        interview=interview,
        at=timezone.now(),
        verb=verb,
        from_state=before,
        to_state=interview.state,
        starts_at=interview.starts_at,
        note=note,
    )
