"""The day: its sentence, its blocks at their own addresses, in the person's time zone, at a constant cost."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from tests.interviews.samples import an_application, an_interview
from tests.people import a_person, signed_in, with_token
from tests.practice.memory_samples import an_asked, graded
from tests.practice.test_sessions import a_mock
from tests.questions import samples
from vivavoce.interviews.models import Interview
from vivavoce.openings.models import Opening
from vivavoce.practice import today_rules
from vivavoce.practice.services.reviews import NewReview, write_down

TODAY = "/api/v1/today/"
BLOCKS = ("due", "next-interview", "plan", "readiness", "weak-spots", "activity", "steps")
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)  # a Tuesday
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _tuesday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def day(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("due", "starts_at", "sentence"),
    [
        (0, None, "Nothing is due today."),
        (1, None, "One card is due."),
        (2, None, "Two cards are due."),
        (20, None, "Twenty cards are due."),
        (21, None, "21 cards are due."),
        (14, "2026-11-26T14:00", "Fourteen cards are due, and Halden Freight is in two days."),
        (0, "2026-11-26T00:00", "Nothing is due today, and Halden Freight is in two days."),
        (3, "2026-11-25T00:30", "Three cards are due, and Halden Freight is tomorrow."),
        (1, "2026-11-24T14:05", "One card is due, and Halden Freight is today at 14:05."),
        (0, "2026-11-24T09:01", "Nothing is due today, and Halden Freight is today at 09:01."),
        (5, "2026-12-01T10:00", "Five cards are due, and Halden Freight is in seven days."),
        (5, "2026-12-02T10:00", "Five cards are due, and Halden Freight is on Wed 2 Dec."),
        (0, "2027-11-24T10:00", "Nothing is due today, and Halden Freight is on Wed 24 Nov 2027."),
    ],
)
def test_the_headline_says_what_matters(due: int, starts_at: str | None, sentence: str) -> None:
    when = day(starts_at) if starts_at else None
    assert today_rules.headline(due, "Halden Freight", when, date(2026, 11, 24)) == sentence


@pytest.mark.parametrize(
    ("days_ago", "streak"), [([], 0), ([0], 1), ([1], 1), ([0, 1, 2], 3), ([1, 2], 2), ([2, 3], 0), ([0, 2], 1)]
)
def test_a_day_that_is_not_over_breaks_no_row(days_ago: list[int], streak: int) -> None:
    today = date(2026, 3, 30)
    assert today_rules.streak({today - timedelta(days=days) for days in days_ago}, today) == streak


@pytest.mark.django_db
def test_it_is_for_those_who_are_known() -> None:
    for path in (TODAY, *(f"{TODAY}{block}/" for block in BLOCKS)):
        assert APIClient().get(path).status_code == 401
    assert with_token(a_person(), "practice:read").get(TODAY).status_code == 200
    assert with_token(a_person(), "bank:read").get(TODAY).status_code == 403


@pytest.mark.django_db
def test_a_new_account_has_an_empty_day() -> None:
    found = signed_in(a_person()).get(TODAY).json()
    assert (found["date"], found["time_zone"]) == ("2026-11-24", "Europe/Lisbon")
    assert found["headline"] == "Nothing is due today."
    assert found["due"] == {"count": 0, "minutes": 0, "items": []}
    assert found["next_interview"] is None
    assert (found["plan"]["on"], found["plan"]["minutes_a_day"], len(found["plan"]["days"])) == (None, 25, 7)
    assert found["readiness"]["on"] is None
    assert (found["weak_spots"], found["activity"]["streak"], found["steps"]) == ([], 0, [])
    assert len(found["activity"]["days"]) == 126
    assert signed_in(a_person()).get(f"{TODAY}next-interview/").status_code == 204


def a_full_day() -> Any:
    owner = a_person(time_zone="Pacific/Auckland")  # it is 22:00 there
    questions = [an_asked(number, minutes=4) for number in range(4)]
    graded(owner, questions[0], "good", NOW - 5 * DAY)
    graded(owner, questions[1], "good", NOW - 2 * DAY)
    for hours in (24 * 40, 24 * 30, 24 * 20, 24 * 19, 1):
        graded(owner, questions[2], "again" if hours in (24 * 30, 24 * 19) else "easy", NOW - timedelta(hours=hours))
    application = an_application(owner, "Halden Freight", stage="interviewing")
    Opening.objects.update(skills=["Django", "PostgreSQL"])
    first = NOW + 2 * DAY + timedelta(hours=5)
    link = "https://video.example/1"
    an_interview(owner, application=application, title="", round="technical", starts_at=first, video_link=link)
    an_interview(owner, title="Call", starts_at=NOW + 9 * DAY)
    samples.question(7)  # one to ask
    samples.step(7)
    samples.step(8)
    return owner


@pytest.mark.django_db
def test_it_says_what_is_due_where_the_person_is() -> None:
    owner = a_full_day()
    found = signed_in(owner).get(TODAY).json()
    assert found["date"] == "2026-11-24"
    assert found["headline"] == "Two cards are due, and Halden Freight is in three days."
    due = found["due"]
    assert (due["count"], due["minutes"]) == (2, 8)
    shown = [(one["question"]["slug"], one["days_late"], one["why"]) for one in due["items"]]
    assert shown == [("question-0", 3, "due"), ("question-1", 0, "due")]
    assert [(line["quality"]["slug"], line["strength"]) for line in due["items"][0]["evidence"]] == [("reliability", 2)]
    with time_machine.travel(NOW + timedelta(hours=2, minutes=1), tick=False):  # past midnight there
        assert signed_in(owner).get(TODAY).json()["date"] == "2026-11-25"


@pytest.mark.django_db
def test_the_next_interview_brings_what_one_wants_to_know() -> None:
    owner = a_full_day()
    found = signed_in(owner).get(f"{TODAY}next-interview/").json()
    assert (found["organization"], found["stage"], found["place"]) == ("Halden Freight", "interviewing", "Video call")
    assert (found["days"], found["asks"], found["to_ask"]) == (3, ["Django", "PostgreSQL"], [samples.PROMPTS[1]])
    assert found["starts_at"] == "2026-11-26T14:00:00Z"
    assert [one["name"] for one in found["after"]] == ["Call, Halden"]
    assert found["after"][0]["url"] == f"/api/v1/interviews/{found['after'][0]['id']}/"
    Interview.objects.update(state="cancelled", cancel_reason="Ill")
    assert signed_in(owner).get(f"{TODAY}next-interview/").status_code == 204


@pytest.mark.django_db
def test_the_plan_leads_to_the_interview() -> None:
    owner = a_full_day()
    client = signed_in(owner)
    plan = client.get(f"{TODAY}plan/").json()
    assert (plan["on"], plan["minutes_a_day"]) == ("2026-11-27", 25)
    assert [one["date"] for one in plan["days"]] == ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"]
    assert plan["days"][3]["interview"]["name"] == "Technical, Halden Freight"
    assert {one["slug"] for one in plan["days"][0]["questions"]} == {"question-0", "question-1", "question-3"}
    assert plan["days"][0]["minutes"] == 12
    short = client.get(f"{TODAY}plan/?minutes=5").json()
    assert [len(one["questions"]) for one in short["days"]][:2] == [1, 1]
    assert client.get(f"{TODAY}plan/").json() == plan
    owner.preferences = {"minutes_a_day": 5}
    owner.save()
    assert signed_in(owner).get(f"{TODAY}plan/").json() == short
    for wrong in ("minutes=241", "minutes=-1", "minutes=x", "minutes=5&minutes=6", "days=3"):
        assert client.get(f"{TODAY}plan/?{wrong}").status_code == 400
    assert client.get(f"{TODAY}due/?minutes=5").status_code == 400


@pytest.mark.django_db
def test_readiness_counts_what_was_never_seen_as_not_known() -> None:
    client = signed_in(a_full_day())
    found = client.get(f"{TODAY}readiness/").json()
    reliability, modelling = found["qualities"]
    assert (reliability["quality"]["slug"], reliability["seen"], reliability["questions"]) == ("reliability", 2, 2)
    assert (modelling["quality"]["slug"], modelling["seen"], modelling["questions"]) == ("modelling", 1, 2)
    assert modelling["now"] == pytest.approx(0.45, abs=0.01)
    assert modelling["four_weeks_ago"] is None
    assert 0 < reliability["four_weeks_ago"] < 0.5
    assert modelling["on_the_day"] > modelling["now"]
    recalls = [one["recall"] for one in found["by_minutes"]]
    assert [one["minutes"] for one in found["by_minutes"]] == [0, 15, 25, 45]
    assert recalls == sorted(recalls)
    assert recalls[-1] > recalls[0]


@pytest.mark.django_db
def test_a_date_far_beyond_the_plan_is_not_read_as_a_year_without_practice() -> None:
    owner = a_person()
    an_asked(0)
    an_interview(owner, starts_at=NOW + 365 * DAY)
    found = signed_in(owner).get(f"{TODAY}readiness/").json()
    assert found["qualities"][0]["on_the_day"] > 0.9
    assert found["by_minutes"][3]["recall"] > 0.9


@pytest.mark.django_db
def test_without_a_date_readiness_looks_four_weeks_ahead() -> None:
    owner = a_full_day()
    Interview.objects.all().delete()
    found = signed_in(owner).get(f"{TODAY}readiness/").json()
    assert found["on"] is None
    assert {one["on_the_day"] for one in found["qualities"]} == {None}
    assert found["by_minutes"][0]["recall"] < found["by_minutes"][1]["recall"]


@pytest.mark.django_db
def test_minutes_already_practised_are_not_planned_again() -> None:
    owner = a_person()
    questions = [an_asked(number, minutes=5) for number in range(6)]
    graded(owner, questions[0], "easy", NOW, seconds=900)
    plan = signed_in(owner).get(f"{TODAY}plan/?minutes=25").json()
    assert [one["minutes"] for one in plan["days"]][:2] == [10, 15]


@pytest.mark.django_db
def test_weak_spots_and_activity_come_from_the_log() -> None:
    found = signed_in(a_full_day()).get(TODAY).json()
    (spot,) = found["weak_spots"]
    assert (spot["question"]["slug"], spot["lapses"], spot["quality"]["slug"]) == ("question-2", 2, "reliability")
    counts = {one["date"]: one["reviews"] for one in found["activity"]["days"]}
    assert (counts["2026-11-24"], counts["2026-11-22"], counts["2026-11-23"]) == (1, 1, 0)
    assert found["activity"]["streak"] == 1
    assert found["activity"]["days"][-1]["date"] == "2026-11-24"


@pytest.mark.django_db
def test_days_in_a_row_are_counted_beyond_what_is_shown() -> None:
    owner, question = a_person(), an_asked(0)
    write_down(owner, [NewReview(question, 3, reviewed_at=NOW - number * DAY) for number in range(200)])
    found = signed_in(owner).get(f"{TODAY}activity/").json()
    assert (found["streak"], len(found["days"])) == (200, 126)


@pytest.mark.django_db
def test_what_a_mock_showed_to_be_lost_is_planned_first_and_dated_the_same_all_day() -> None:
    owner = a_person()
    for number in range(9):
        an_asked(number)
    lost = an_asked(9)
    a_mock(owner, lost, NOW - DAY)
    client = signed_in(owner)
    assert client.get(f"{TODAY}plan/").json()["days"][0]["questions"][0]["slug"] == lost.slug
    due = client.get(f"{TODAY}due/").json()
    with time_machine.travel(NOW + DAY / 48, tick=False):
        assert client.get(f"{TODAY}due/").json() == due


@pytest.mark.django_db
def test_practice_leads_to_no_mock_and_to_nothing_that_was_cancelled_or_is_over() -> None:
    owner = a_person()
    a_mock(owner, an_asked(0), NOW + DAY, state="scheduled")
    cancelled = an_interview(owner, starts_at=NOW + 2 * DAY)
    Interview.objects.filter(pk=cancelled.pk).update(state="cancelled", cancel_reason="Filled.")
    an_interview(owner, starts_at=NOW - DAY)
    an_interview(owner, starts_at=NOW)
    found = signed_in(owner).get(TODAY).json()
    assert (found["next_interview"], found["plan"]["on"]) == (None, None)
    assert found["headline"] == "Nothing is due today."


@pytest.mark.django_db
def test_a_way_to_prepare_is_ticked_and_unticked() -> None:
    owner = a_full_day()
    client, path = signed_in(owner), f"{TODAY}steps/step-8/"
    ticked = client.patch(path, {"done": True}).json()
    assert (ticked["step"]["slug"], ticked["done_at"]) == ("step-8", "2026-11-24T09:00:00Z")
    with time_machine.travel(NOW + DAY, tick=False):
        assert client.patch(path, {"done": True}).json() == ticked
    assert [one["done_at"] for one in client.get(f"{TODAY}steps/").json()] == [None, ticked["done_at"]]
    assert signed_in(a_person()).get(f"{TODAY}steps/").json()[1]["done_at"] is None
    assert client.patch(path, {"done": False}).json()["done_at"] is None
    assert client.patch(path, {}).status_code == 400
    assert client.patch(path, {"done": "yes"}).status_code == 400
    assert client.patch(f"{TODAY}steps/nowhere/", {"done": True}).status_code == 404


@pytest.mark.django_db
def test_each_block_alone_is_the_block_of_the_whole() -> None:
    client = signed_in(a_full_day())
    whole = client.get(TODAY).json()
    for block in BLOCKS:
        assert client.get(f"{TODAY}{block}/").json() == whole[block.replace("-", "_")]
    assert client.get(f"{TODAY}?pretty").status_code == 200
    tag = client.get(TODAY)["ETag"]
    assert client.get(TODAY, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.django_db
def test_it_asks_the_database_as_often_for_many_cards_as_for_few() -> None:
    owner = a_full_day()
    client = signed_in(owner)
    client.get(TODAY)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(TODAY).status_code == 200
        return len(captured)

    few = queries()
    for number in range(20, 60):
        question = an_asked(number)
        for days, grade in ((40, "easy"), (20, "again"), (19, "easy"), (9, "again")):
            graded(owner, question, grade, NOW - days * DAY)
        an_interview(owner, starts_at=NOW + number * DAY)
        samples.step(number)
    assert queries() == few == 18
