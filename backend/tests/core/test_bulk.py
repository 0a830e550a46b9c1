"""A list that is posted to a collection makes all of its rows or none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from django.conf import settings
from zeal import zeal_ignore

from tests.interviews.card_samples import an_assessment, held, seat
from tests.interviews.samples import a_mock, an_interview, in_days, path
from tests.openings.test_openings import an_opening
from tests.people import a_person, an_interviewer, signed_in
from tests.practice.memory_samples import an_asked
from tests.questions import samples
from vivavoce.accounts.models import Person, Token
from vivavoce.interviews.models import Invitation
from vivavoce.interviews.services import start
from vivavoce.openings.models import Opening

pytestmark = pytest.mark.django_db

OPENINGS = "/api/v1/openings/"


def opening(number: int) -> dict[str, Any]:
    return {"title": f"Developer {number}", "organization": "Halden"}


def test_all_are_made_and_shown_in_order() -> None:
    client = signed_in(a_person())
    made = client.post(f"{OPENINGS}?fields=id,title", [opening(number) for number in range(3)])
    assert made.status_code == 201
    assert [one["title"] for one in made.json()] == ["Developer 0", "Developer 1", "Developer 2"]
    assert ("Location" in made, "ETag" in made) == (False, False)
    found = client.get(f"{OPENINGS}?ordering=title").json()["results"]
    assert [one["id"] for one in found] == [one["id"] for one in made.json()]


def test_of_a_list_with_a_fault_none_is_made_and_each_fault_is_pointed_at() -> None:
    bodies = [opening(0), {"title": 5, "organization": "Halden"}, opening(2), {**opening(3), "salery": 1}, 7]
    refused = signed_in(a_person()).post(OPENINGS, bodies)
    assert refused.status_code == 400
    faults = [(one["pointer"], one["code"]) for one in refused.json()["errors"]]
    assert faults == [("/1/title", "wrong_type"), ("/3/salery", "unknown_member"), ("/4", "invalid")]
    assert Opening.objects.count() == 0


def test_a_fault_that_only_the_service_finds_undoes_the_rows_before_it() -> None:
    person = a_person()
    mine, over = a_mock(person), an_interview(person, starts_at=in_days(-1))
    bodies = [{"interview": str(mine.pk)}, {"interview": str(over.pk)}]
    with zeal_ignore():
        refused = signed_in(person).post("/api/v1/invitations/", bodies)
    assert refused.status_code in {400, 409}
    assert refused.json()["errors"][0]["pointer"].startswith("/1")
    assert Invitation.objects.count() == 0


@pytest.mark.parametrize("count", [0, 101])
def test_a_list_has_bounds(count: int) -> None:
    refused = signed_in(a_person()).post(OPENINGS, [opening(number) for number in range(count)])
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (400, "list_length")
    assert Opening.objects.count() == 0


def test_a_hundred_are_not_too_many() -> None:
    with zeal_ignore():
        made = signed_in(a_person()).post(OPENINGS, [opening(number) for number in range(100)])
    assert (made.status_code, len(made.json()), Opening.objects.count()) == (201, 100, 100)


def test_a_list_with_a_key_is_made_once_and_its_secrets_are_shown_once() -> None:
    client = signed_in(a_person())
    key = {"Idempotency-Key": "two-tokens"}
    with zeal_ignore():
        first, second = [client.post("/api/v1/tokens/", [{"name": "a"}, {"name": "b"}], headers=key) for _ in range(2)]
    assert all(one["secret"].startswith("vv_") for one in first.json())
    assert second.json() == [{**one, "secret": None} for one in first.json()]
    assert Token.objects.count() == 2


def test_an_address_of_one_row_takes_no_list() -> None:
    person = a_person()
    url = path(an_interview(person, starts_at=in_days(-1)), "retrospective/")
    refused = signed_in(person).post(url, [{"summary": "Calm."}])
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (400, "")


def a_seat(person: Person) -> str:
    return str(seat(held(person, an_assessment(person)), person).interview_id)


BODIES: dict[str, Callable[[Person], list[Any]]] = {
    "openings": lambda _: [opening(1), opening(2)],
    "applications": lambda person: [{"opening": str(an_opening(person).pk)} for _ in range(2)],
    "interviews": lambda _: [{"organization": "Halden"}] * 2,
    "interview-items": lambda person: [
        {"interview": str(start(a_mock(person), person=person).pk), "question": samples.question(number).slug}
        for number in (31, 32)
    ],
    "tokens": lambda _: [{"name": "a"}, {"name": "b"}],
    "invitations": lambda person: [{"interview": str(a_mock(person).pk)} for _ in range(2)],
    "scorecards": lambda person: [{"interview": a_seat(person)} for _ in range(2)],
    "reviews": lambda _: [{"question": an_asked(number).slug, "grade": "good"} for number in (1, 2)],
    "practice-sessions": lambda _: [{"limit": 1}] * 2,
    "attempts": lambda _: [{"question": an_asked(number).slug} for number in (1, 2)],
}


def collections() -> list[str]:
    document = yaml.safe_load(settings.OPENAPI_FILE.read_text())
    bodies = {
        path.split("/")[3]: operations["post"]["requestBody"]["content"]["application/json"]["schema"]
        for path, operations in document["paths"].items()
        if {"get", "post"} <= operations.keys() and path.count("/") == 4
    }
    assert all("oneOf" in schema for schema in bodies.values()), "a collection that takes no list"
    return sorted(bodies)


@pytest.mark.parametrize("collection", collections())
def test_every_collection_takes_a_list(collection: str) -> None:
    person = an_interviewer()
    bodies, client = BODIES[collection](person), signed_in(person)
    before = client.get(f"/api/v1/{collection}/").json()["count"]
    with zeal_ignore():
        made = client.post(f"/api/v1/{collection}/", bodies)
    assert (made.status_code, len(made.json())) == (201, 2), made.content
    assert client.get(f"/api/v1/{collection}/").json()["count"] == before + 2
    broken = client.post(f"/api/v1/{collection}/", [bodies[0], {"nonsense": 1}])
    assert broken.json()["errors"][0]["pointer"].split("/")[1] in {"0", "1"}
    assert broken.status_code >= 400
    assert client.get(f"/api/v1/{collection}/").json()["count"] == before + 2
