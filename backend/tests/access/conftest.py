"""One ground for this folder, laid once; others' rows once for each module; every request is undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.access.asking import Callers
from tests.access.world import NOW, World, lay_ground, lay_others
from tests.two_worlds.frozen import frozen, make_clock, undone


@pytest.fixture(scope="package")
def laid(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The ground; undone after all tests of this folder."""
    with django_db_blocker.unblock():
        make_clock()
        with transaction.atomic():
            with frozen(NOW):
                world = lay_ground()
            yield world
            transaction.set_rollback(True)


@pytest.fixture(scope="module")
def whole(laid: World, django_db_blocker: DjangoDbBlocker) -> Iterator[Callers]:
    """The ground with everybody's rows on it."""
    with django_db_blocker.unblock(), undone():
        with frozen(NOW):
            lay_others(laid)
            callers = Callers(laid)
        yield callers


@pytest.fixture
def callers(whole: Callers, db: None) -> Iterator[Callers]:
    """Those who ask, at one moment."""
    with frozen(NOW):
        yield whole


@pytest.fixture
def ground(laid: World, db: None) -> Iterator[World]:
    """Without others' rows, at one moment."""
    with frozen(NOW):
        yield laid
