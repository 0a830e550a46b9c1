"""The demo person's practice, with the real pack's questions."""

from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.people import signed_in
from vivavoce.accounts.models import Person
from vivavoce.demo import plans, practice, services, world
from vivavoce.packs.services import load
from vivavoce.practice.models import Attempt, Card, Review, StepMark
from vivavoce.practice.services.reviews import rebuild

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("today", ["2026-11-22", "2026-11-24", "2027-03-01"])
def test_three_weeks_of_practice_are_there_and_today_has_work(today: str) -> None:
    load(settings.BACKEND / "content" / "python-django")
    with time_machine.travel(f"{today}T12:00:00Z", tick=False):
        services.load()
        me = Person.objects.get(email=world.EMAIL)
        found = signed_in(me).get("/api/v1/today/").json()
        assert Card.objects.count() == len(practice.BEGUN)
        assert 8 <= found["due"]["count"] <= 16
        assert "lapsed" in {one["why"] for one in found["due"]["items"]}
        assert any(one["days_late"] for one in found["due"]["items"])
        assert len(found["weak_spots"]) >= 2
        assert "Halden Freight is in" in found["headline"]
        assert found["next_interview"]["asks"]
        assert found["plan"]["days"][0]["questions"]
        assert {one["seen"] > 0 for one in found["readiness"]["qualities"]} == {True}
        recalls = [one["recall"] for one in found["readiness"]["by_minutes"]]
        assert recalls == sorted(recalls)
        assert sum(one["reviews"] > 0 for one in found["activity"]["days"]) == 16
        assert [bool(one["done_at"]) for one in found["steps"]] == [True] * 3 + [False] * 7
    assert Attempt.objects.filter(state="graded", found__contains=[{"state": "found"}]).count() >= 10
    for card in Card.objects.select_related("question__current"):
        before = card.memory
        rebuild([card])
        assert Card.objects.select_related("question__current").get(pk=card.pk).memory == before


def test_it_is_made_in_few_queries_and_goes_without_a_trace() -> None:
    load(settings.BACKEND / "content" / "python-django")
    services.load()
    me = Person.objects.get(email=world.EMAIL)
    for model in (Review, Attempt, StepMark, Card):
        model._default_manager.filter(owner=me).delete()
    with CaptureQueriesContext(connection) as asked:
        practice.furnish(me, timezone.localdate(me.created_at, ZoneInfo(plans.TIME_ZONE)))  # as a load does
    made = Review.objects.count()
    assert len(asked) < 30 < made
    services.load()
    assert Review.objects.count() == made
    services.erase()
    assert [model._default_manager.count() for model in (Review, Attempt, StepMark, Card)] == [0] * 4
    services.load()
    assert Review.objects.count() == made
