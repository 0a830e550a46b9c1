"""The ground of the two worlds, laid anew for each test and undone with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.two_worlds.frozen import frozen, make_clock
from tests.two_worlds.worlds import BEGUN, Ground, lay


@pytest.fixture(scope="session")
def database_clock(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The test database has a clock that can be set."""
    with django_db_blocker.unblock():
        make_clock()


@pytest.fixture
def ground(database_clock: None, db: None) -> Iterator[Ground]:
    """The tables, and everybody at them; Carl has written nothing yet."""
    with frozen(BEGUN) as clock:
        yield lay(clock)
