"""What every step of an interview's life does: hold its row, look whether it is legal, add to the history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.utils import timezone

from vivavoce.core.problems import IllegalTransition
from vivavoce.interviews import rules
from vivavoce.interviews.models import CardState, Interview, InterviewEvent, Participant

Parts = Sequence[Mapping[str, Any]]


def locked(interview: Interview) -> Interview:
    """The row as it is now, held until the transaction ends, so that two steps cannot both be the first."""
    return (
        Interview.objects.select_for_update(of=("self",))
        .select_related("application__opening", "kit")
        .get(pk=interview.pk)
    )


def target(interview: Interview, verb: str) -> str:
    """Where the step leads; a problem that lists the legal ones when it leads nowhere."""
    state = rules.target(interview.purpose, interview.state, verb)
    if state is None:
        raise IllegalTransition(
            detail=f"An interview that is {rules.STATES[interview.state].lower()} cannot take the step {verb}.",
            allowed=interview.allowed_transitions,
        )
    return state


@contextmanager
def taken(interview: Interview, verb: str, *, note: str = "") -> Iterator[Interview]:
    """One step: the row, locked, for the caller to change while it is still in its old state; then its history."""
    interview = locked(interview)
    before, state = interview.state, target(interview, verb)
    yield interview
    interview.state = state
    interview.save()
    remember(interview, verb=verb, before=before, note=note)


def too_early(interview: Interview, verb: str, why: str) -> IllegalTransition:
    """The problem of a step that only time makes possible."""
    return IllegalTransition(detail=why, allowed=[other for other in interview.allowed_transitions if other != verb])


def seat(interview: Interview, participants: Parts) -> None:
    """Put people at the table, in this order."""
    Participant.objects.bulk_create(
        Participant(interview=interview, position=position, **item)
        for position, item in enumerate(participants, start=1)
    )


def remember(interview: Interview, *, verb: str, before: str, note: str) -> None:
    """Add a line to the history."""
    InterviewEvent.objects.create(
        interview=interview,
        at=timezone.now(),
        verb=verb,
        from_state=before,
        to_state=interview.state,
        starts_at=interview.starts_at,
        note=note,
    )


def complete_if_all_in(interview: Interview) -> Interview:
    """Complete a locked interview by itself, once it is finished and no scorecard is expected any more."""
    state = rules.target(interview.purpose, interview.state, "all-in")
    if state is None or interview.participants.filter(card_state=CardState.EXPECTED).exists():
        return interview
    before, interview.state = interview.state, state
    interview.save()
    remember(interview, verb="complete", before=before, note="")
    return interview
