"""Hiring applications, mocks and scorecards for tests, made row by row: what services do is somebody else's test."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from tests.interviews.kit_samples import a_kit
from tests.people import a_person
from tests.questions import samples
from vivavoce.accounts.models import Person
from vivavoce.interviews import blindness
from vivavoce.interviews.models import Debrief, Interview, InterviewItem, Kit, Participant, Scorecard
from vivavoce.interviews.services import scorecards
from vivavoce.openings.models import Application, PanelMember
from vivavoce.questions.models import Question

_numbers = itertools.count(1)

EVIDENCE = "Named the query that select_related saves."


def the_kit() -> Kit:
    """A kit with one question and a rubric of one criterion, modelling."""
    kit = Kit.objects.filter(slug="talk-60").first()
    if kit:
        return kit
    question = Question.objects.filter(slug="question-0").first() or samples.question(0)
    return a_kit(asks=[question])


def an_assessment(lead: Person, **fields: Any) -> Application:
    """A hiring application led by somebody, with its debrief."""
    name = f"Candidate {next(_numbers)}"
    application = Application.objects.create(owner=lead, side="hiring", candidate_name=name, **fields)
    PanelMember.objects.create(application=application, person=lead, role="lead")
    Debrief.objects.create(application=application)
    return application


def held(owner: Person, application: Application | None = None, **fields: Any) -> Interview:
    """An interview that runs: hiring with an application, else a mock with its debrief."""
    interview = Interview.objects.create(
        owner=owner,
        purpose="hiring" if application else "mock",
        application=application,
        kit=the_kit(),
        **{"state": "in_progress", "starts_at": timezone.now(), "started_at": timezone.now(), **fields},
    )
    if application is None:
        Debrief.objects.create(interview=interview)
    for position, line in enumerate(the_kit().items.all(), start=1):
        InterviewItem.objects.create(
            interview=interview, kit_item=line, question_version=line.question_version, position=position
        )
    return interview


def seat(interview: Interview, person: Person, role: str = "interviewer", state: str | None = None) -> Participant:
    """A place at the table; interviewers' scorecards are expected."""
    expected = "expected" if role in {"lead", "interviewer"} else ""
    return Participant.objects.create(
        interview=interview,
        person=person,
        role=role,
        name=str(person),
        position=interview.participants.count() + 1,
        card_state=expected if state is None else state,
    )


def whole(score: int = 3, recommendation: str = "yes", **fields: Any) -> dict[str, Any]:
    """A body that can be submitted."""
    return {
        "ratings": [{"criterion": "modelling", "score": score}],
        "evidence": [{"criterion": "modelling", "kind": "said", "text": EVIDENCE}],
        "recommendation": recommendation,
        **fields,
    }


def a_card(place: Participant, fields: Mapping[str, Any] | None = None, step: str = "") -> Scorecard:
    """Somebody's card; ``step`` submits or declines it."""
    assert place.person is not None
    with blindness.acting_as(place.person):
        card = scorecards.begin(place.interview, interviewer=place.person, fields=fields or {})
        if step == "submit":
            scorecards.submit(card)
        elif step == "decline":
            scorecards.decline(card, reason="I know the candidate.")
    return card


def two_at_a_table(**fields: Any) -> tuple[Participant, Participant]:
    """Two interviewers of one hiring interview, led by the first."""
    one, other = a_person(name="Ada"), a_person(name="Grace")
    interview = held(one, an_assessment(one, **fields))
    return seat(interview, one), seat(interview, other)
