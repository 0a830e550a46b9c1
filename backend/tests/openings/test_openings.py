from typing import Any

import pytest

from tests.people import a_person, signed_in
from vivavoce.accounts.models import Person
from vivavoce.openings.models import Application, Opening

pytestmark = pytest.mark.django_db
OPENINGS = "/api/v1/openings/"


def an_opening(owner: Person, **fields: Any) -> Opening:
    return Opening.objects.create(owner=owner, **{"title": "Django developer", "organization": "Halden", **fields})


def test_an_opening_is_noted_with_little() -> None:
    reply = signed_in(a_person()).post(OPENINGS, {"title": "Django developer", "organization": "Halden Freight"})
    assert reply.status_code == 201
    body = reply.json()
    assert body["name"] == "Django developer, Halden Freight"
    assert (body["remote"], body["salary_currency"], body["skills"]) == ("no", "EUR", [])


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"salary_min": 70_000, "salary_max": 60_000}, "/salary_max"),
        ({"posted_on": "2026-11-22", "valid_through": "2026-11-01"}, "/valid_through"),
        ({"country": "Netherlands"}, "/country"),
        ({"remote": "yes"}, "/remote"),
        ({"salary_min": -1}, "/salary_min"),
        ({"salary": 3}, "/salary"),
        ({"posting_url": "javascript:alert(1)"}, "/posting_url"),
    ],
)
def test_a_wrong_member_is_named(change: dict[str, object], pointer: str) -> None:
    body = {"title": "Django developer", "organization": "Halden", **change}
    reply = signed_in(a_person()).post(OPENINGS, body)
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["pointer"] == pointer


def test_a_change_of_one_end_is_held_against_the_other() -> None:
    person = a_person()
    opening = an_opening(person, salary_min=60_000, salary_max=70_000)
    assert signed_in(person).patch(f"{OPENINGS}{opening.id}/", {"salary_max": 50_000}).status_code == 400


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"industry": "logistics"}, ["Halden"]),
        ({"city": "Rotterdam,Lisbon"}, ["Halden", "Osprey"]),
        ({"country": "nl"}, ["Halden"]),
        ({"country__not": "NL"}, ["Osprey", "Vellum"]),
        ({"remote": "full"}, ["Osprey", "Vellum"]),
        ({"salary__gte": "65000"}, ["Halden"]),
        ({"salary__lte": "50000"}, ["Osprey"]),
        ({"skill": "POSTGIS"}, ["Osprey"]),
        ({"skill__not": "postgis"}, ["Halden", "Vellum"]),
        ({"stage": "offer"}, ["Vellum"]),
        ({"organization__contains": "ell"}, ["Vellum"]),
        ({"q": "rotterdam freight"}, ["Halden"]),
        ({"salary_max__isnull": "true"}, ["Vellum"]),
        ({"level": "senior", "valid_through__gte": "2026-11-01"}, ["Halden"]),
    ],
)
def test_openings_are_found_by_what_a_person_would_name(query: dict[str, str], found: list[str]) -> None:
    person = a_person()
    an_opening(
        person,
        organization="Halden",
        industry="Logistics",
        description="Inland freight",
        city="Rotterdam",
        country="NL",
        salary_min=64_000,
        salary_max=76_000,
        level="senior",
        valid_through="2026-12-01",
    )
    an_opening(
        person,
        organization="Osprey",
        city="Lisbon",
        country="PT",
        remote="full",
        salary_min=50_000,
        salary_max=62_000,
        skills=["Python", "PostGIS"],
    )
    vellum = an_opening(person, organization="Vellum", remote="full", salary_min=54_000)
    Application.objects.create(owner=person, opening=vellum, stage="offer")
    rows = signed_in(person).get(OPENINGS, {**query, "ordering": "organization"}).json()["results"]
    assert [row["organization"] for row in rows] == found


def test_an_opening_with_an_application_stays() -> None:
    person = a_person()
    opening = an_opening(person)
    Application.objects.create(owner=person, opening=opening)
    reply = signed_in(person).delete(f"{OPENINGS}{opening.id}/")
    assert reply.status_code == 409
    assert Opening.objects.filter(pk=opening.pk).exists()


def test_a_change_on_old_knowledge_loses() -> None:
    person = a_person()
    url = f"{OPENINGS}{an_opening(person).id}/"
    client = signed_in(person)
    tag = client.get(url)["ETag"]
    assert client.patch(url, {"city": "Delft"}, headers={"If-Match": tag}).status_code == 200
    assert client.patch(url, {"city": "Gouda"}, headers={"If-Match": tag}).status_code == 412


def test_a_person_leaves_with_everything() -> None:
    person = a_person()
    Application.objects.create(owner=person, opening=an_opening(person))
    person.delete()
    assert not Opening.objects.exists()
