"""The first interview that starts freezes its kit's version for the opening; what was held by it stays to be read."""

from typing import Any

import pytest

from tests.interviews.kit_samples import a_kit
from tests.interviews.samples import a_hiring, a_kit_of, a_mock, path, seat
from tests.openings.test_openings import an_opening
from tests.people import a_person, an_interviewer, signed_in
from vivavoce.accounts.models import Person
from vivavoce.interviews import services
from vivavoce.interviews.models import FrozenKit, Kit
from vivavoce.openings import services as opening_services
from vivavoce.openings.models import Application, Opening
from vivavoce.questions.models import Question

pytestmark = pytest.mark.django_db
INTERVIEWS = "/api/v1/interviews/"


def applies(owner: Person, opening: Opening | None) -> Application:
    fields = {"side": "hiring", "candidate_name": "Ana Silva", "opening": opening}
    return opening_services.apply(owner=owner, fields=fields)


def second_version() -> Kit:
    first = Kit.objects.get(slug="talk-60", version=1)
    Kit.objects.filter(pk=first.pk).update(is_current=False)
    return a_kit(version=2, asks=[Question.objects.get(slug="question-0")])


def body(application: Application, kit: str) -> dict[str, Any]:
    return {"purpose": "hiring", "application": str(application.pk), "kit": kit}


def change(person: Person, interview: Any, kit: str) -> Any:
    tag = signed_in(person).get(path(interview)).headers["ETag"]
    return signed_in(person).patch(path(interview), {"kit": kit}, headers={"If-Match": tag})


def test_everybody_after_the_first_is_asked_by_its_version() -> None:
    person = an_interviewer()
    opening = an_opening(person)
    first = services.start(a_hiring(person, application=applies(person, opening)), person=person)
    newer = second_version()
    made = signed_in(person).post(INTERVIEWS, body(applies(person, opening), "talk-60")).json()
    assert (made["kit_version"], made["kit_frozen"], made["kit"]["id"]) == (1, True, str(first.kit_id))
    assert FrozenKit.objects.get().interview_id == first.pk
    named = signed_in(person).post(INTERVIEWS, body(applies(person, opening), str(newer.pk)))
    assert (named.status_code, named.json()["code"]) == (409, "kit_is_frozen")
    assert (named.json()["allowed"], named.json()["kit_version"]) == ([str(first.kit_id)], 1)
    elsewhere = signed_in(person).post(INTERVIEWS, body(applies(person, an_opening(person)), "talk-60")).json()
    assert (elsewhere["kit_version"], elsewhere["kit_frozen"]) == (2, False)


def test_one_that_was_planned_before_starts_by_the_frozen_version() -> None:
    person = an_interviewer()
    opening = an_opening(person)
    first = a_hiring(person, application=applies(person, opening))
    newer = second_version()
    planned = a_hiring(person, application=applies(person, opening), kit=newer)
    services.start(first, person=person)
    started = signed_in(person).post(path(planned, "start/")).json()
    assert started["kit_version"] == 1
    assert planned.items.count() == 2


def test_an_opening_that_came_later_takes_the_version_of_the_first() -> None:
    person = an_interviewer()
    application = applies(person, None)
    first = services.start(a_hiring(person, application=application), person=person)
    assert not FrozenKit.objects.exists()
    application.opening = an_opening(person)
    application.save()
    second = a_hiring(person, application=application, kit=second_version())
    assert services.start(second, person=person).kit_id == first.kit_id


def test_the_kit_of_one_that_started_does_not_change() -> None:
    person = an_interviewer()
    interview = a_hiring(person)
    newer, other = second_version(), a_kit("short-30")
    assert change(person, interview, "short-30").json()["kit"]["slug"] == "short-30"
    assert change(person, interview, "talk-60").json()["kit_version"] == 2
    services.start(interview, person=person)
    for kit in ("short-30", str(other.pk), str(Kit.objects.get(version=1, slug="talk-60").pk)):
        reply = change(person, interview, kit)
        assert (reply.status_code, reply.json()["allowed"]) == (409, [str(newer.pk)])
    assert change(person, interview, str(newer.pk)).status_code == 200


def test_what_it_was_held_by_stays_although_a_question_was_retired() -> None:
    lead, panel, stranger = an_interviewer(), an_interviewer(), an_interviewer()
    interview = services.start(a_hiring(lead, participants=[seat(lead, "lead"), seat(panel)]), person=lead)
    planned = a_hiring(stranger)
    Question.objects.filter(slug="question-0").update(status="retired")
    for person in (lead, panel):
        kit = signed_in(person).get(path(interview)).json()["kit"]
        assert len(signed_in(person).get(kit["url"]).json()["items"]) == 2
        found = signed_in(person).get(f"/api/v1/interview-items/?interview={interview.pk}").json()
        assert [one["question"]["slug"] for one in found["results"]] == ["question-0", "question-1"]
        assert found["results"][0]["key_points"]
        assert signed_in(person).get("/api/v1/kits/").json()["count"] == 0
    assert signed_in(stranger).get(path(planned)).json()["kit"]["slug"] == "talk-60"
    assert signed_in(stranger).get(f"/api/v1/kits/{interview.kit_id}/").status_code == 404
    assert signed_in(stranger).get(INTERVIEWS).json()["count"] == 1


def test_who_rehearses_reads_the_kit_afterwards() -> None:
    asks, answers = an_interviewer(), a_person()
    interview = a_mock(asks, kit=a_kit_of(), participants=[seat(asks), seat(answers, "candidate")])
    Question.objects.update(status="retired")
    services.start(interview, person=asks)
    url = f"/api/v1/kits/{interview.kit_id}/"
    assert [signed_in(one).get(url).status_code for one in (asks, answers)] == [200, 404]
    interview.participants.update(card_state="")
    signed_in(asks).post(path(interview, "finish/"))
    assert signed_in(answers).get(url).status_code == 200
