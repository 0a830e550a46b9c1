"""One ground for this folder, laid once, with others' rows on it or without; every request is undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.access.asking import Callers
from tests.access.world import NOW, World, lay_ground, lay_others
from tests.two_worlds.frozen import frozen, make_clock


class Stage:
    """The ground, and everybody's rows on it while tests need them: laying them takes as long as many requests."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.callers: Callers | None = None
        self.mark = ""

    def filled(self) -> Callers:
        """With everybody's rows."""
        if self.callers is None:
            self.mark = transaction.savepoint()
            with frozen(NOW):
                lay_others(self.world)
                self.callers = Callers(self.world)
        return self.callers

    def cleared(self) -> World:
        """Without others' rows."""
        if self.callers is not None:
            transaction.savepoint_rollback(self.mark)
            self.callers = None
        return self.world


@pytest.fixture(scope="package")
def stage(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stage]:
    """The ground; undone after all tests of this folder."""
    with django_db_blocker.unblock():
        make_clock()
        with transaction.atomic():
            with frozen(NOW):
                world = lay_ground()
            yield Stage(world)
            transaction.set_rollback(True)


@pytest.fixture
def _filled(stage: Stage) -> Callers:
    return stage.filled()


@pytest.fixture
def _cleared(stage: Stage) -> World:
    return stage.cleared()


@pytest.fixture
def callers(_filled: Callers, db: None) -> Iterator[Callers]:
    """Those who ask, at one moment; the test's own transaction begins after the rows are laid."""
    with frozen(NOW):
        yield _filled


@pytest.fixture
def ground(_cleared: World, db: None) -> Iterator[World]:
    """Without others' rows, at one moment."""
    with frozen(NOW):
        yield _cleared
