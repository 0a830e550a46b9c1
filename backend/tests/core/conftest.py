"""One person, one stranger, two shelves and three things."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.core.planted.models import Mark, Shelf, State, Thing
from vivavoce.accounts.models import Person


@pytest.fixture
def person(db: None) -> Person:
    return Person.objects.create_user(email="ada@example.org", password="a long password")


@pytest.fixture
def stranger(db: None) -> Person:
    return Person.objects.create_user(email="mallory@example.org", password="a long password")


@pytest.fixture
def signed_in(person: Person, client: Client) -> Client:
    client.force_login(person)
    return client


@pytest.fixture
def shelves(db: None) -> list[Shelf]:
    return [Shelf.objects.create(slug="top", name="Top shelf"), Shelf.objects.create(slug="low", name="Low shelf")]


@pytest.fixture
def things(person: Person, shelves: list[Shelf]) -> list[Thing]:
    top, low = shelves
    kettle = Thing.objects.create(owner=person, name="copper kettle", size=3, shelf=top)
    lamp = Thing.objects.create(owner=person, name="lamp", size=2, shelf=low, state=State.USED)
    spoon = Thing.objects.create(owner=person, name="spoon", size=1, shelf=low, state=State.USED)
    old = Mark.objects.create(slug="old", name="Old")
    rare = Mark.objects.create(slug="rare", name="Rare")
    kettle.marks.set([old, rare])
    lamp.marks.set([old])
    return [kettle, lamp, spoon]
