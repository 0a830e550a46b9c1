"""The ground of the two worlds: laid once, and undone to that after each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.two_worlds.frozen import frozen, make_clock
from tests.two_worlds.worlds import BEGUN, Ground, lay


@pytest.fixture(scope="session")
def database_clock(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The test database has a clock that can be set."""
    with django_db_blocker.unblock():
        make_clock()


@pytest.fixture(scope="package")
def laid(database_clock: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Ground]:
    """The ground, laid once for all tests of this folder and undone after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        with frozen(BEGUN) as clock:
            ground = lay(clock)
        yield ground
        transaction.set_rollback(True)


@pytest.fixture
def ground(laid: Ground, db: None) -> Iterator[Ground]:
    """The tables, and everybody at them; Carl has written nothing yet. What a test does to it is undone."""
    with frozen(BEGUN) as clock:
        laid.clock = clock
        yield laid
