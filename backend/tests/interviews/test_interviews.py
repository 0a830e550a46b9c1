import pytest

from tests.interviews.samples import an_application, an_interview, in_days, path
from tests.people import a_person, signed_in
from vivavoce.interviews.models import Interview

pytestmark = pytest.mark.django_db
INTERVIEWS = "/api/v1/interviews/"


def test_one_with_a_time_is_scheduled_in_ones_own_zone() -> None:
    client = signed_in(a_person(time_zone="Asia/Tokyo"))
    reply = client.post(INTERVIEWS, {"organization": "Halden", "starts_at": "2026-11-26T14:00:00+01:00"})
    assert reply.status_code == 201
    body = reply.json()
    assert (body["state"], body["time_zone"], body["purpose"]) == ("scheduled", "Asia/Tokyo", "tracked")
    assert (body["starts_at"], body["ends_at"]) == ("2026-11-26T13:00:00Z", "2026-11-26T14:00:00Z")
    assert [line["verb"] for line in body["history"]] == ["create"]


def test_one_without_a_time_is_a_draft() -> None:
    body = signed_in(a_person()).post(INTERVIEWS, {"organization": "Halden"}).json()
    assert (body["state"], body["starts_at"], body["ends_at"]) == ("draft", None, None)
    assert body["allowed_transitions"] == ["reschedule", "cancel"]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({}, "Interview, Halden"),
        ({"round": "coding"}, "Live coding, Halden"),
        ({"title": "Second talk"}, "Second talk, Halden"),
    ],
)
def test_its_name_says_the_best_that_is_known(fields: dict[str, str], name: str) -> None:
    assert signed_in(a_person()).post(INTERVIEWS, {"organization": "Halden", **fields}).json()["name"] == name


def test_the_application_says_the_organization() -> None:
    person = a_person()
    application = an_application(person, "Kite Public")
    body = signed_in(person).post(INTERVIEWS, {"application": str(application.id), "title": "First call"}).json()
    assert body["organization"] == "Kite Public"
    assert body["name"] == "First call, Kite Public"
    assert set(body["application"]) == {"id", "name", "url"}


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({}, "/organization", "required"),
        ({"organization": "Halden", "starts_at": "2026-11-26T14:00:00"}, "/starts_at", "naive_time"),
        ({"organization": "Halden", "time_zone": "CET"}, "/time_zone", "invalid_time_zone"),
        ({"organization": "Halden", "minutes": "60"}, "/minutes", "wrong_type"),
        ({"organization": "Halden", "minutes": 1}, "/minutes", "min_value"),
        ({"organization": "Halden", "purpose": "party"}, "/purpose", "not_allowed"),
        ({"organization": "Halden", "state": "complete"}, "/state", "read_only"),
        ({"organisation": "Halden"}, "/organisation", "unknown_member"),
        ({"organization": "Halden", "participants": [{"role": "lead"}]}, "/participants/0/name", "required"),
    ],
)
def test_a_wrong_member_is_named(body: dict[str, object], pointer: str, code: str) -> None:
    reply = signed_in(a_person()).post(INTERVIEWS, body)
    assert reply.status_code == 400
    assert (pointer, code) in {(error["pointer"], error["code"]) for error in reply.json()["errors"]}


def test_anothers_application_is_as_if_absent() -> None:
    person = a_person()
    hidden = an_application(a_person())
    replies = [signed_in(person).post(INTERVIEWS, {"application": str(key)}).json() for key in (hidden.id, person.id)]
    assert [[error["code"] for error in reply["errors"]] for reply in replies] == [["not_found"], ["not_found"]]


def test_a_change_touches_what_it_names() -> None:
    person = a_person()
    interview = an_interview(person, participants=[{"role": "lead", "name": "Tomas"}])
    client = signed_in(person)
    body = client.patch(path(interview), {"notes": "Bring the story."}).json()
    assert (body["notes"], body["participants"][0]["name"]) == ("Bring the story.", "Tomas")
    body = client.patch(path(interview), {"participants": [{"name": "Priya"}]}).json()
    (seat,) = body["participants"]
    assert (seat["role"], seat["name"], seat["note"], seat["person"], seat["scorecard"]) == (
        "interviewer", "Priya", "", None, None,
    )  # fmt: skip


def test_times_change_by_rescheduling_only() -> None:
    person = a_person()
    reply = signed_in(person).patch(path(an_interview(person)), {"starts_at": "2026-11-26T14:00:00Z"})
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["code"] == "use_reschedule"


def test_an_interview_may_leave_its_application_and_keep_the_name() -> None:
    person = a_person()
    interview = an_interview(person, application=an_application(person, "Kite Public"))
    body = signed_in(person).patch(path(interview), {"application": None}).json()
    assert (body["application"], body["organization"]) == (None, "Kite Public")


def test_two_organizations_contradict_each_other() -> None:
    person = a_person()
    application = an_application(person, "Kite Public")
    reply = signed_in(person).post(INTERVIEWS, {"application": str(application.id), "organization": "Halden"})
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["pointer"] == "/organization"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"state": "draft"}, ["Vellum"]),
        ({"state": "scheduled,cancelled"}, ["Halden", "Kite Public"]),
        ({"state__not": "draft"}, ["Halden", "Kite Public"]),
        ({"organization": "kite public"}, ["Kite Public"]),
        ({"organization__contains": "kite"}, ["Kite Public"]),
        ({"stage": "screening"}, ["Kite Public"]),
        ({"q": "tomas"}, ["Halden"]),
        ({"q": "TECHNICAL django"}, ["Kite Public"]),
        ({"starts_at__isnull": "true"}, ["Vellum"]),
        ({"round": "coding"}, ["Halden"]),
        ({"has_retrospective": "true"}, []),
        ({"minutes__gte": "90"}, ["Halden"]),
    ],
)
def test_interviews_are_found_by_what_a_person_would_name(query: dict[str, str], found: list[str]) -> None:
    person = a_person()
    an_interview(person, round="coding", minutes=90, participants=[{"name": "Tomas Lindqvist"}])
    an_interview(person, application=an_application(person, "Kite Public", stage="screening"))
    an_interview(person, own_organization="Vellum", title="Call", starts_at=None)
    an_interview(a_person(), own_organization="Somebody else's")
    rows = signed_in(person).get(INTERVIEWS, {**query, "ordering": "organization"}).json()["results"]
    assert [row["organization"] for row in rows] == found


def test_a_date_range_takes_both_ends() -> None:
    person = a_person()
    for day in (1, 3, 5):
        an_interview(person, title=f"Day {day}", starts_at=in_days(day))
    query = {"starts_at__gte": in_days(2).isoformat(), "starts_at__lte": in_days(4).isoformat()}
    rows = signed_in(person).get(INTERVIEWS, query).json()["results"]
    assert [row["title"] for row in rows] == ["Day 3"]


def test_the_next_comes_first_and_those_without_a_time_last() -> None:
    person = a_person()
    for title, starts_at in (("none", None), ("later", in_days(2)), ("soon", in_days(1))):
        an_interview(person, title=title, starts_at=starts_at)
    rows = signed_in(person).get(INTERVIEWS).json()["results"]
    assert [row["title"] for row in rows] == ["soon", "later", "none"]


def test_facets_count_the_states_in_their_order() -> None:
    person = a_person()
    an_interview(person)
    facets = signed_in(person).get(INTERVIEWS, {"facets": "state"}).json()["facets"]["state"]
    assert [(row["value"], row["count"]) for row in facets][:2] == [("draft", 0), ("scheduled", 1)]


def test_expanding_the_application_shows_its_history() -> None:
    person = a_person()
    interview = an_interview(person, application=an_application(person, stage="applied"))
    body = signed_in(person).get(path(interview), {"expand": "application"}).json()
    assert (body["application"]["stage"], body["application"]["quiet_days"]) == ("applied", 0)


def test_deleting_takes_all_of_it() -> None:
    person = a_person()
    interview = an_interview(person, participants=[{"name": "Tomas"}])
    assert signed_in(person).delete(path(interview)).status_code == 204
    assert not Interview.objects.exists()


def test_an_application_with_interviews_stays() -> None:
    person = a_person()
    application = an_application(person)
    an_interview(person, application=application)
    assert signed_in(person).delete(f"/api/v1/applications/{application.id}/").status_code == 409
