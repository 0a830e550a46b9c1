"""A scorecard's life: begun, written, submitted, revised, or declined.

Each function needs a transaction in which the database knows the card's interviewer: the views of scorecards run in
one, others use ``blindness.acting_as``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.core.problems import Conflict, Forbidden, IllegalTransition, InvalidBody, Problem, fault
from vivavoce.interviews import blindness, scorecard_rules
from vivavoce.interviews.models import Asked, CardState, Interview, Participant, Scorecard, ScorecardRevision
from vivavoce.interviews.services import scorecard_contents as contents
from vivavoce.interviews.services import steps


class ScorecardIncomplete(Problem, status=400, title="The scorecard is not complete"):
    """Something is missing that the debrief needs. The scorecard is still a draft.

    Each of ``errors`` points at what is missing: score each criterion or say why not, show each score by more than an
    impression, and recommend.
    """

    example = {
        "errors": [fault("required", "Say what you recommend; no_decision is an answer.", pointer="/recommendation")]
    }


def open_card(seat: Participant) -> Scorecard:
    """The card of somebody assigned, made empty when there is none; whoever starts an interview gets theirs so."""
    defaults = {"interview": seat.interview, "interviewer_id": seat.person_id, "rubric": _rubric(seat.interview)}
    with blindness.acting_as(seat.person):
        made, _ = Scorecard.objects.get_or_create(participant=seat, defaults=defaults)
    return made


def begin(interview: Interview, *, interviewer: Person, fields: Mapping[str, Any]) -> Scorecard:
    """Begin one's card: only the assigned, one each, and not before the interview has started."""
    interview = steps.locked(interview)
    assigned = interview.participants.filter(person=interviewer).exclude(card_state=CardState.NONE)
    seat = assigned.first()
    if seat is None:
        raise Forbidden("Only those who are assigned as interviewers have a scorecard of this interview.")
    there = Scorecard.objects.filter(interview=interview, interviewer=interviewer).first()
    if there is not None:
        url = reverse("scorecard-detail", args=[there.pk])
        raise Conflict("You have a scorecard of this interview: change it with PATCH.", scorecard=url)
    if interview.state not in scorecard_rules.WRITABLE:
        raise Conflict(f"An interview that is {_state_of(interview)} takes no scorecards: they begin when it starts.")
    card = Scorecard(participant=seat, interview=interview, interviewer=interviewer, rubric=_rubric(interview))
    contents.write(card, fields)
    return card


def change(card: Scorecard, *, fields: Mapping[str, Any]) -> Scorecard:
    """Change a draft; anything may be missing."""
    interview = steps.locked(card.interview)
    state = card_state(card)
    if state != "draft" or interview.state not in scorecard_rules.WRITABLE:
        told = "change it with revise/" if state == "submitted" else "it stays as it is"
        allowed = scorecard_rules.allowed(state, interview.state)
        raise IllegalTransition(f"This scorecard is {state}: {told}.", allowed=allowed)
    contents.write(card, fields)
    return card


def submit(card: Scorecard) -> Scorecard:
    """Submit it: from now on it changes by revisions only, and colleagues may read it as the policy says."""
    interview = _step(card, "submit")
    _refuse_incomplete(card)
    card.submitted_at = timezone.now()
    _keep(card, reason="", after_seeing_others=card.participant.informed)
    _settle(card, interview, CardState.SUBMITTED)
    return card


def revise(card: Scorecard, *, reason: str, fields: Mapping[str, Any]) -> Scorecard:
    """Submit a changed card; once a colleague's was visible this needs a reason, and is flagged."""
    _step(card, "revise")
    seen = blindness.others_are_visible(card.interview, card.interviewer)
    if seen and not reason:
        detail = "You could read a colleague's scorecard: say why you change yours."
        raise InvalidBody(errors=[fault("required", detail, pointer="/reason")])
    contents.write(card, fields)
    _refuse_incomplete(card)
    _keep(card, reason=reason, after_seeing_others=seen)
    return card


def decline(card: Scorecard, *, reason: str) -> Scorecard:
    """Say that one will not rate; nobody waits for the card any more, and it cannot be taken up again."""
    interview = _step(card, "decline")
    card.decline_reason = reason
    card.save()
    _settle(card, interview, CardState.DECLINED)
    return card


def card_state(card: Scorecard) -> str:
    """draft, submitted or declined; what the participant's row says at this moment."""
    state = Participant.objects.values_list("card_state", flat=True).get(pk=card.participant_id)
    return "draft" if state == CardState.EXPECTED else str(state)


def _rubric(interview: Interview) -> Any:
    assert interview.kit is not None  # noqa: S101 - a constraint: whoever is assigned sits in an interview with a kit
    return interview.kit.rubric


def _state_of(interview: Interview) -> str:
    return interview.get_state_display().lower()


def _step(card: Scorecard, verb: str) -> Interview:
    """The interview, locked, when the step is possible now."""
    interview = steps.locked(card.interview)
    state = card_state(card)
    allowed = scorecard_rules.allowed(state, interview.state)
    if verb not in allowed:
        detail = f"A scorecard that is {state}, of an interview that is {_state_of(interview)}, has no step {verb}."
        raise IllegalTransition(detail, allowed=allowed)
    return interview


def _refuse_incomplete(card: Scorecard) -> None:
    card.refresh_from_db()  # without what was read before its parts were written
    if missing := contents.lacks(card, card.rubric.criteria.select_related("quality")):
        raise ScorecardIncomplete(errors=[fault(one.code, one.detail, pointer=one.pointer) for one in missing])


def _keep(card: Scorecard, *, reason: str, after_seeing_others: bool) -> None:
    card.revision += 1
    card.save()
    ScorecardRevision.objects.create(
        scorecard=card,
        number=card.revision,
        reason=reason,
        after_seeing_others=after_seeing_others,
        content=contents.as_submitted(card),
    )


def _settle(card: Scorecard, interview: Interview, state: CardState) -> None:
    """Say at the table how far the card is; the last one completes the interview."""
    seat = card.participant
    seat.card_state = state
    seat.save(update_fields=["card_state", "updated_at"])
    settle(interview)


def settle(interview: Interview) -> Interview:
    """Complete a locked interview that nobody is waited for in; a mock then says what should be practised again.

    Not earlier: what a rater ticked would show on the items before others may know of it.
    """
    before = interview.state
    interview = steps.complete_if_all_in(interview)
    if interview.purpose == "mock" and interview.state == "complete" != before:
        _keep_lapses(interview)
    return interview


def _keep_lapses(mock: Interview) -> None:
    """Mark the asked questions of which a rater who kept ticks did not hear a crucial point."""
    heard: dict[str, set[str]] = {}
    for seat in mock.participants.filter(card_state=CardState.SUBMITTED).select_related("person"):
        with blindness.acting_as(seat.person):
            for mark in Scorecard.objects.get(participant=seat).marks:
                heard.setdefault(mark["item"], set()).update(mark["heard"])
    if not any(heard.values()):
        return  # nobody ticked: nothing is known of what was said
    asked = mock.items.filter(asked__in=(Asked.YES, Asked.REWORDED)).select_related("question_version")
    lapsed = [
        item.pk
        for item in asked
        if scorecard_rules.lapsed(
            [str(point["id"]) for point in item.question_version.key_points if point["crucial"]],
            heard.get(str(item.pk), ()),
        )
    ]
    mock.items.filter(pk__in=lapsed).update(lapsed=True)
