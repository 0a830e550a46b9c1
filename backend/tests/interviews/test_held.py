"""Interviews that are held here: planned, started, finished, complete by themselves."""

from typing import Any

import pytest

from tests.interviews.samples import a_hiring, a_kit_of, a_mock, an_interview, in_days, path, seat
from tests.openings.test_openings import an_opening
from tests.people import a_person, an_interviewer, signed_in
from vivavoce.accounts.models import Person
from vivavoce.core.testing.contract import queries
from vivavoce.interviews import services
from vivavoce.interviews.models import Debrief, Interview, Participant
from vivavoce.openings import services as opening_services
from vivavoce.openings.models import Application

pytestmark = pytest.mark.django_db
INTERVIEWS = "/api/v1/interviews/"


def shown(person: Person, interview: Interview) -> dict[str, Any]:
    return dict(signed_in(person).get(path(interview)).json())


def change(person: Person, interview: Interview, body: dict[str, Any]) -> Any:
    client = signed_in(person)
    tag = client.get(path(interview)).headers["ETag"]
    return client.patch(path(interview), body, headers={"If-Match": tag})


def test_a_name_and_a_kit_are_enough_to_begin() -> None:
    person = an_interviewer(name="Ada")
    body = {"purpose": "hiring", "kit": a_kit_of().slug, "candidate_name": "Ana Silva"}
    reply = signed_in(person).post(f"{INTERVIEWS}start-now/", body)
    assert reply.status_code == 201
    made = reply.json()
    assert reply.headers["Location"] == made["url"]
    assert (made["state"], made["name"], made["candidate_name"]) == ("in_progress", "Talk, Ana Silva", "Ana Silva")
    assert (made["kit_version"], made["kit_frozen"], made["minutes"]) == (1, True, 60)
    assert made["started_at"] == made["starts_at"]
    assert made["my_roles"] == ["lead"]
    assert [(one["role"], one["person"]["name"], one["scorecard"]) for one in made["participants"]] == [
        ("lead", "Ada", "not_yet")
    ]
    application = Application.objects.get()
    assert (application.side, application.candidate_name, application.stage) == ("hiring", "Ana Silva", "interviewing")
    assert made["debrief"] == str(Debrief.objects.get(application=application).pk)
    card = signed_in(person).get(f"/api/v1/scorecards/{made['my_scorecard']}/").json()
    assert (card["state"], card["ratings"], card["evidence"], card["recommendation"]) == ("draft", [], [], None)


def test_a_mock_alone_needs_no_group_and_no_name() -> None:
    person = a_person(name="Ana")
    made = signed_in(person).post(f"{INTERVIEWS}start-now/", {"purpose": "mock", "kit": a_kit_of().slug}).json()
    assert (made["application"], made["organization"], made["candidate_name"]) == (None, "", "Ana")
    assert made["my_roles"] == ["interviewer", "candidate"]
    assert made["debrief"] == str(Debrief.objects.get().pk)
    assert made["my_scorecard"]


def test_only_interviewers_hire() -> None:
    body = {"purpose": "hiring", "kit": a_kit_of().slug, "candidate_name": "Ana Silva"}
    reply = signed_in(a_person()).post(f"{INTERVIEWS}start-now/", body)
    assert reply.status_code == 403
    assert (Interview.objects.count(), Application.objects.count()) == (0, 0)


def test_a_tracked_interview_is_not_started() -> None:
    person = a_person()
    reply = signed_in(person).post(f"{INTERVIEWS}start-now/", {"organization": "Halden"})
    assert (reply.status_code, reply.json()["errors"][0]["pointer"]) == (400, "/purpose")
    assert signed_in(person).post(path(an_interview(person), "start/")).status_code == 409


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"purpose": "mock"}, "/kit", "required"),
        ({"purpose": "mock", "kit": "nothing"}, "/kit", "not_found"),
        ({"purpose": "mock", "candidate_name": "Ana"}, "/candidate_name", "not_of_purpose"),
        ({"purpose": "hiring"}, "/candidate_name", "required"),
        ({"purpose": "hiring", "candidate_name": "Ana", "my_role": "both"}, "/my_role", "not_of_purpose"),
        ({"purpose": "hiring", "candidate_name": "Ana", "organization": "H"}, "/organization", "not_of_purpose"),
        ({"organization": "Halden", "kit": "talk-60"}, "/kit", "not_of_purpose"),
        ({"purpose": "party"}, "/purpose", "not_allowed"),
    ],
)
def test_each_purpose_has_its_own_members(body: dict[str, Any], pointer: str, code: str) -> None:
    a_kit_of()
    reply = signed_in(an_interviewer()).post(INTERVIEWS, body)
    assert reply.status_code == 400
    assert (pointer, code) in {(one["pointer"], one["code"]) for one in reply.json()["errors"]}


def test_starting_twice_is_refused_and_loses_nothing() -> None:
    person = an_interviewer()
    interview = a_hiring(person)
    client = signed_in(person)
    started = client.post(path(interview, "start/")).json()
    again = client.post(path(interview, "start/"))
    assert (again.status_code, again.json()["code"]) == (409, "illegal_transition")
    assert again.json()["allowed_transitions"] == ["finish", "cancel"]
    now = shown(person, interview)
    assert (now["started_at"], now["my_scorecard"]) == (started["started_at"], started["my_scorecard"])
    assert interview.items.count() == 2


def test_it_is_complete_once_it_is_finished_and_every_card_is_in() -> None:
    one, other = an_interviewer(), an_interviewer()
    interview = a_hiring(one, participants=[seat(one, "lead"), seat(other)])
    client = signed_in(one)
    client.post(path(interview, "start/"))
    Participant.objects.filter(person=other).update(card_state="declined")
    services.complete_if_all_in(Interview.objects.get())
    assert shown(one, interview)["state"] == "in_progress"
    body = client.post(path(interview, "finish/")).json()
    assert (body["state"], body["allowed_transitions"]) == ("awaiting_feedback", [])
    assert body["finished_at"] >= body["started_at"]
    assert client.post(path(interview, "complete/")).json()["allowed_transitions"] == []
    Participant.objects.filter(person=one).update(card_state="submitted")
    services.complete_if_all_in(Interview.objects.get())
    body = shown(one, interview)
    assert body["state"] == "complete"
    assert [line["verb"] for line in body["history"]] == ["create", "start", "finish", "complete"]


def test_it_is_complete_at_its_end_when_everybody_was_quick() -> None:
    person = a_person()
    interview = services.start(a_mock(person), person=person)
    Participant.objects.filter(role="interviewer").update(card_state="submitted")
    assert signed_in(person).post(path(interview, "finish/")).json()["state"] == "complete"


def test_only_those_who_hold_it_take_its_steps() -> None:
    lead, colleague, observer = an_interviewer(), an_interviewer(), an_interviewer()
    interview = a_hiring(lead, participants=[seat(lead, "lead"), seat(colleague), seat(observer, "observer")])
    assert shown(observer, interview)["allowed_transitions"] == []
    assert shown(colleague, interview)["allowed_transitions"] == ["reschedule", "start", "cancel"]
    steps: dict[str, dict[str, Any]] = {
        "start/": {}, "finish/": {}, "cancel/": {"reason": "Ill"}, "no-show/": {"by": "candidate"},
        "reschedule/": {"starts_at": "2027-01-14T09:00:00Z"},
    }  # fmt: skip
    refused = {step: signed_in(observer).post(path(interview, step), body).status_code for step, body in steps.items()}
    assert set(refused.values()) == {403}
    hidden = {step: signed_in(an_interviewer()).post(path(interview, step), {}).status_code for step in steps}
    assert set(hidden.values()) == {404}
    assert signed_in(colleague).post(path(interview, "start/")).status_code == 200
    assert signed_in(colleague).delete(path(interview)).status_code == 403


def test_the_candidate_of_a_mock_only_answers() -> None:
    asks, answers = a_person(), a_person()
    interview = a_mock(asks, participants=[seat(asks), seat(answers, "candidate")])
    assert signed_in(answers).post(path(interview, "start/")).status_code == 403
    assert signed_in(answers).patch(path(interview), {"notes": "x"}).status_code == 403
    assert signed_in(answers).get(path(interview)).json()["my_roles"] == ["candidate"]


def test_one_that_was_held_is_not_deleted() -> None:
    person = an_interviewer()
    planned, held = a_hiring(person), services.start(a_hiring(person), person=person)
    read = {"If-Match": signed_in(person).get(path(planned))["ETag"]}
    assert signed_in(person).delete(path(planned)).status_code == 428
    assert signed_in(person).delete(path(planned), headers=read).status_code == 204
    assert signed_in(person).delete(path(held), headers={"If-Match": "*"}).status_code == 409


def test_a_change_says_what_it_was_made_from() -> None:
    person = an_interviewer()
    interview = a_hiring(person)
    reply = signed_in(person).patch(path(interview), {"notes": "x"})
    assert (reply.status_code, reply.json()["code"]) == (428, "precondition_required")
    headers = {"If-Match": reply.headers["ETag"]}
    assert signed_in(person).patch(path(interview), {"notes": "x"}, headers=headers).status_code == 200
    assert signed_in(person).patch(path(interview), {"notes": "y"}, headers=headers).status_code == 412
    assert signed_in(person).patch(path(a_mock(person)), {"notes": "x"}).status_code == 200


def test_what_it_was_made_for_stays() -> None:
    person = an_interviewer()
    interview = a_hiring(person)
    for name, value in [("application", None), ("candidate_name", "Eve"), ("purpose", "mock"), ("kit", None)]:
        reply = change(person, interview, {name: value})
        assert (reply.status_code, reply.json()["errors"][0]["pointer"]) == (400, f"/{name}")


def test_it_may_be_called_off_or_missed() -> None:
    person = an_interviewer()
    running = services.start(a_hiring(person), person=person)
    body = signed_in(person).post(path(running, "cancel/"), {"reason": "The line broke."}).json()
    assert (body["state"], body["allowed_transitions"]) == ("cancelled", [])
    missed = a_hiring(person, starts_at=in_days(-1))
    assert signed_in(person).post(path(missed, "no-show/"), {"by": "candidate"}).json()["state"] == "no_show"


def test_a_colleague_finds_it_by_the_candidates_name() -> None:
    lead, colleague = an_interviewer(), an_interviewer()
    interview = a_hiring(lead, participants=[seat(lead, "lead"), seat(colleague)])
    client = signed_in(colleague)
    for query in ("q=silva", "purpose=hiring", "kit=talk-60"):
        assert [one["id"] for one in client.get(f"{INTERVIEWS}?{query}").json()["results"]] == [str(interview.pk)]
    assert client.post(path(interview, "retrospective/"), {"summary": "x"}).status_code == 404


def test_a_list_of_them_asks_the_database_as_often_however_many_there_are() -> None:
    lead, other = an_interviewer(), an_interviewer()
    opening = an_opening(lead)
    fields = {"side": "hiring", "candidate_name": "Ana Silva", "opening": opening}

    def hold() -> None:
        application = opening_services.apply(owner=lead, fields=fields)
        table = [seat(lead, "lead"), seat(other)]
        services.start(a_hiring(lead, application=application, participants=table), person=lead)

    client = signed_in(other)
    hold()
    client.get(INTERVIEWS)
    counts = {queries(client, f"{INTERVIEWS}?expand=application")}
    for _ in range(5):
        hold()
    counts.add(queries(client, f"{INTERVIEWS}?expand=application"))
    assert len(counts) == 1


def test_what_a_colleague_writes_on_a_card_leaves_no_trace_here() -> None:
    lead, other = an_interviewer(), an_interviewer()
    interview = services.start(a_hiring(lead, participants=[seat(lead, "lead"), seat(other)]), person=lead)
    urls = [path(interview), f"/api/v1/applications/{interview.application_id}/"]
    before = [(reply.content, reply.headers["ETag"]) for reply in map(signed_in(lead).get, urls)]
    client = signed_in(other)
    body = {"interview": str(interview.pk), "key_takeaways": "Strong.", "recommendation": "strong_yes"}
    made = client.post("/api/v1/scorecards/", body)
    assert made.status_code == 201
    changed = client.patch(made.json()["url"], {"key_takeaways": "x"}, headers={"If-Match": made.headers["ETag"]})
    assert changed.status_code == 200
    assert [(reply.content, reply.headers["ETag"]) for reply in map(signed_in(lead).get, urls)] == before
