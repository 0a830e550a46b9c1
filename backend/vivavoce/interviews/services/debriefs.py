"""What the scorecards of a table say together, and what was decided.

What follows from cards is there only when ``blindness`` has opened the debrief to the one who asks; before that a
board says who is waited for and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    ExpressionWrapper,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.core.problems import Conflict, Forbidden, InvalidBody, fault
from vivavoce.interviews import blindness, debrief_rules
from vivavoce.interviews.models import CardState, Debrief, DebriefDecision, Interview, Participant, Scorecard
from vivavoce.openings.models import Opening, PanelMember, PanelRole
from vivavoce.rubrics.models import Criterion

Row = dict[str, Any]


@dataclass
class Board:
    """A debrief as one person sees it; null members stay closed to them."""

    candidate_name: str
    opening: Opening | None
    level: str
    interviews: list[Interview]
    is_open: bool
    cards: Row
    waiting_for: list[Participant]
    people: list[Row]
    may_decide: bool
    criteria: list[Row] | None = None
    agreement: Row | None = None
    recommendations: list[Row] | None = None
    strictness: list[Row] | None = None
    notes: list[Row] | None = None
    decisions: list[DebriefDecision] | None = None
    decision: str = ""
    rationale: str = ""
    decided_by: Person | None = None
    decided_at: datetime | None = None


def visible(person: Any) -> QuerySet[Debrief]:
    """The debriefs that a person may know of, with ``purpose``, ``is_open``, ``decided`` and all that a board needs."""
    opened: QuerySet[Any] = blindness.open_to(person)
    seats: QuerySet[Any] = Participant.objects.filter(card_state=CardState.SUBMITTED)
    submitted = seats.annotate(table=blindness.SEATS_TABLE).values("table")
    cards = blindness.readable_cards(person).filter(participant__card_state=CardState.SUBMITTED)
    interviews = (
        Interview.objects.filter(purpose__in=blindness.HELD_HERE)
        .select_related("kit", "application__opening")
        .order_by("starts_at", "id")
        .prefetch_related(
            "participants",
            Prefetch("scorecards", cards.prefetch_related("ratings", "evidence__item__question_version__question")),
            "scorecards__rubric__criteria__quality",
        )
    )
    decisions = DebriefDecision.objects.filter(debrief=OuterRef("pk")).order_by("-decided_at", "-id")
    last = Coalesce(Subquery(decisions.values("decision")[:1]), Value(""))
    leads = PanelMember.objects.filter(role=PanelRole.LEAD)
    return (
        Debrief.objects.visible_to(person)
        .annotate(
            purpose=Case(When(interview=None, then=Value("hiring")), default=Value("mock"), output_field=CharField()),
            table=Coalesce("application_id", "interview_id"),
        )
        .annotate(
            is_open=ExpressionWrapper(Q(table__in=opened.values("table")) & Q(table__in=submitted), BooleanField())
        )
        .alias(last=last)
        .annotate(decided=ExpressionWrapper(Q(is_open=True) & ~Q(last=""), BooleanField()))
        .select_related("application__opening")
        .prefetch_related(
            Prefetch("application__interviews", interviews),
            Prefetch("application__panel", leads),
            Prefetch("interview", interviews),
            Prefetch("decisions", DebriefDecision.objects.select_related("decided_by")),
        )
    )


def board(debrief: Any, person: Person) -> Board:
    """What the person sees of a debrief that comes from ``visible``."""
    interviews = list(debrief.application.interviews.all()) if debrief.application else [debrief.interview]
    seats = [seat for one in interviews for seat in one.participants.all() if seat.card_state]
    awaited = [seat for one in interviews if one.state not in blindness.NOT_HELD for seat in _expected(one)]
    # Before it opens a declined card is one that is not there yet, like any other.
    known = [seat for seat in seats if not (debrief.is_open and seat.card_state == CardState.DECLINED)]
    missing = awaited if debrief.is_open else [seat for seat in seats if seat.card_state != CardState.SUBMITTED]
    submitted = sum(seat.card_state == CardState.SUBMITTED for seat in seats)
    opening = debrief.application.opening if debrief.application else None
    kits = [one.kit for one in interviews if one.kit]
    made = Board(
        candidate_name=_candidate(debrief, interviews),
        opening=opening,
        level=(opening.level if opening else "") or (kits[0].level if kits else ""),
        interviews=interviews,
        is_open=debrief.is_open,
        cards={"expected": len(known), "submitted": submitted},
        waiting_for=_once(missing),
        people=[
            {"person_id": seat.person_id, "name": seat.name, "is_me": seat.person_id == person.pk}
            for seat in _once(known)
        ],
        may_decide=_may(debrief, person) and not awaited and debrief.is_open,
    )
    if debrief.is_open:
        cards = [card for one in interviews for card in one.scorecards.all()]
        _open(made, debrief, cards)
    return made


def decide(debrief: Any, *, person: Person, decision: str, rationale: str) -> None:
    """Add what was decided and why to the log; a lead's, or the owner's of a mock, once every card is in."""
    if not _may(debrief, person):
        raise Forbidden("A lead of the panel decides." if debrief.application else "The owner of the mock decides.")
    if not board(debrief, person).may_decide:
        raise Conflict("Not every scorecard is in: decide when nobody is waited for.")
    if debrief.application and not decision:
        raise InvalidBody(errors=[fault("required", "Say what you decide.", pointer="/decision")])
    if decision and not rationale:
        raise InvalidBody(errors=[fault("required", "A decision needs its reason.", pointer="/rationale")])
    debrief.decisions.create(decision=decision, rationale=rationale, decided_by=person, decided_at=timezone.now())


def _candidate(debrief: Debrief, interviews: Iterable[Interview]) -> str:
    if debrief.application:
        return debrief.application.candidate_name
    names = [seat.name for one in interviews for seat in one.participants.all() if seat.role == "candidate"]
    return names[0] if names else ""


def _expected(interview: Interview) -> list[Participant]:
    return [seat for seat in interview.participants.all() if seat.card_state == CardState.EXPECTED]


def _once(seats: Iterable[Participant]) -> list[Participant]:
    """One seat for each person, the first."""
    return list({seat.person_id: seat for seat in reversed(list(seats))}.values())[::-1]


def _may(debrief: Debrief, person: Person) -> bool:
    if debrief.application is None:
        return bool(debrief.interview and debrief.interview.owner_id == person.pk)
    return any(member.person_id == person.pk for member in debrief.application.panel.all() if member.role == "lead")


def _open(made: Board, debrief: Debrief, cards: list[Scorecard]) -> None:
    """Add what the cards say together."""
    made.criteria = _criteria(cards)
    scores = [
        [(str(line["person"]), line["score"]) for line in one["scores"] if line["score"] is not None]
        for one in made.criteria
    ]
    made.agreement = debrief_rules.agreement(scores)._asdict()
    made.strictness = [
        {"person": person, "difference": difference} for person, difference in debrief_rules.strictness(scores).items()
    ]
    made.recommendations = [
        {"person": card.interviewer_id, "interview": card.interview_id, "recommendation": card.recommendation}
        for card in cards
    ]
    made.notes = [
        {
            "person": card.interviewer_id,
            "interview": card.interview_id,
            "key_takeaways": card.key_takeaways,
            "note_for_next": card.note_for_next,
            "shareable_feedback": card.shareable_feedback,
            "revised": card.revision > 1,
        }
        for card in cards
    ]
    made.decisions = list(debrief.decisions.all())
    for last in made.decisions[-1:]:
        made.decision, made.rationale = last.decision, last.rationale
        made.decided_by, made.decided_at = last.decided_by, last.decided_at


def _criteria(cards: list[Scorecard]) -> list[Row]:
    """One line for each quality that any of the cards' rubrics judges, with every score and its evidence."""
    found: dict[Any, Row] = {}
    for card in cards:
        criteria = {one.pk: one for one in card.rubric.criteria.all()}
        for one in criteria.values():
            line: Row = {"criterion": one.quality, "weight": one.weight, "target": one.target, "scores": []}
            found.setdefault(one.quality_id, line)
        for rating in card.ratings.all():
            if rating.score is not None or rating.not_assessed_reason:
                found[criteria[rating.criterion_id].quality_id]["scores"].append(_score(card, rating, criteria))
    for line in found.values():
        scores = [score["score"] for score in line["scores"] if score["score"] is not None]
        line.update(debrief_rules.middle(scores)._asdict())
    return list(found.values())


def _score(card: Scorecard, rating: Any, criteria: Mapping[Any, Criterion]) -> Row:
    started = card.interview.started_at
    return {
        "person": card.interviewer_id,
        "interview": card.interview_id,
        "score": rating.score,
        "not_assessed_reason": rating.not_assessed_reason,
        "evidence": [
            {
                "kind": piece.kind,
                "text": piece.text,
                "number": piece.item.question_version.question.number if piece.item else None,
                "at": piece.at,
                "seconds": max(0, int((piece.at - started).total_seconds())) if piece.at and started else None,
            }
            for piece in card.evidence.all()
            if piece.criterion_id == rating.criterion_id
        ],
    }
