import pytest
from django.core.cache import cache
from django.test import Client

from tests.people import PASSWORD, a_person
from vivavoce.accounts.models import Person

pytestmark = pytest.mark.django_db
AUTH = "/_allauth/browser/v1/auth"


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


class Browser(Client):
    """A browser with the site open: CSRF is enforced, and the token comes from /me/."""

    def __init__(self) -> None:
        super().__init__(enforce_csrf_checks=True)

    def send(self, path: str, body: dict[str, str], method: str = "post") -> int:
        token = self.get("/api/v1/me/").json()["csrf_token"]
        call = getattr(self, method)
        reply = call(path, body, content_type="application/json", headers={"X-CSRFToken": token})
        return int(reply.status_code)

    def who(self) -> str | None:
        person = self.get("/api/v1/me/").json()["person"]
        return person and str(person["email"])


def test_somebody_signs_up_out_and_in_again() -> None:
    browser = Browser()
    new = {"email": "Ana@Example.org", "password": PASSWORD, "name": "Ana", "time_zone": "Europe/Lisbon"}
    assert browser.send(f"{AUTH}/signup", new) == 200
    assert browser.who() == "ana@example.org"
    person = Person.objects.get(email="ana@example.org")
    assert (person.name, person.time_zone) == ("Ana", "Europe/Lisbon")
    assert browser.send(f"{AUTH}/session", {}, method="delete") == 401  # allauth's word for "signed out"
    assert browser.who() is None
    assert browser.send(f"{AUTH}/login", {"email": "ana@example.org", "password": PASSWORD}) == 200
    assert browser.who() == "ana@example.org"


@pytest.mark.parametrize("password", ["eleven char", "1q2w3e4r5t6y"])
def test_a_short_or_common_password_is_refused(password: str) -> None:
    assert Browser().send(f"{AUTH}/signup", {"email": "a@example.org", "password": password}) == 400
    assert not Person.objects.exists()


def test_a_wrong_password_does_not_sign_in() -> None:
    person = a_person()
    browser = Browser()
    assert browser.send(f"{AUTH}/login", {"email": person.email, "password": "something else"}) == 400
    assert browser.who() is None


def test_signing_in_needs_the_csrf_token() -> None:
    person = a_person()
    reply = Browser().post(
        f"{AUTH}/login", {"email": person.email, "password": PASSWORD}, content_type="application/json"
    )
    assert reply.status_code == 403


def test_a_session_cannot_write_without_the_csrf_token() -> None:
    person = a_person()
    browser = Browser()
    browser.send(f"{AUTH}/login", {"email": person.email, "password": PASSWORD})
    reply = browser.post("/api/v1/tokens/", {"name": "x"}, content_type="application/json")
    assert reply.status_code == 403
    assert reply["Content-Type"] == "application/problem+json"


def test_the_two_groups_are_there() -> None:
    from django.contrib.auth.models import Group

    assert list(Group.objects.order_by("name").values_list("name", flat=True)) == ["editors", "interviewers"]
