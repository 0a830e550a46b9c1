"""The questions of an interview that is held here."""

from typing import Any

import pytest

from tests.interviews.samples import a_hiring, a_kit_of, a_mock, path, seat
from tests.people import a_person, an_interviewer, signed_in
from tests.questions import samples
from vivavoce.accounts.models import Person
from vivavoce.core.testing.contract import ResourceContract
from vivavoce.interviews import services
from vivavoce.interviews.models import Interview, InterviewItem
from vivavoce.interviews.views.items import InterviewItemViewSet

ITEMS = "/api/v1/interview-items/"
NOBODY = "00000000-0000-0000-0000-000000000000"


def when(moment: Any) -> str:
    return str(moment.isoformat().replace("+00:00", "Z"))


def started(person: Person, **fields: Any) -> Interview:
    return services.start(a_mock(person, **fields), person=person)


class TestInterviewItems(ResourceContract):
    path = ITEMS
    viewset = InterviewItemViewSet
    filters = {
        f"interview={NOBODY}": [],
        f"interview__not={NOBODY}": [0, 1, 2],
        "asked=yes,reworded": [0, 1],
        "asked__not=yes": [1, 2],
    }

    def make(self, owner: Any, number: int) -> InterviewItem:
        interview = Interview.objects.filter(owner=owner).first()
        if interview is None:
            interview = started(owner, kit=a_kit_of(1))
            InterviewItem.objects.all().delete()
        asked = ["yes", "reworded", ""][number % 3]
        line = interview.kit.items.get()  # type: ignore[union-attr]  # it has one
        version = line.question_version
        if number:
            version = samples.version(version.question, number % 3, number=number + 1)
        return InterviewItem.objects.create(
            interview=interview,
            kit_item=None if number else line,
            question_version=version,
            position=number + 1,
            asked=asked,
        )

    def exact(self, row: InterviewItem) -> dict[str, Any]:
        row.refresh_from_db()
        question = row.question_version.question
        return {
            "id": str(row.pk),
            "url": f"{ITEMS}{row.pk}/",
            "interview": {
                "id": str(row.interview_id),
                "url": f"/api/v1/interviews/{row.interview_id}/",
                "name": "Talk",
            },
            "position": 1,
            "question": {
                "id": str(question.pk),
                "slug": "question-0",
                "name": "Why is a queryset lazy?",
                "material_html": "",
                "url": "/api/v1/questions/question-0/",
            },
            "number": 100,
            "version": 1,
            "level": "junior",
            "part": "",
            "pause": 0,
            "minutes": 10,
            "required": True,
            "probes": ["And then?"],
            "key_points": [{"id": "kp1", "text": "Nothing is sent before rows are needed.", "crucial": True}],
            "qualities": [{"quality": "reliability", "strength": 3}],
            "planned": True,
            "asked": "yes",
            "asked_at": None,
            "seconds": 0,
            "wording": "",
            "created_at": when(row.created_at),
            "updated_at": when(row.updated_at),
        }


def patch(person: Person, item: InterviewItem, body: dict[str, Any]) -> Any:
    client, url = signed_in(person), f"{ITEMS}{item.pk}/"
    return client.patch(url, body, headers={"If-Match": client.get(url).headers["ETag"]})


@pytest.mark.django_db
def test_a_start_lays_out_the_kit_in_its_order() -> None:
    person = a_person()
    interview = started(person)
    found = signed_in(person).get(f"{ITEMS}?interview={interview.pk}").json()["results"]
    assert [(one["position"], one["question"]["slug"], one["required"]) for one in found] == [
        (1, "question-0", True), (2, "question-1", False),
    ]  # fmt: skip


@pytest.mark.django_db
def test_what_became_of_a_question_is_noted() -> None:
    person = a_person()
    item = started(person).items.first()
    assert item is not None
    body = patch(person, item, {"asked": "reworded", "wording": "Why does it wait?", "seconds": 240}).json()
    assert (body["asked"], body["wording"], body["seconds"], body["planned"]) == (
        "reworded", "Why does it wait?", 240, True,
    )  # fmt: skip
    assert body["asked_at"]
    assert patch(person, item, {"asked": None}).json()["asked"] is None
    for wrong in ({"asked": "maybe"}, {"seconds": -1}, {"position": 2}, {"wording": "x" * 2_001}):
        assert patch(person, item, wrong).status_code == 400


@pytest.mark.django_db
def test_a_change_says_what_it_was_made_from() -> None:
    person = a_person()
    item = started(person).items.first()
    assert item is not None
    client, url = signed_in(person), f"{ITEMS}{item.pk}/"
    reply = client.patch(url, {"asked": "yes"})
    assert (reply.status_code, reply.json()["code"]) == (428, "precondition_required")
    headers = {"If-Match": reply.headers["ETag"]}
    assert client.patch(url, {"asked": "yes"}, headers=headers).status_code == 200
    assert client.patch(url, {"asked": "no"}, headers=headers).status_code == 412
    assert client.get(url).json()["asked"] == "yes"


@pytest.mark.django_db
def test_an_unplanned_question_comes_last_and_counts_as_a_deviation() -> None:
    person = a_person()
    interview = started(person)
    extra = samples.question(5)
    client = signed_in(person)
    body = {"interview": str(interview.pk), "question": extra.slug}
    reply = client.post(ITEMS, body)
    assert reply.status_code == 201
    made = reply.json()
    assert (made["position"], made["planned"], made["required"]) == (3, False, False)
    assert reply.headers["Location"] == made["url"]
    assert client.post(ITEMS, body).status_code == 409
    assert client.post(ITEMS, {**body, "question": "question-0"}).status_code == 409


@pytest.mark.django_db
def test_nothing_is_noted_before_the_start_or_after_the_end() -> None:
    person = a_person()
    planned = a_mock(person)
    body = {"interview": str(planned.pk), "question": samples.question(5).slug}
    assert signed_in(person).post(ITEMS, body).status_code == 409
    item = services.start(planned, person=person).items.first()
    assert item is not None
    Interview.objects.update(state="complete")
    assert patch(person, item, {"asked": "yes"}).status_code == 409


@pytest.mark.django_db
def test_those_who_listen_do_not_write_and_others_see_nothing() -> None:
    lead, observer, stranger = an_interviewer(), an_interviewer(), an_interviewer()
    interview = a_hiring(lead, participants=[seat(lead, "lead"), seat(observer, "observer")])
    item = services.start(interview, person=lead).items.first()
    assert item is not None
    assert patch(observer, item, {"asked": "yes"}).status_code == 403
    body = {"interview": str(interview.pk), "question": samples.question(5).slug}
    assert signed_in(observer).post(ITEMS, body).status_code == 403
    assert signed_in(stranger).get(f"{ITEMS}{item.pk}/").status_code == 404
    reply = signed_in(stranger).post(ITEMS, body)
    assert (reply.status_code, reply.json()["errors"][0]["pointer"]) == (400, "/interview")


@pytest.mark.django_db
def test_who_rehearses_reads_the_key_points_afterwards() -> None:
    asks, answers = a_person(), a_person()
    interview = started(asks, participants=[seat(asks), seat(answers, "candidate")])
    url = f"{ITEMS}?interview={interview.pk}"

    def points(person: Person) -> list[bool]:
        return [bool(one["key_points"]) for one in signed_in(person).get(url).json()["results"]]

    assert (points(asks), points(answers)) == ([True, True], [False, False])
    interview.participants.update(card_state="")
    signed_in(asks).post(path(interview, "finish/"))
    assert points(answers) == [True, True]


@pytest.mark.django_db
def test_who_rehearses_alone_marks_the_key_points() -> None:
    person = a_person()
    found = signed_in(person).get(f"{ITEMS}?interview={started(person).pk}").json()["results"]
    assert all(one["key_points"] for one in found)
