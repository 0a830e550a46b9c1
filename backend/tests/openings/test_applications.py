from datetime import timedelta

import pytest
from django.utils import timezone

from tests.openings.test_openings import an_opening
from tests.people import a_person, signed_in
from vivavoce.openings import services

pytestmark = pytest.mark.django_db
APPLICATIONS = "/api/v1/applications/"


def days_ago(days: int) -> str:
    return (timezone.now() - timedelta(days=days)).isoformat()


def test_an_application_begins_with_its_first_line_of_history() -> None:
    person = a_person()
    opening = an_opening(person)
    reply = signed_in(person).post(APPLICATIONS, {"opening": str(opening.id), "stage": "applied"})
    assert reply.status_code == 201
    body = reply.json()
    assert body["opening"] == {
        "id": str(opening.id),
        "name": "Django developer, Halden",
        "url": f"/api/v1/openings/{opening.id}/",
    }
    assert body["side"] == "candidate"
    assert body["quiet_days"] == 0
    assert [(line["from_stage"], line["to_stage"]) for line in body["history"]] == [(None, "applied")]


def test_a_move_may_be_written_down_later() -> None:
    person = a_person()
    application = services.apply(owner=person, fields={"opening": an_opening(person), "stage": "saved"})
    url = f"{APPLICATIONS}{application.id}/"
    reply = signed_in(person).post(f"{url}move/", {"stage": "applied", "at": days_ago(5), "note": "by post"})
    assert reply.status_code == 200
    body = reply.json()
    assert body["stage"] == "applied"
    assert body["history"][0]["note"] == "by post"
    again = signed_in(person).post(f"{url}move/", {"stage": "applied"})
    assert again.status_code == 409
    assert "offer" in again.json()["allowed_transitions"]


def test_a_move_cannot_lie_in_the_future() -> None:
    person = a_person()
    application = services.apply(owner=person, fields={"opening": an_opening(person)})
    reply = signed_in(person).post(f"{APPLICATIONS}{application.id}/move/", {"stage": "offer", "at": days_ago(-1)})
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["pointer"] == "/at"


def test_the_stage_changes_by_moving_only() -> None:
    person = a_person()
    application = services.apply(owner=person, fields={"opening": an_opening(person)})
    url = f"{APPLICATIONS}{application.id}/"
    reply = signed_in(person).patch(url, {"stage": "offer"})
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["code"] == "use_move"
    kept = signed_in(person).patch(url, {"contacts": [{"name": "Ilse", "role": "Recruiter"}], "notes": "Call."})
    assert kept.json()["contacts"] == [{"name": "Ilse", "role": "Recruiter"}]


def test_anothers_opening_cannot_be_named_and_is_as_if_absent() -> None:
    person = a_person()
    hidden = an_opening(a_person())
    here = signed_in(person).post(APPLICATIONS, {"opening": str(hidden.id)})
    absent = signed_in(person).post(APPLICATIONS, {"opening": str(person.id)})
    assert (here.status_code, absent.status_code) == (400, 400)
    assert here.json()["errors"][0]["code"] == absent.json()["errors"][0]["code"]


def test_applications_are_found_by_stage_salary_and_text() -> None:
    person = a_person()
    for organization, stage, top in (("Halden", "interviewing", 76_000), ("Osprey", "applied", 62_000)):
        opening = an_opening(person, organization=organization, salary_max=top)
        services.apply(owner=person, fields={"opening": opening, "stage": stage, "notes": f"about {organization}"})
    client = signed_in(person)

    def found(**query: str) -> list[str]:
        rows = client.get(APPLICATIONS, {**query, "expand": "opening", "ordering": "organization"}).json()["results"]
        return [row["opening"]["organization"] for row in rows]

    assert found() == ["Halden", "Osprey"]
    assert found(stage="applied") == ["Osprey"]
    assert found(salary__gte="70000") == ["Halden"]
    assert found(q="about osprey") == ["Osprey"]
    facets = client.get(APPLICATIONS, {"facets": "stage"}).json()["facets"]["stage"]
    assert {row["value"]: row["count"] for row in facets}["applied"] == 1
    assert [row["value"] for row in facets][:2] == ["saved", "applied"]


def test_the_quiet_one_comes_first_when_asked() -> None:
    person = a_person()
    quiet = services.apply(owner=person, fields={"opening": an_opening(person)}, at=timezone.now() - timedelta(days=12))
    services.apply(owner=person, fields={"opening": an_opening(person)})
    first = signed_in(person).get(APPLICATIONS, {"ordering": "moved_at"}).json()["results"][0]
    assert (first["id"], first["quiet_days"]) == (str(quiet.id), 12)
