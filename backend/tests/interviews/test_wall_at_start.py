"""A server whose role the wall does not bind must not start."""

import os
from collections.abc import Iterator

import pytest
from django.db import connection

from config.refusals import UNBOUND, past_the_wall, refuse
from config.settings import database


@pytest.fixture
def as_owner() -> Iterator[None]:
    """The connection of the role that owns the tables and migrates."""
    served = {key: connection.settings_dict[key] for key in ("USER", "PASSWORD")}
    owner = database(os.environ["DATABASE_OWNER_URL"])
    connection.close()
    connection.settings_dict.update({key: owner[key] for key in served})
    yield
    connection.close()
    connection.settings_dict.update(served)


@pytest.mark.django_db(transaction=True)
def test_the_role_that_serves_is_bound(caplog: pytest.LogCaptureFixture) -> None:
    assert not past_the_wall()
    refuse()
    assert UNBOUND not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_the_owner_is_not_and_may_not_serve(as_owner: None) -> None:
    assert past_the_wall()


@pytest.mark.django_db(transaction=True)
def test_elsewhere_it_serves_with_a_warning(as_owner: None, caplog: pytest.LogCaptureFixture) -> None:
    refuse()
    assert UNBOUND in caplog.text
