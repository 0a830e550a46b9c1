import pytest
from rest_framework.test import APIClient

from tests.people import a_person, signed_in, with_token
from vivavoce.accounts.models import Person

pytestmark = pytest.mark.django_db
ME = "/api/v1/me/"


def test_it_answers_somebody_unknown() -> None:
    reply = APIClient().get(ME)
    assert reply.status_code == 200
    body = reply.json()
    assert body["person"] is None
    assert body["time_zone"] == "UTC"
    assert body["groups"] == []
    assert body["demo"] is False
    assert len(body["csrf_token"]) == 64
    assert body["installation"] == {
        "mode": "test",
        "email_verification": "none",
        "password_min_length": 12,
        "demo_sign_in": None,
    }


def test_it_says_who_is_signed_in() -> None:
    person = a_person(name="Ana")
    body = signed_in(person).get(ME).json()
    assert body["person"]["id"] == str(person.id)
    assert body["person"]["name"] == "Ana"
    assert body["person"]["preferences"] == {
        "theme": "system",
        "single_keys": True,
        "answers_shut": False,
        "minutes_a_day": 25,
    }
    assert body["time_zone"] == "Europe/Lisbon"


def test_a_token_gets_no_csrf_token() -> None:
    assert with_token(a_person()).get(ME).json()["csrf_token"] is None


def test_an_unknown_parameter_is_refused() -> None:
    assert APIClient().get(ME, {"verbose": "1"}).status_code == 400


def test_one_changes_oneself_member_by_member() -> None:
    person = a_person(name="Ana")
    client = signed_in(person)
    assert client.patch(ME, {"preferences": {"theme": "dark"}}).status_code == 200
    reply = client.patch(ME, {"time_zone": "Asia/Tokyo", "preferences": {"single_keys": False, "minutes_a_day": 45}})
    assert reply.json()["person"]["preferences"] == {
        "theme": "dark",
        "single_keys": False,
        "answers_shut": False,
        "minutes_a_day": 45,
    }
    assert reply.json()["time_zone"] == "Asia/Tokyo"
    assert Person.objects.get(pk=person.pk).name == "Ana"


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"time_zone": "EST"}, "/time_zone"),
        ({"name": 3}, "/name"),
        ({"nmae": "Ana"}, "/nmae"),
        ({"email": "b@example.org"}, "/email"),
        ({"preferences": {"theme": "blue"}}, "/preferences/theme"),
    ],
)
def test_a_wrong_member_is_named(body: dict[str, object], pointer: str) -> None:
    reply = signed_in(a_person()).patch(ME, body)
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["pointer"] == pointer


def test_changing_needs_somebody_known() -> None:
    assert APIClient().patch(ME, {"name": "Ana"}).status_code == 401


def test_a_change_on_old_knowledge_loses() -> None:
    client = signed_in(a_person())
    tag = client.get(ME)["ETag"]
    assert client.patch(ME, {"name": "Ana"}, headers={"If-Match": tag}).status_code == 200
    lost = client.patch(ME, {"name": "Bea"}, headers={"If-Match": tag})
    assert lost.status_code == 412
    assert client.patch(ME, {"name": "Bea"}, headers={"If-Match": lost["ETag"]}).status_code == 200
