"""Interviews for tests."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from tests.interviews.kit_samples import a_kit
from tests.questions import samples
from vivavoce.accounts.models import Person
from vivavoce.interviews import services
from vivavoce.interviews.models import Interview, Kit
from vivavoce.openings import services as opening_services
from vivavoce.openings.models import Application, Opening
from vivavoce.questions.models import Question


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


def a_kit_of(count: int = 2) -> Kit:
    """An hour with this many questions of the bank."""
    found = Kit.objects.filter(slug="talk-60", is_current=True).first()
    if found:
        return found
    asks = [Question.objects.filter(slug=f"question-{n}").first() or samples.question(n) for n in range(count)]
    return a_kit(asks=asks)


def a_hiring(owner: Person, **fields: Any) -> Interview:
    """Of Ana Silva's application, by the kit of an hour, led by an interviewer."""
    application = fields.get("application")
    fields = {"purpose": "hiring", "kit": a_kit_of(), "candidate_name": "" if application else "Ana Silva", **fields}
    return plan(owner, fields)


def a_mock(owner: Person, **fields: Any) -> Interview:
    """Alone, by the kit of an hour."""
    return plan(owner, {"purpose": "mock", "kit": a_kit_of(), **fields})


def plan(owner: Person, fields: dict[str, Any]) -> Interview:
    named = {name: fields.pop(name) for name in ("candidate_name", "my_role", "participants") if name in fields}
    return services.hold(owner=owner, fields=fields, **named)


def seat(person: Person, role: str = "interviewer") -> dict[str, Any]:
    """A participant as services take it."""
    return {"person": person, "role": role, "name": person.known_as, "note": ""}


def in_days(days: float) -> datetime:
    return timezone.now() + timedelta(days=days)


def path(interview: Interview, step: str = "") -> str:
    return f"/api/v1/interviews/{interview.id}/{step}"
