"""Who sits at the table of an interview that is held here."""

import pytest

from tests.interviews.samples import a_hiring, an_interview, path, seat
from tests.interviews.test_held import change, shown
from tests.people import a_person, an_interviewer, signed_in
from vivavoce.interviews import services
from vivavoce.interviews.models import Participant

pytestmark = pytest.mark.django_db


def test_people_are_seated_and_keep_their_seats() -> None:
    lead, stays, goes, comes = (an_interviewer() for _ in range(4))
    interview = a_hiring(lead, participants=[seat(lead, "lead"), seat(goes), seat(stays)])
    before = interview.participants.get(person=stays)
    body = [
        {"role": "interviewer", "person": str(stays.pk)},
        {"role": "lead", "person": str(lead.pk), "note": "Closes."},
        {"role": "observer", "person": str(comes.pk)},
        {"role": "recruiter", "name": "Tomas"},
    ]
    reply = change(lead, interview, {"participants": body}).json()
    assert [(one["role"], one["scorecard"]) for one in reply["participants"]] == [
        ("interviewer", "not_yet"), ("lead", "not_yet"), ("observer", None), ("recruiter", None),
    ]  # fmt: skip
    assert interview.participants.get(person=stays).pk == before.pk
    assert signed_in(goes).get(path(interview)).status_code == 404
    assert signed_in(comes).get(path(interview)).status_code == 200


@pytest.mark.parametrize("role", ["", "observer"])
def test_nobody_who_owes_a_scorecard_leaves_once_it_has_started(role: str) -> None:
    lead, other = an_interviewer(), an_interviewer()
    interview = services.start(a_hiring(lead, participants=[seat(lead, "lead"), seat(other)]), person=lead)
    body = [{"role": "lead", "person": str(lead.pk)}]
    body += [{"role": role, "person": str(other.pk)}] if role else []
    assert change(lead, interview, {"participants": body}).status_code == 409
    assert interview.participants.count() == 2
    body = [{"role": "interviewer", "person": str(lead.pk)}, {"role": "lead", "person": str(other.pk)}]
    reply = change(lead, interview, {"participants": body}).json()
    assert [(one["role"], one["scorecard"]) for one in reply["participants"]] == [
        ("interviewer", "not_yet"), ("lead", "not_yet"),
    ]  # fmt: skip
    assert reply["my_scorecard"]


@pytest.mark.parametrize(
    "table",
    [
        [("lead", "lead"), ("lead", "lead")],
        [("lead", "lead"), ("lead", "interviewer")],
        [("lead", "lead"), ("stranger", "interviewer")],
        [("lead", "lead"), ("", "candidate"), ("", "candidate")],
    ],
)
def test_a_table_that_cannot_be_is_refused(table: list[tuple[str, str]]) -> None:
    people = {"lead": an_interviewer(), "stranger": a_person()}
    interview = a_hiring(people["lead"])
    body = [
        {"role": role} | ({"person": str(people[name].pk)} if name else {"name": "Somebody"}) for name, role in table
    ]
    assert change(people["lead"], interview, {"participants": body}).status_code == 400


def test_a_tracked_interview_seats_names_only() -> None:
    person = a_person()
    body = {"participants": [{"role": "lead", "person": str(person.pk)}]}
    assert signed_in(person).patch(path(an_interview(person)), body).status_code == 400


def test_that_somebody_declined_is_not_said_to_who_still_owes_a_card() -> None:
    lead, other, observer = an_interviewer(), an_interviewer(), an_interviewer()
    table = [seat(lead, "lead"), seat(other), seat(observer, "observer")]
    interview = services.start(a_hiring(lead, participants=table), person=lead)
    Participant.objects.filter(person=other).update(card_state="declined")
    assert [one["scorecard"] for one in shown(lead, interview)["participants"]] == ["not_yet", "not_yet", None]
    Participant.objects.filter(person=lead).update(card_state="submitted")
    assert [one["scorecard"] for one in shown(lead, interview)["participants"]] == ["submitted", "declined", None]
