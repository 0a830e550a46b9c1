import pytest
from django.db import IntegrityError, transaction

from tests.people import PASSWORD, a_person
from vivavoce.accounts.models import Person

pytestmark = pytest.mark.django_db


def test_capitals_in_an_address_do_not_matter() -> None:
    person = a_person(email=" Ana@Example.ORG ")
    assert person.email == "ana@example.org"
    assert Person.objects.get_by_natural_key("ANA@example.org") == person


def test_the_database_refuses_a_second_spelling() -> None:
    a_person(email="ana@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email="Ana@example.org")


def test_an_administrator_is_staff_and_may_do_all() -> None:
    person = Person.objects.create_superuser("root@example.org", PASSWORD)
    assert (person.is_staff, person.is_superuser, str(person)) == (True, True, "root@example.org")


def test_without_a_password_nobody_signs_in() -> None:
    person = Person.objects.create_user("ana@example.org")
    assert not person.has_usable_password()


def test_the_database_counts_every_change() -> None:
    person = a_person()
    Person.objects.filter(pk=person.pk).update(name="Ana")
    person.refresh_from_db()
    assert person.row_version == 2
