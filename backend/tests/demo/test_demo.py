import json
from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.utils import timezone
from rest_framework.test import APIClient

from tests.people import PASSWORD, a_person, signed_in, with_token
from tests.questions import samples
from vivavoce.accounts.models import Person
from vivavoce.demo import plans, services, world
from vivavoce.interviews.models import AskedQuestion, Interview, Retrospective
from vivavoce.openings.models import Application, Opening
from vivavoce.questions.models import Question

pytestmark = pytest.mark.django_db
ERASE = "/api/v1/demo/erase/"


@pytest.fixture(autouse=True)
def _thursday() -> Iterator[None]:
    cache.clear()
    with time_machine.travel("2026-11-26T12:00:00Z", tick=False):
        yield


def command(step: str) -> dict[str, Any]:
    out = StringIO()
    call_command("demo", step, stdout=out)
    return dict(json.loads(out.getvalue()))


def test_loading_prints_the_way_in_and_it_works() -> None:
    way_in = command("load")
    assert set(way_in) == {"sign_in", "password", "token"}
    client = APIClient(headers={"Authorization": f"Bearer {way_in['token']}"})
    me = client.get("/api/v1/me/").json()
    assert (me["person"]["email"], me["demo"], me["groups"]) == ("demo@example.org", True, ["interviewers"])
    assert client.get("/api/v1/interviews/").json()["count"] == len(world.INTERVIEWS)
    assert client.get("/api/v1/applications/").json()["count"] == len(world.OPENINGS)
    login = APIClient().post(
        "/_allauth/browser/v1/auth/login", {"email": way_in["sign_in"], "password": way_in["password"]}
    )
    assert login.status_code == 200


def test_loading_again_changes_nothing_and_prints_the_same() -> None:
    first = command("load")
    Interview.objects.filter(title="First call").delete()
    assert command("load") == first
    assert Person.objects.count() == 1
    assert not Interview.objects.filter(title="First call").exists()


def test_a_revoked_demo_token_works_again_after_loading() -> None:
    way_in = command("load")
    client = APIClient(headers={"Authorization": f"Bearer {way_in['token']}"})
    for token in Person.objects.get().tokens.all():
        signed_in(Person.objects.get()).delete(f"/api/v1/tokens/{token.id}/")
    assert client.get("/api/v1/me/").status_code == 401
    command("load")
    assert client.get("/api/v1/me/").status_code == 200


@pytest.mark.parametrize("today", ["2026-11-26", "2026-11-28", "2027-02-28", "2028-02-29", "2026-03-29"])
def test_the_world_is_believable_on_any_day(today: str) -> None:
    with time_machine.travel(f"{today}T12:00:00Z", tick=False):
        services.load()
        for interview in Interview.objects.prefetch_related("history"):
            assert interview.starts_at is not None
            assert interview.starts_at.weekday() < plans.SATURDAY
            assert (interview.state == "scheduled") == (interview.starts_at > timezone.now())
            times = [line.at for line in interview.history.all()]
            assert times == sorted(times)
            assert max(times) <= timezone.now()
        for application in Application.objects.prefetch_related("history"):
            assert [line.at for line in application.history.all()][-1] <= timezone.now()
            assert application.history.all()[len(application.history.all()) - 1].to_stage == application.stage
        assert Opening.objects.filter(valid_through__lt=date.fromisoformat(today)).count() == 0


def test_a_working_day_lies_beyond_a_weekend_on_the_same_side_of_today() -> None:
    thursday = date(2026, 11, 26)
    assert plans.working_day(thursday, 2) == date(2026, 11, 30)
    assert plans.working_day(thursday, -4) == date(2026, 11, 20)


def test_there_are_notes_on_what_has_been() -> None:
    question = samples.question(0)
    Question.objects.filter(pk=question.pk).update(slug="past-failure")
    services.load()
    assert AskedQuestion.objects.filter(question=question).count() == 1
    assert set(Retrospective.objects.values_list("interview__state", flat=True)) == {"complete"}


def test_the_demo_person_erases_it_with_one_call_and_is_signed_out() -> None:
    mine = a_person()
    services.load()
    client = signed_in(Person.objects.get(email=world.EMAIL))
    assert client.post(ERASE).status_code == 204
    assert client.get("/api/v1/me/").json()["person"] is None
    assert list(Person.objects.all()) == [mine]
    assert not Opening.objects.exists()
    assert command("status") == {"loaded": False, "sign_in": None, "openings": 0, "interviews": 0}


def test_the_command_erases_too() -> None:
    services.load()
    assert command("status")["loaded"] is True
    assert command("erase") == {"erased": 1}
    assert command("erase") == {"erased": 0}


def test_nobody_else_erases_it() -> None:
    services.load()
    assert APIClient().post(ERASE).status_code == 401
    assert signed_in(a_person()).post(ERASE).status_code == 403
    assert with_token(Person.objects.get(email=world.EMAIL), "bank:read").post(ERASE).status_code == 403
    assert Person.objects.filter(is_demo=True).exists()


def test_production_has_no_demo_world() -> None:
    services.load()
    demo = signed_in(Person.objects.get())
    with override_settings(MODE="production", PRODUCTION=True):
        for step in ("load", "erase"):
            with pytest.raises(CommandError, match="production"):
                command(step)
        assert demo.post(ERASE).status_code == 403
        assert demo.get("/api/v1/me/").json()["installation"]["demo_sign_in"] is None


def test_a_real_account_of_that_name_is_left_alone() -> None:
    person = a_person(email=world.EMAIL)
    with pytest.raises(CommandError, match="real account"):
        command("load")
    person.refresh_from_db()
    assert person.check_password(PASSWORD)
