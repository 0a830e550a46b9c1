from typing import Any

import pytest

from tests.interviews.card_samples import a_card, seat, two_at_a_table, whole
from tests.people import a_person, signed_in
from vivavoce.interviews.models import Participant

pytestmark = pytest.mark.django_db
CARDS = "/api/v1/scorecards/"


def client(place: Participant) -> Any:
    assert place.person is not None
    return signed_in(place.person)


def test_a_card_takes_two_commands() -> None:
    mine, _ = two_at_a_table()
    ada = client(mine)
    made = ada.post(CARDS, {"interview": str(mine.interview_id), **whole()})
    assert made.status_code == 201, made.json()
    assert made.json()["missing"] == []
    done = ada.post(f"{made.json()['url']}submit/", {})
    assert done.status_code == 200, done.json()
    assert (done.json()["state"], done.json()["revision"]) == ("submitted", 1)


def test_a_debrief_opens_when_one_has_submitted() -> None:
    mine, theirs = two_at_a_table()
    a_card(theirs, whole(score=1), "submit")
    ada = client(mine)
    assert ada.get(CARDS).json()["count"] == 0
    (closed,) = ada.get("/api/v1/debriefs/").json()["results"]
    assert (closed["is_open"], closed["criteria"]) == (False, None)
    a_card(mine, whole(score=3), "submit")
    assert ada.get(CARDS).json()["count"] == 2
    (opened,) = ada.get("/api/v1/debriefs/").json()["results"]
    (line,) = opened["criteria"]
    assert (line["median"], line["spread"], line["n"], line["disagreement"]) == (2.0, 2, 2, True)
