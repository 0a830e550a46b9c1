"""People for tests, and clients that speak for them; conftest.py holds every reply against openapi.yaml."""

from __future__ import annotations

import itertools
from typing import Any

from django.contrib.auth.models import Group
from rest_framework.test import APIClient

from vivavoce.accounts import rules, services
from vivavoce.accounts.models import Person

PASSWORD = "a lamp, a boat, a pear"
_numbers = itertools.count(1)


def a_person(**fields: Any) -> Person:
    """Somebody with an account in Lisbon."""
    email = fields.pop("email", f"person{next(_numbers)}@example.org")
    return Person.objects.create_user(email, PASSWORD, **{"time_zone": "Europe/Lisbon", **fields})


def an_interviewer(**fields: Any) -> Person:
    """Somebody of the group that assesses."""
    person = a_person(**fields)
    person.groups.add(Group.objects.get_or_create(name=rules.INTERVIEWERS)[0])  # a flush takes the migration's
    return person


def signed_in(person: Person) -> APIClient:
    """A client with the site's session."""
    client = APIClient()
    client.force_login(person)
    return client


def with_token(person: Person, *scopes: str) -> APIClient:
    """A client with a token that holds these scopes, or all of them."""
    _, secret = services.make_token(owner=person, name="test", scopes=scopes or rules.SCOPES)
    return APIClient(headers={"Authorization": f"Bearer {secret}"})
