"""Whom an interviewer may name, and how somebody becomes one."""

from typing import Any

import pytest
from django.contrib.auth.models import Group

from tests.people import a_person, an_interviewer, signed_in, with_token
from vivavoce.accounts.models import Person
from vivavoce.accounts.views import ColleagueViewSet
from vivavoce.core.testing.contract import ResourceContract

ME, COLLEAGUES = "/api/v1/me/", "/api/v1/colleagues/"


class TestColleagues(ResourceContract):
    path = COLLEAGUES
    viewset = ColleagueViewSet
    nothing_is_hidden = True  # from interviewers; test_others_are_refused says the rest
    filters = {"q=grace": [0], "q=GR": [0], "q=person9": []}

    def person(self, name: str = "ada") -> Person:
        return an_interviewer(email=f"{name}@example.org", name=name.title())

    def make(self, owner: Any, number: int) -> Person:
        return an_interviewer(name=["Grace", "Edsger", "Barbara"][number % 3])

    def exact(self, row: Person) -> dict[str, Any]:
        return {"id": str(row.pk), "url": f"{COLLEAGUES}{row.pk}/", "name": "Grace"}


@pytest.mark.django_db
def test_others_are_refused() -> None:
    assert signed_in(a_person()).get(COLLEAGUES).status_code == 403
    assert with_token(an_interviewer(), "openings:read").get(COLLEAGUES).status_code == 403


@pytest.mark.django_db
def test_whoever_is_no_interviewer_is_not_among_them() -> None:
    a_person(name="Ana")
    an_interviewer(name="Gone", is_active=False)
    assert signed_in(an_interviewer()).get(COLLEAGUES).json()["count"] == 0


@pytest.mark.django_db
def test_nobody_reads_an_address() -> None:
    an_interviewer(email="grace.hopper@example.org")
    reply = signed_in(an_interviewer()).get(COLLEAGUES)
    assert reply.json()["results"][0]["name"] == "grace.hopper"
    assert "example.org" not in reply.content.decode()
    assert signed_in(an_interviewer()).get(f"{COLLEAGUES}?q=grace.hopper@example").json()["count"] == 1
    assert signed_in(an_interviewer()).get(f"{COLLEAGUES}?q=grace.hopper@other").json()["count"] == 1


@pytest.mark.django_db
def test_one_joins_and_leaves_by_a_switch() -> None:
    client = signed_in(a_person())
    assert client.patch(ME, {"is_interviewer": True}).json()["groups"] == ["interviewers"]
    assert client.patch(ME, {"is_interviewer": True}).json()["groups"] == ["interviewers"]
    assert client.get(COLLEAGUES).status_code == 200
    assert client.patch(ME, {"is_interviewer": False}).json()["groups"] == []


@pytest.mark.django_db
def test_in_production_an_administrator_adds_interviewers(settings: Any) -> None:
    settings.PRODUCTION = True
    person = a_person()
    client = signed_in(person)
    reply = client.patch(ME, {"is_interviewer": True, "name": "Ana"})
    assert (reply.status_code, reply.json()["code"]) == (403, "interviewers_are_appointed")
    person.refresh_from_db()
    assert (person.name, person.groups.count()) == ("", 0)
    person.groups.add(Group.objects.get(name="interviewers"))
    assert client.patch(ME, {"is_interviewer": False}).json()["groups"] == []
