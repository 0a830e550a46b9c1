"""Reviews arrive once, are taken back for half a minute, and make the card exactly."""

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rest_framework.test import APIClient

from tests.interviews.samples import an_interview, in_days
from tests.people import a_person, signed_in
from tests.practice.memory_samples import an_asked, card_of, graded, version_of
from tests.questions import samples
from vivavoce.practice import memory_rules as rules
from vivavoce.practice.models import Attempt, Card, Review
from vivavoce.practice.services.reviews import NewReview, record_review, undo

pytestmark = pytest.mark.django_db
PATH = "/api/v1/reviews/"
PREVIEW = "/api/v1/practice/preview/"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def a_body(**members: Any) -> dict[str, Any]:
    given = {"id": str(uuid.uuid4()), "question": "question-0", "grade": "good", "reviewed_at": "2026-11-22T11:00:00Z"}
    return given | members


@pytest.fixture(autouse=True)
def _noon(request: pytest.FixtureRequest) -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


def test_a_review_makes_a_card_that_says_when_the_question_returns() -> None:
    client = signed_in(a_person())
    an_asked(0)
    body = a_body(suggested="hard", seconds=90)
    reply = client.post(PATH, body)
    assert reply.status_code == 201
    shown = reply.json()
    assert shown["id"] == body["id"]
    assert reply["Location"] == shown["url"] == f"{PATH}{body['id']}/"
    assert (shown["grade"], shown["suggested"], shown["seconds"]) == ("good", "hard", 90)
    assert (shown["question"]["slug"], shown["question"]["name"]) == ("question-0", "Question 0?")
    assert (shown["due_at"], shown["undo_until"]) == ("2026-11-24T11:00:00Z", "2026-11-22T12:00:30Z")
    card = client.get(f"/api/v1/cards/{shown['card']}/").json()
    assert (card["state"], card["due_at"], card["reviews_count"]) == ("review", shown["due_at"], 1)
    assert card["recall"] == pytest.approx(0.996, abs=0.005)
    assert card["next"]["again"] == "2026-11-22T12:10:00Z"


def test_it_arrives_once_however_often_it_is_sent() -> None:
    client = signed_in(a_person())
    an_asked(0)
    body = a_body()
    assert [client.post(PATH, body).status_code for _ in range(3)] == [201, 200, 200]
    assert client.post(PATH, {key: body[key] for key in ("id", "question", "grade")}).status_code == 200
    other = client.post(PATH, body | {"grade": "easy"})
    assert (other.status_code, other.json()["code"]) == (409, "review_is_known")
    assert (Review.objects.get().grade, Card.objects.get().reviews_count) == (rules.GOOD, 1)


@pytest.mark.parametrize(
    "change",
    [{"reviewed_at": "2026-11-22T11:00:01Z"}, {"seconds": 4}, {"question": "question-1"}, {"suggested": "again"}],
)
def test_the_same_id_with_another_content_is_refused(change: dict[str, Any]) -> None:
    client = signed_in(a_person())
    an_asked(0)
    an_asked(1)
    body = a_body()
    client.post(PATH, body)
    assert client.post(PATH, body | change).status_code == 409
    assert Review.objects.count() == 1


def test_somebody_elses_id_is_as_good_as_any_and_tells_nothing() -> None:
    an_asked(0)
    body = a_body()
    signed_in(a_person()).post(PATH, body)
    mallory = signed_in(a_person())
    assert mallory.get(f"{PATH}{body['id']}/").status_code == 404
    assert mallory.delete(f"{PATH}{body['id']}/").status_code == 404
    assert mallory.post(PATH, {**body, "grade": "again"}).status_code == 201
    assert mallory.get(f"{PATH}{body['id']}/").json()["grade"] == "again"
    assert mallory.get(f"{PATH}?id={body['id']}").json()["count"] == 1
    assert sorted(Review.objects.values_list("grade", flat=True)) == [1, 3]


def test_what_does_not_fit_is_refused_by_name() -> None:
    owner = a_person()
    client = signed_in(owner)
    versions = [version_of(an_asked(number)) for number in (0, 1)]
    theirs = Attempt.objects.create(owner=a_person(), question_version_id=versions[0])
    elsewhere = Attempt.objects.create(owner=owner, question_version_id=versions[1])
    samples.question(4)  # to be asked by candidates
    for member, value, code in (
        ("grade", "fine", "not_allowed"),
        ("grade", 3, "not_allowed"),
        ("reviewed_at", "2026-11-22T12:06:00Z", "out_of_range"),
        ("reviewed_at", "0001-01-01T00:00:00Z", "out_of_range"),
        ("reviewed_at", "2026-11-22T12:00:00", "naive_time"),
        ("question", "question-4", "not_found"),
        ("attempt", str(theirs.pk), "does_not_exist"),
        ("attempt", str(elsewhere.pk), "conflict"),
        ("maximum_interval", 5, "unknown_member"),
        ("undone_at", "2026-11-22T11:00:00Z", "read_only"),
    ):
        reply = client.post(PATH, a_body(**{member: value}))
        (error,) = reply.json()["errors"]
        assert (reply.status_code, error["pointer"], error["code"]) == (400, f"/{member}", code)
    assert Review.objects.count() == 0


def test_it_is_taken_back_within_half_a_minute_and_the_log_keeps_it() -> None:
    owner = a_person()
    client = signed_in(owner)
    question = an_asked(0)
    graded(owner, question, "good", NOW - DAY)
    before = card_of(owner, question).memory
    body = a_body(grade="again")
    client.post(PATH, body)
    assert card_of(owner, question).memory != before
    with time_machine.travel(NOW + timedelta(seconds=30), tick=False):
        assert client.delete(f"{PATH}{body['id']}/").status_code == 204
        assert client.delete(f"{PATH}{body['id']}/").status_code == 204
    assert card_of(owner, question).memory == before
    assert client.get(f"{PATH}{body['id']}/").json()["undone_at"] == "2026-11-22T12:00:30Z"
    assert client.post(PATH, body).status_code == 200
    assert card_of(owner, question).memory == before


def test_later_it_stays() -> None:
    client = signed_in(a_person())
    an_asked(0)
    body = a_body()
    client.post(PATH, body)
    with time_machine.travel(NOW + timedelta(seconds=31), tick=False):
        reply = client.delete(f"{PATH}{body['id']}/")
    assert (reply.status_code, reply.json()["code"]) == (409, "too_late_to_undo")
    assert Card.objects.get().reviews_count == 1


def test_a_card_whose_only_review_was_taken_back_is_none() -> None:
    client = signed_in(a_person())
    an_asked(0)
    body = a_body()
    client.post(PATH, body)
    client.delete(f"{PATH}{body['id']}/")
    assert client.get("/api/v1/cards/").json()["count"] == 0
    assert client.post("/api/v1/practice-sessions/", {}).json()["items"][0]["why"] == "new"


def test_the_log_never_changes() -> None:
    review = graded(a_person(), an_asked(0), "good", NOW)
    with pytest.raises(IntegrityError, match="published and does not change"), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(grade=1)
    assert signed_in(review.owner).patch(f"{PATH}{review.pk}/", {"grade": "easy"}).status_code == 405


Step = tuple[str, int, float]
STEPS = st.lists(
    st.tuples(st.sampled_from(["grade", "undo", "move"]), st.integers(1, 4), st.floats(0, 60, allow_nan=False)),
    max_size=10,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, format=st.sampled_from(["knowledge", "situational"]))
def test_a_card_is_exactly_what_its_log_says(steps: list[Step], format: str) -> None:
    with transaction.atomic():
        owner, question = a_person(), an_asked(0, format=format)
        interview = an_interview(owner, starts_at=NOW + 9 * DAY)
        for verb, grade, number in steps:
            if verb == "grade":  # at any time, so that reviews arrive out of their order
                record_review(owner, NewReview(question, grade, reviewed_at=NOW - number * DAY))
            elif verb == "move":
                type(interview).objects.filter(pk=interview.pk).update(starts_at=NOW + (number - 30) * DAY)
            elif last := Review.objects.filter(owner=owner).order_by("created_at", "id").last():
                undo(last)
        log = Review.objects.filter(owner=owner, undone_at=None)
        lines = sorted((one.reviewed_at, one.pk, one.grade, one.maximum_interval) for one in log)
        story = format == "situational"
        told = rules.replay((rules.Graded(grade, at, cap) for at, _, grade, cap in lines), story=story)
        if lines:
            assert card_of(owner, question).memory == told
        else:
            assert not Card.objects.visible_to(owner).exists()
        transaction.set_rollback(True)


def test_each_review_keeps_the_cap_that_held_when_it_was_given() -> None:
    owner = a_person()
    an_interview(owner, starts_at=NOW + 9 * DAY)
    an_interview(owner, starts_at=NOW - 3 * DAY)
    times = {NOW: 3, NOW - 2 * DAY: 3, NOW - 4 * DAY: 1, NOW - 30 * DAY: 9, NOW + timedelta(minutes=5): 2}
    question = an_asked(0)
    assert {at: graded(owner, question, "good", at).maximum_interval for at in times} == times
    assert graded(a_person(), question, "good", NOW).maximum_interval == rules.LONGEST


def test_the_preview_is_for_everybody_and_writes_nothing() -> None:
    client = APIClient()
    reply = client.post(PREVIEW, {"reviews": [{"grade": "good", "reviewed_at": "2026-11-22T11:00:00Z"}]})
    assert (reply.status_code, reply.json()["due_at"]) == (200, "2026-11-24T11:00:00Z")
    assert reply.json()["next"]["again"] == "2026-11-22T12:10:00Z"
    assert client.post(PREVIEW, {"reviews": []}).json()["due_at"] is None
    assert (Review.objects.count(), Card.objects.count()) == (0, 0)


def test_the_preview_counts_from_now_where_a_clock_runs_fast() -> None:
    lines = [{"grade": "good", "reviewed_at": "2026-11-22T12:30:00Z"}]
    reply = APIClient().post(PREVIEW, {"reviews": lines})
    assert (reply.status_code, reply.json()["due_at"]) == (200, "2026-11-24T12:00:00Z")


def test_the_log_does_not_show_what_became_hidden() -> None:
    owner = a_person()
    review = graded(owner, an_asked(0), "good", NOW)
    client = signed_in(owner)
    assert client.get(PATH).json()["count"] == 1
    hidden = review.card.question.current
    assert hidden is not None
    type(hidden).objects.filter(pk=hidden.pk).update(status="draft")
    type(review.card.question).objects.update(status="draft")
    assert client.get(PATH).json()["count"] == 0
    assert client.get(f"{PATH}{review.pk}/").status_code == 404


def test_the_preview_takes_a_bounded_log() -> None:
    line = {"grade": "good", "reviewed_at": "2026-11-22T11:00:00Z"}
    assert APIClient().post(PREVIEW, {"reviews": [line] * 200}).status_code == 200
    assert APIClient().post(PREVIEW, {"reviews": [line] * 201}).status_code == 400
    assert APIClient().post(PREVIEW, {"reviews": [line], "question": "x"}).status_code == 400


def both(act: Callable[[int], Any]) -> list[Any]:
    together = Barrier(2)

    def run(number: int) -> Any:
        try:
            together.wait(10)
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(run, range(2)))


@pytest.mark.django_db(transaction=True)
def test_of_twins_that_race_one_is_written() -> None:
    owner = a_person()
    an_asked(0)
    body, clients = a_body(), [signed_in(owner), signed_in(owner)]
    statuses = both(lambda number: clients[number].post(PATH, body).status_code)
    assert sorted(statuses) == [200, 201]
    assert (Review.objects.count(), Card.objects.get().reviews_count) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_of_two_contents_that_race_under_one_id_one_is_written() -> None:
    owner = a_person()
    an_asked(0)
    an_asked(1)
    body, clients = a_body(), [signed_in(owner), signed_in(owner)]
    statuses = both(lambda n: clients[n].post(PATH, body | {"question": f"question-{n}"}).status_code)
    assert sorted(statuses) == [201, 409]
    assert Review.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_reviews_at_once_both_count() -> None:
    owner = a_person()
    question = an_asked(0)
    both(lambda number: graded(owner, question, "good", timezone.now() - number * DAY))
    assert card_of(owner, question).reviews_count == 2
    assert in_days(0) >= card_of(owner, question).last_review_at  # type: ignore[operator]  # it was reviewed
