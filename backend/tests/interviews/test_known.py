"""What a request told the database ends with it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client

from tests.people import a_person
from vivavoce.core.known import known


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", ["scorecards/", "scorecards/?x=1", "debriefs/x/", "interviews/"])
def test_a_connection_keeps_no_person_after_a_request(path: str) -> None:
    client = Client()
    client.force_login(a_person())
    assert client.get(f"/api/v1/{path}").status_code < 500
    assert not connection.in_atomic_block
    assert known() == ""
