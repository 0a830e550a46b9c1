from datetime import timedelta

import pytest
from rest_framework.test import APIClient

from tests.interviews.samples import an_interview, in_days, path
from tests.people import a_person, signed_in
from vivavoce.accounts.models import Person
from vivavoce.interviews.models import Interview

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> Person:
    return a_person()


@pytest.fixture
def client(person: Person) -> APIClient:
    return signed_in(person)


def test_rescheduling_is_an_event(client: APIClient, person: Person) -> None:
    interview = an_interview(person)
    reply = client.post(
        path(interview, "reschedule/"),
        {"starts_at": "2027-01-14T09:00:00+01:00", "time_zone": "Europe/Berlin", "minutes": 45, "reason": "Illness"},
    )
    assert reply.status_code == 200
    body = reply.json()
    assert (body["state"], body["starts_at"], body["time_zone"]) == (
        "scheduled",
        "2027-01-14T08:00:00Z",
        "Europe/Berlin",
    )
    assert (body["minutes"], body["sequence"]) == (45, 1)
    assert [(line["verb"], line["note"]) for line in body["history"]] == [("create", ""), ("reschedule", "Illness")]


def test_a_draft_gets_its_first_time_the_same_way(client: APIClient, person: Person) -> None:
    interview = an_interview(person, starts_at=None)
    body = client.post(path(interview, "reschedule/"), {"starts_at": "2027-01-14T09:00:00Z"}).json()
    assert (body["state"], body["sequence"], body["minutes"]) == ("scheduled", 0, 60)


def test_a_naive_time_is_refused(client: APIClient, person: Person) -> None:
    reply = client.post(path(an_interview(person), "reschedule/"), {"starts_at": "2027-01-14T09:00:00"})
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["code"] == "naive_time"


@pytest.mark.parametrize("starts_at", ["9999-12-31T23:30:00Z", "2100-01-01T00:00:01Z", "0001-01-01T00:00:00Z"])
def test_it_refuses_a_time_that_no_calendar_shows(client: APIClient, person: Person, starts_at: str) -> None:
    interview = an_interview(person)
    replies = [
        client.post("/api/v1/interviews/", {"organization": "Halden", "starts_at": starts_at}),
        client.patch(path(interview), {"starts_at": starts_at}),
        client.post(path(interview, "reschedule/"), {"starts_at": starts_at}),
    ]
    faults = [(reply.status_code, reply.json()["errors"][0]) for reply in replies]
    assert [(status, fault["code"], fault["pointer"]) for status, fault in faults] == [
        (400, "out_of_range", "/starts_at")
    ] * 3
    assert faults[0][1]["detail"] == "This must lie between 1990-01-01 and 2100-01-01."


@pytest.mark.parametrize("starts_at", ["1990-01-01T00:00:00Z", "2100-01-01T00:00:00Z"])
def test_it_shows_the_first_and_the_last_time_in_a_calendar(client: APIClient, starts_at: str) -> None:
    body = {"organization": "Halden", "starts_at": starts_at, "time_zone": "Pacific/Kiritimati", "minutes": 720}
    assert client.post("/api/v1/interviews/", body).status_code == 201
    assert client.get("/api/v1/interviews/", {"format": "ics"}).status_code == 200


def test_cancelling_says_why_and_is_final(client: APIClient, person: Person) -> None:
    interview = an_interview(person)
    assert client.post(path(interview, "cancel/"), {}).status_code == 400
    body = client.post(path(interview, "cancel/"), {"reason": "They filled the post."}).json()
    assert (body["state"], body["cancel_reason"], body["sequence"]) == ("cancelled", "They filled the post.", 1)
    again = client.post(path(interview, "reschedule/"), {"starts_at": "2027-01-14T09:00:00Z"})
    assert again.status_code == 409
    assert again.json()["allowed_transitions"] == []


def test_completing_waits_for_the_end(client: APIClient, person: Person) -> None:
    interview = an_interview(person, starts_at=in_days(0) - timedelta(minutes=59), minutes=60)
    early = client.post(path(interview, "complete/"))
    assert early.status_code == 409
    assert early.json()["allowed_transitions"] == ["reschedule", "cancel", "no-show"]
    Interview.objects.filter(pk=interview.pk).update(minutes=59)
    assert client.post(path(interview, "complete/")).json()["state"] == "complete"


def test_a_draft_cannot_be_completed_and_the_legal_steps_are_named(client: APIClient, person: Person) -> None:
    reply = client.post(path(an_interview(person, starts_at=None), "complete/"))
    assert reply.status_code == 409
    assert reply.json()["type"] == "/api/problems/illegal-transition/"
    assert reply.json()["allowed_transitions"] == ["reschedule", "cancel"]


def test_a_no_show_says_who(client: APIClient, person: Person) -> None:
    ahead, begun = an_interview(person), an_interview(person, starts_at=in_days(-0.01))
    assert client.post(path(ahead, "no-show/"), {"by": "interviewer"}).status_code == 409
    assert client.post(path(begun, "no-show/"), {"by": "somebody"}).status_code == 400
    body = client.post(path(begun, "no-show/"), {"by": "interviewer"}).json()
    assert (body["state"], body["no_show_by"]) == ("no_show", "interviewer")


def test_a_step_on_old_knowledge_loses(client: APIClient, person: Person) -> None:
    interview = an_interview(person)
    tag = client.get(path(interview))["ETag"]
    client.patch(path(interview), {"notes": "New."})
    lost = client.post(path(interview, "cancel/"), {"reason": "No time"}, headers={"If-Match": tag})
    assert lost.status_code == 412
    assert Interview.objects.get(pk=interview.pk).state == "scheduled"


def test_a_refused_step_leaves_no_trace(client: APIClient, person: Person) -> None:
    interview = an_interview(person)
    client.post(path(interview, "complete/"))
    assert [line["verb"] for line in client.get(path(interview)).json()["history"]] == ["create"]


def test_a_strangers_steps_meet_nothing(person: Person) -> None:
    interview = an_interview(person)
    stranger = signed_in(a_person())
    for step in ("reschedule/", "cancel/", "complete/", "no-show/"):
        assert stranger.post(path(interview, step), {}).status_code == 404
