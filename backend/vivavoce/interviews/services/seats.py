"""Who sits at the table of an interview that is held here, and who owes a scorecard of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import F

from vivavoce.core.problems import Conflict
from vivavoce.interviews import blindness, rules
from vivavoce.interviews.models import CardState, Interview, Participant
from vivavoce.interviews.services import steps
from vivavoce.interviews.services.steps import Parts

ROOM = 100
"""More than any table seats: old positions move out of the way of the new ones."""


def card_state(item: Mapping[str, Any]) -> str:
    """A scorecard is expected of whoever assesses and has an account."""
    return CardState.EXPECTED if item.get("person") and item["role"] in rules.ASSESSING else CardState.NONE


def seat_first(interview: Interview, participants: Parts) -> None:
    """Seat people at a new table."""
    steps.seat(interview, [{**item, **_asked_to_rate(interview, item)} for item in participants])


def _asked_to_rate(interview: Interview, item: Mapping[str, Any]) -> dict[str, Any]:
    """What a seat says of the card that is owed for it, and whether its owner could read others' already.

    Who leaves a table, reads and comes back, or rates a candidate twice, is no longer blind: their card says so.
    """
    owed = card_state(item)
    informed = bool(owed) and blindness.others_are_visible(interview, item["person"])
    return {"card_state": owed, "informed": informed}


def seat_again(interview: Interview, participants: Parts) -> None:
    """Let exactly these sit, in this order. Once it has started nobody leaves who owes or wrote a scorecard."""
    if interview.state in rules.FINAL:
        raise Conflict("It is over: who sat at the table stays as it was.")
    before = list(interview.participants.select_for_update())
    kept = [(find(before, item), item) for item in participants]
    staying = {seat.pk for seat, _ in kept if seat}
    bound = [seat.name for seat in before if seat.card_state and seat.pk not in staying]
    if interview.started_at and bound:
        raise Conflict(f"It has started, and a scorecard is expected of {bound[0]}: they stay, or decline it.")
    asked = [{} if seat and seat.card_state else _asked_to_rate(interview, item) for seat, item in kept]
    interview.participants.exclude(pk__in=staying).delete()
    interview.participants.update(position=F("position") + ROOM)
    for position, ((found, item), owed) in enumerate(zip(kept, asked, strict=True), start=1):
        seat = found or Participant(interview=interview)
        for name, value in {**item, **owed, "position": position}.items():
            setattr(seat, name, value)
        seat.save()


def find(seats: list[Participant], item: Mapping[str, Any]) -> Participant | None:
    """The seat that somebody has already, in this role or else in the other one that assesses."""
    person = item.get("person")
    own = [seat for seat in seats if person and seat.person_id == person.pk]
    same = [seat for seat in own if seat.role == item["role"]]
    alike = [seat for seat in own if {seat.role, item["role"]} <= set(rules.ASSESSING)]
    return next(iter([*same, *alike]), None)
