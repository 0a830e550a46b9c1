from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from tests.people import PASSWORD, a_person
from vivavoce.accounts import services
from vivavoce.accounts.models import Person, Token
from vivavoce.limits.buckets import Rate

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(settings: Settings) -> Client:
    settings.ZEAL_ALLOWLIST = [{"model": "*", "field": "*"}]  # Django's own pages look for one person several times
    client = Client()
    client.force_login(Person.objects.create_superuser("root@example.org", PASSWORD))
    return client


def test_somebody_is_made_an_interviewer(office: Client) -> None:
    person = a_person(name="Ana")
    page = f"/admin/accounts/person/{person.pk}/change/"
    assert office.get(page).status_code == 200
    interviewers = Group.objects.get(name="interviewers")
    form = {"email": person.email, "name": "Ana", "time_zone": "UTC", "is_active": "on", "groups": [interviewers.pk]}
    assert office.post(page, form).status_code == 302
    assert list(person.groups.all()) == [interviewers]


def test_somebody_is_added(office: Client) -> None:
    form = {"email": "New@Example.org", "usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
    reply = office.post("/admin/accounts/person/add/", form)
    assert reply.status_code == 302
    assert Person.objects.get(email="new@example.org").check_password(PASSWORD)


def test_tokens_are_seen_without_their_fingerprint_and_revoked(office: Client) -> None:
    token, _ = services.make_token(owner=a_person(), name="cli", scopes=["bank:read"])
    page = office.get(f"/admin/accounts/token/{token.pk}/change/").content.decode()
    assert token.hint in page
    assert token.fingerprint not in page
    office.post("/admin/accounts/token/", {"action": "revoke", "_selected_action": [str(token.pk)]})
    assert Token.objects.get(pk=token.pk).revoked_at is not None


def sign_in(client: Client, password: str) -> int:
    form = {"username": "Root@example.org", "password": password}
    return client.post("/admin/login/?next=/admin/", form).status_code


def test_it_signs_staff_in(office: Client) -> None:
    cache.clear()
    office.logout()
    assert sign_in(office, PASSWORD) == 302
    assert office.get("/admin/").status_code == 200


def test_it_refuses_the_right_password_after_five_wrong_ones(
    office: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.LIMITS_FOLDER = str(tmp_path)  # a store of its own
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "sign_in": Rate.parse("5/d")}
    cache.clear()
    office.logout()
    assert {sign_in(office, f"wrong {number}") for number in range(5)} == {200}
    assert sign_in(office, PASSWORD) == 200
    assert office.get("/admin/").status_code == 302


def test_it_asks_staff_for_a_confirmed_address_where_that_is_mandatory(office: Client, settings: Settings) -> None:
    cache.clear()
    office.logout()
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    assert sign_in(office, PASSWORD) == 200
    EmailAddress.objects.create(user=Person.objects.get(), email="root@example.org", verified=True, primary=True)
    assert sign_in(office, PASSWORD) == 302


def test_private_things_are_not_there() -> None:
    private = {"Interview", "Retrospective", "Opening", "Application", "StageChange", "Participant", "AskedQuestion"}
    assert not private & {model.__name__ for model in admin.site._registry}
