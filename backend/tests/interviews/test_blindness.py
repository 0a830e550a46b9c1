import pytest
from django.db import connection

from tests.people import a_person
from vivavoce.interviews import blindness

pytestmark = pytest.mark.django_db


def test_the_database_forgets_who_asked() -> None:
    person = a_person()
    with blindness.acting_as(person):
        assert blindness.known() == str(person.pk)
    assert blindness.known() == ""


def test_the_walls_bind_the_service() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_security_active('interviews_scorecard'), count(*) FROM interviews_scorecard")
        assert cursor.fetchone() == (True, 0)
    assert list(blindness.readable_cards(a_person())) == []
