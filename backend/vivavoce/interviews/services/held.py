"""Interviews that are held here, to hire or to rehearse: planned, started, finished, and complete by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.core.problems import Forbidden
from vivavoce.interviews import rules
from vivavoce.interviews.models import CardState, Debrief, Interview, InterviewItem, ParticipantRole
from vivavoce.interviews.services import freezing, scorecards, seats, steps
from vivavoce.interviews.services.interviews import create
from vivavoce.interviews.services.steps import Parts
from vivavoce.openings import services as opening_services
from vivavoce.openings.models import Application
from vivavoce.openings.models import Side as ApplicationSide
from vivavoce.questions.visibility import sight_of


@transaction.atomic
def hold(
    *,
    owner: Person,
    fields: Mapping[str, Any],
    participants: Parts | None = None,
    candidate_name: str = "",
    my_role: str = "both",
    kit_by_id: bool = False,
) -> Interview:
    """Plan an interview by a kit. Hiring without an application begins one for the candidate of this name."""
    fields = dict(fields)
    kit, application = fields["kit"], fields.get("application")
    if fields["purpose"] == "hiring":
        application = fields["application"] = _hired_for(owner, application, candidate_name)
    fields["kit"] = freezing.choose(kit, application, by_id=kit_by_id)
    fields = {"minutes": kit.minutes, "title": kit.title, "time_zone": owner.time_zone, **fields}
    interview = create(owner=owner, fields=fields, participants=[])
    seats.seat_first(interview, _table(owner, application, my_role) if participants is None else participants)
    subject = {"application": application} if application else {"interview": interview}
    Debrief.objects.get_or_create(**subject)
    return interview


def _hired_for(owner: Person, application: Application | None, candidate_name: str) -> Application:
    if not sight_of(owner).hiring:
        raise Forbidden("Only interviewers may hold interviews to hire.")
    if application is None:
        fields = {"side": ApplicationSide.HIRING, "candidate_name": candidate_name, "stage": "interviewing"}
        return opening_services.apply(owner=owner, fields=fields)
    if application.role_of(owner) not in rules.ASSESSING:
        raise Forbidden("Only leads and interviewers of its panel may plan an interview.")
    return application


def _table(owner: Person, application: Application | None, my_role: str) -> list[dict[str, Any]]:
    if application is not None:
        roles = [application.role_of(owner)]
    else:
        roles = [ParticipantRole.INTERVIEWER, ParticipantRole.CANDIDATE] if my_role == "both" else [my_role]
    return [{"role": role, "person": owner, "name": owner.known_as} for role in roles]


@transaction.atomic
def start(interview: Interview, *, person: Person) -> Interview:
    """Begin now: the kit is frozen, its questions are laid out, and the clock runs."""
    with steps.taken(interview, "start") as row:
        row.started_at = timezone.now()
        row.starts_at = row.starts_at or row.started_at
        row.kit = freezing.freeze(row)
    _lay_out(row)
    seat = row.participants.filter(person=person, card_state=CardState.EXPECTED).first()
    if seat is not None:
        scorecards.open_card(seat)
    return row


def _lay_out(interview: Interview) -> None:
    planned = interview.kit.items.all() if interview.kit else ()
    InterviewItem.objects.bulk_create(
        InterviewItem(
            interview=interview,
            kit_item=item,
            question_version_id=item.question_version_id,
            position=position,
        )
        for position, item in enumerate(planned, start=1)
    )


@transaction.atomic
def finish(interview: Interview) -> Interview:
    """The conversation is over; scorecards may follow."""
    with steps.taken(interview, "finish") as row:
        row.finished_at = timezone.now()
    return scorecards.settle(row)
