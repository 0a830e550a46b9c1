"""Whoever leads an interview can change much of it; none of that opens a colleague's scorecard early or unseen."""

from typing import Any

import pytest

from tests.interviews.card_samples import a_card, an_assessment, held, seat, two_at_a_table, whole
from tests.interviews.samples import a_hiring, path
from tests.interviews.samples import seat as place
from tests.interviews.test_held import change
from tests.openings.test_hiring import change as change_application
from tests.openings.test_openings import an_opening
from tests.people import an_interviewer, signed_in
from vivavoce.accounts.models import Person
from vivavoce.interviews.models import Interview
from vivavoce.openings.models import Application

pytestmark = pytest.mark.django_db
CARDS = "/api/v1/scorecards/"


def colleagues_read_by(person: Person) -> int:
    return int(signed_in(person).get(f"{CARDS}?is_mine=false").json()["count"])


def rate(person: Person, interview: Interview) -> Any:
    """One's card of it as one reads it, submitted."""
    client = signed_in(person)
    made = client.post(CARDS, {"interview": str(interview.pk), **whole()})
    assert made.status_code == 201, made.content
    return client.post(f"{made.json()['url']}submit/", {}).json()


def test_an_interview_that_somebody_rated_is_not_called_off() -> None:
    mine, theirs = two_at_a_table()
    assert mine.person is not None
    client, url = signed_in(mine.person), path(mine.interview)
    assert client.get(url).json()["allowed_transitions"] == ["finish", "cancel"]
    a_card(theirs, whole(), "submit")
    assert client.get(url).json()["allowed_transitions"] == ["finish"]
    refused = client.post(f"{url}cancel/", {"reason": "I would like to read."})
    assert (refused.status_code, refused.json()["allowed_transitions"]) == (409, ["finish"])
    assert colleagues_read_by(mine.person) == 0


@pytest.mark.parametrize(("before", "after"), [("never", "after_own_submission"), ("after_all_submitted", "never")])
def test_who_may_read_is_settled_once_an_interview_has_started(before: str, after: str) -> None:
    lead = an_interviewer()
    planned = a_hiring(lead)
    application = Application.objects.get()
    assert change_application(lead, application, {"visibility": before}).status_code == 200
    assert signed_in(lead).post(path(planned, "start/")).status_code == 200
    refused = change_application(lead, application, {"visibility": after})
    assert refused.status_code == 409
    assert change_application(lead, application, {"visibility": before, "notes": "x"}).status_code == 200


def test_an_application_keeps_its_opening_once_an_interview_has_started() -> None:
    lead = an_interviewer()
    application = an_assessment(lead)
    held(lead, application)
    first, second = an_opening(lead), an_opening(lead)
    assert change_application(lead, application, {"opening": str(first.pk)}).status_code == 200  # may come later
    for other in (str(second.pk), None):
        assert change_application(lead, application, {"opening": other}).status_code == 409
    application.refresh_from_db()
    assert application.opening == first


def test_who_leaves_a_table_to_read_and_comes_back_rates_with_a_flag() -> None:
    lead, other = an_interviewer(), an_interviewer()
    application = an_assessment(lead)
    first = held(lead, application)
    a_card(seat(first, other), whole(), "submit")
    second = a_hiring(lead, application=application, participants=[place(lead, "lead")])
    assert colleagues_read_by(lead) == 0
    assert change(lead, second, {"participants": []}).status_code == 200
    assert colleagues_read_by(lead) == 1
    assert change(lead, second, {"participants": [{"role": "lead", "person": str(lead.pk)}]}).status_code == 200
    assert colleagues_read_by(lead) == 0
    assert signed_in(lead).post(path(second, "start/")).status_code == 200
    client = signed_in(lead)
    url = client.get(f"{CARDS}?is_mine=true").json()["results"][0]["url"]
    client.patch(url, whole(), headers={"If-Match": "*"})
    (kept,) = client.post(f"{url}submit/", {}).json()["revisions"]
    assert (kept["number"], kept["after_seeing_others"]) == (1, True)


def test_who_could_read_when_asked_to_rate_rates_with_a_flag() -> None:
    lead, other, late = an_interviewer(), an_interviewer(), an_interviewer()
    application = an_assessment(lead)
    interview = held(lead, application)
    a_card(seat(interview, other), whole(), "submit")
    table = [
        {"role": role, "person": str(one.pk)}
        for role, one in (("lead", lead), ("interviewer", other), ("interviewer", late))
    ]
    assert colleagues_read_by(lead) == 1
    assert change(lead, interview, {"participants": table}).status_code == 200
    assert rate(late, interview)["revisions"][0]["after_seeing_others"] is False
    assert rate(lead, interview)["revisions"][0]["after_seeing_others"] is True


def test_nobody_assesses_themself_when_hiring() -> None:
    lead, other = an_interviewer(), an_interviewer()
    interview = a_hiring(lead)
    table = [{"role": "lead", "person": str(lead.pk)}]
    table += [{"role": role, "person": str(other.pk)} for role in ("interviewer", "candidate")]
    refused = change(lead, interview, {"participants": table})
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["pointer"] == "/participants"


def test_an_application_opens_to_its_panel_only() -> None:
    lead, other = an_interviewer(), an_interviewer()
    application = an_assessment(lead, notes="Asks for 70.")
    interview = held(lead, application)
    seat(interview, other)
    url = f"{path(interview)}?expand=application"
    assert signed_in(lead).get(url).json()["application"]["notes"] == "Asks for 70."
    shown = signed_in(other).get(url).json()["application"]
    assert set(shown) == {"id", "name", "url"}
    assert signed_in(other).get(shown["url"]).status_code == 404
