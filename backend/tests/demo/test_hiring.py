"""The other side of the table in the demo world, with the real pack's kits."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from tests.people import signed_in
from vivavoce.accounts.models import Person
from vivavoce.demo import panel, services, world
from vivavoce.interviews import blindness
from vivavoce.interviews.models import Evidence, Interview, InterviewItem, Scorecard
from vivavoce.openings.models import Application
from vivavoce.packs.services import load


@pytest.fixture
def me(db: None) -> Person:
    load(settings.BACKEND / "content" / "python-django")
    services.load()
    return Person.objects.get(email=world.EMAIL)


def test_both_sides_of_the_table_are_there_and_go(me: Person) -> None:
    client = signed_in(me)
    debriefs = {row["candidate_name"]: row for row in client.get("/api/v1/debriefs/").json()["results"]}
    assert set(debriefs) == {panel.CANDIDATE, panel.NEXT_CANDIDATE, world.NAME}

    decided = debriefs[panel.CANDIDATE]
    assert (decided["is_open"], decided["may_decide"], decided["decision"]) == (True, True, None)
    assert decided["cards"] == {"expected": 3, "submitted": 3}
    apart = [line["criterion"]["slug"] for line in decided["criteria"] if line["disagreement"]]
    assert apart == ["testing-debugging", "security"]
    scores = [score for line in decided["criteria"] for score in line["scores"] if score["score"]]
    assert all(score["evidence"] and score["evidence"][0]["number"] for score in scores)

    waiting = debriefs[panel.NEXT_CANDIDATE]
    assert (waiting["is_open"], waiting["criteria"]) == (False, None)
    assert waiting["cards"] == {"expected": 2, "submitted": 1}
    assert [one["name"] for one in waiting["waiting_for"]] == [world.NAME]
    running = Interview.objects.get(state="in_progress")
    assert timezone.now() - running.starts_at < timedelta(hours=1)  # type: ignore[operator]  # it has a time
    assert client.get(f"/api/v1/scorecards/?interview={running.pk}").json()["count"] == 0

    rehearsal = debriefs[world.NAME]
    assert (rehearsal["purpose"], rehearsal["is_open"]) == ("mock", True)
    assert InterviewItem.objects.filter(lapsed=True, question_version__question__slug="n-plus-one").exists()
    for person in Person.objects.all():
        with blindness.acting_as(person):
            assert not Evidence.objects.filter(at__gt=timezone.now()).exists()

    everybody = list(Person.objects.all())
    assert services.erase() == len(everybody) == 3
    assert not Interview.objects.exists()
    assert not Application.objects.exists()
    for person in everybody:
        with blindness.acting_as(person):
            assert not Scorecard.objects.exists()
