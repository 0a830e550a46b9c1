"""Interviews for tests."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.interviews import services
from vivavoce.interviews.models import Interview
from vivavoce.openings import services as opening_services
from vivavoce.openings.models import Application, Opening


def an_application(owner: Person, organization: str = "Halden", **fields: Any) -> Application:
    opening = Opening.objects.create(owner=owner, title="Django developer", organization=organization)
    return opening_services.apply(owner=owner, fields={"opening": opening, **fields})


def an_interview(owner: Person, **fields: Any) -> Interview:
    """Scheduled for tomorrow, at Halden, unless told otherwise."""
    participants = fields.pop("participants", [])
    if "application" not in fields:
        fields.setdefault("own_organization", "Halden")
    fields = {"title": "Technical", "time_zone": "Europe/Lisbon", "starts_at": in_days(1), **fields}
    return services.create(owner=owner, fields=fields, participants=participants)


def in_days(days: float) -> datetime:
    return timezone.now() + timedelta(days=days)


def path(interview: Interview, step: str = "") -> str:
    return f"/api/v1/interviews/{interview.id}/{step}"
