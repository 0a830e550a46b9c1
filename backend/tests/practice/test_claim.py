"""What a guest did is claimed at sign-up: once, without loss, all of it or nothing."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.interviews.samples import an_interview, in_days
from tests.people import a_person, signed_in
from tests.practice.answers import HEARD, a_question, an_attempt
from tests.questions import samples
from vivavoce.practice.memory_rules import Memory
from vivavoce.practice.models import Attempt, Card, Review
from vivavoce.questions.models import Question

pytestmark = pytest.mark.django_db
CLAIM = "/api/v1/practice/claim/"
MORNING = [f"2026-11-20T09:{minute:02}:00Z" for minute in range(10)]
STEPS = ("committed", "revealed", "graded")
NOTHING = {"claimed": 0, "known": 0}


def a_draft(**members: Any) -> dict[str, Any]:
    return {"id": str(uuid4()), "question": a_question().slug, "state": "drafting", "body": HEARD, **members}


def graded(**members: Any) -> dict[str, Any]:
    times = dict(zip(("created_at", "committed_at", "revealed_at", "graded_at"), MORNING, strict=False))
    return a_draft(state="graded", **times, **{"seconds": 200, "overrules": {"rf1": True}, "self_score": 3, **members})


def a_review(**members: Any) -> dict[str, Any]:
    question = a_question().slug
    return {"id": str(uuid4()), "question": question, "grade": "good", "reviewed_at": MORNING[4], **members}


def pointers(reply: Any) -> list[tuple[str, str]]:
    assert reply.status_code == 400, reply.content
    return [(error["pointer"], error["code"]) for error in reply.json()["errors"]]


def test_a_claim_keeps_all_that_was_done() -> None:
    owner = a_person()
    client, attempt = signed_in(owner), graded(reflection="Slower.")
    first, second = a_review(attempt=attempt["id"], suggested="again"), a_review(reviewed_at=MORNING[9])
    reply = client.post(CLAIM, {"attempts": [attempt, a_draft()], "reviews": [second, first]})
    assert reply.json() == {"attempts": {"claimed": 2, "known": 0}, "reviews": {"claimed": 2, "known": 0}}
    shown = client.get(f"/api/v1/attempts/{attempt['id']}/").json()
    assert {name: shown[name] for name in attempt if name != "question"} == {
        name: attempt[name] for name in attempt if name != "question"
    }
    assert [point["state"] for point in shown["found"]] == ["found"]
    assert shown["suggested_grade"] == "again"
    review = Review.objects.get(key=first["id"])
    assert review.attempt
    assert (str(review.attempt.key), review.grade, review.suggested) == (attempt["id"], 3, 1)
    assert Card.objects.get(owner=owner).reviews_count == 2


def test_a_claim_that_is_sent_again_changes_nothing() -> None:
    client = signed_in(a_person())
    body = {"attempts": [graded()], "reviews": [a_review()]}
    client.post(CLAIM, body)
    before = [*Attempt.objects.values(), *Review.objects.values(), *Card.objects.values()]
    body["attempts"][0]["body"] = "Something else."
    again = client.post(CLAIM, {**body, "attempts": [*body["attempts"], a_draft()]})
    assert again.json() == {"attempts": {"claimed": 1, "known": 1}, "reviews": {"claimed": 0, "known": 1}}
    Attempt.objects.filter(state="drafting").delete()
    assert [*Attempt.objects.values(), *Review.objects.values(), *Card.objects.values()] == before


def test_an_empty_claim_is_none() -> None:
    assert signed_in(a_person()).post(CLAIM, {}).json() == {"attempts": NOTHING, "reviews": NOTHING}


def test_what_the_browser_says_it_found_is_not_taken() -> None:
    reply = signed_in(a_person()).post(CLAIM, {"attempts": [graded(found=[])]})
    assert pointers(reply) == [("/attempts/0/found", "unknown_member")]


def test_a_clock_that_runs_fast_loses_nothing() -> None:
    """Times ahead of ours are the moment of arrival, in the order that they had."""
    owner = a_person()
    attempt = graded() | {f"{step}_at": f"2126-01-01T09:0{n}:00Z" for n, step in enumerate(STEPS)}
    ahead = [f"2126-01-01T09:{minute:02}:00Z" for minute in range(30)]
    grades = ["again", *(["good"] * 28), "easy"]
    reviews = [a_review(grade=grade, reviewed_at=at) for grade, at in zip(grades, ahead, strict=True)]
    before = timezone.now()
    reply = signed_in(owner).post(CLAIM, {"attempts": [attempt], "reviews": [a_review(), *reviews[::-1]]})
    assert reply.status_code == 200, reply.content
    kept = Attempt.objects.get()
    arrived = [time for time in (kept.committed_at, kept.revealed_at, kept.graded_at) if time]
    assert before <= min(arrived) == max(arrived) <= timezone.now()
    times = {str(one.key): one.reviewed_at for one in Review.objects.all()}
    said = [times[one["id"]] for one in reviews]
    assert said == sorted(set(said))
    assert before - timedelta(milliseconds=1) < said[0] <= said[-1] <= timezone.now()
    assert MORNING[4][:16] in {f"{at:%Y-%m-%dT%H:%M}" for at in times.values()}


def test_what_was_retired_or_renamed_meanwhile_is_claimed() -> None:
    """One old question in the browser must not keep all the rest from arriving, for ever."""
    owner, question = a_person(), a_question()
    client, alias = signed_in(owner), question.aliases[0]
    body = {"attempts": [graded(question=alias)], "reviews": [a_review(question=alias)]}
    Question.objects.update(status="retired")
    assert client.post(CLAIM, body).json()["reviews"]["claimed"] == 1
    assert Review.objects.get().card.question == question
    assert client.get("/api/v1/cards/").json()["count"] == 0
    assert client.get("/api/v1/today/").status_code == 200


def test_what_only_interviewers_read_now_is_claimed_as_it_was_and_not_shown() -> None:
    owner, question = a_person(), a_question()
    secret = {"status": "published", "audience": "hiring", "prompt": "Secret?"}
    question.current = samples.version(question, 0, number=2, **secret)
    question.save()
    client, body = signed_in(owner), {"attempts": [graded()], "reviews": [a_review()]}
    assert client.post(CLAIM, body).status_code == 200
    assert Attempt.objects.get().question_version.version == 1
    for resource in ("attempts", "reviews", "cards", "today", "practice-sessions"):
        assert b"Secret" not in client.get(f"/api/v1/{resource}/").content
    assert pointers(client.post(CLAIM, {"attempts": [graded(version=2)]})) == [("/attempts/0/version", "not_found")]


def test_the_version_that_was_answered_is_kept() -> None:
    question = a_question()
    question.current = samples.version(question, 0, number=2, status="published", audience="public")
    question.save()
    old, new = graded(version=1), graded()
    signed_in(a_person()).post(CLAIM, {"attempts": [old, new]})
    assert Attempt.objects.get(key=old["id"]).question_version.version == 1
    assert Attempt.objects.get(key=new["id"]).question_version.version == 2


@pytest.mark.parametrize(
    ("members", "fault"),
    [
        ({"id": "x"}, ("/id", "invalid")),
        ({"question": "no-such"}, ("/question", "not_found")),
        ({"question": "question-3"}, ("/question", "not_found")),
        ({"version": 9}, ("/version", "not_found")),
        ({"body": "x" * 20_001}, ("/body", "max_length")),
        ({"overrules": {"kp9": True}}, ("/overrules", "not_found")),
        ({"self_scores": [{"quality": "courage", "score": 1}]}, ("/self_scores", "not_found")),
        ({"graded_at": None}, ("/graded_at", "out_of_order")),
        ({"graded_at": MORNING[1]}, ("/graded_at", "out_of_order")),
        ({"state": "revealed"}, ("/graded_at", "out_of_order")),
        ({"state": "drafting"}, ("/self_score", "out_of_order")),
        ({"secret": 1}, ("/secret", "unknown_member")),
    ],
)
def test_one_wrong_attempt_and_nothing_is_written(members: dict[str, Any], fault: tuple[str, str]) -> None:
    samples.question(3, audience="hiring")
    wrong = {**graded(), **members}
    reply = signed_in(a_person()).post(CLAIM, {"attempts": [graded(), wrong], "reviews": [a_review()]})
    assert (f"/attempts/1{fault[0]}", fault[1]) in pointers(reply)
    assert not Attempt.objects.exists()
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("members", "fault"),
    [
        ({"id": 7}, ("/id", "wrong_type")),
        ({"question": "no-such"}, ("/question", "not_found")),
        ({"question": "question-1"}, ("/question", "not_found")),
        ({"grade": "5"}, ("/grade", "not_allowed")),
        ({"reviewed_at": "1969-12-31T23:59:59Z"}, ("/reviewed_at", "out_of_range")),
        ({"attempt": str(uuid4())}, ("/attempt", "invalid")),
    ],
)
def test_one_wrong_review_and_nothing_is_written(members: dict[str, Any], fault: tuple[str, str]) -> None:
    a_question(1)  # one to ask, which nobody is graded by
    wrong = {**a_review(), **members}
    reply = signed_in(a_person()).post(CLAIM, {"attempts": [graded()], "reviews": [a_review(), wrong]})
    assert pointers(reply) == [(f"/reviews/1{fault[0]}", fault[1])]
    assert not Attempt.objects.exists()
    assert not Review.objects.exists()


def test_an_id_stands_once() -> None:
    attempt, review = graded(), a_review()
    reply = signed_in(a_person()).post(CLAIM, {"attempts": [attempt, attempt], "reviews": [review, review]})
    twice = [f"/{name}/{place}/id" for name in ("attempts", "reviews") for place in (0, 1)]
    assert pointers(reply) == [(pointer, "not_unique") for pointer in twice]


def test_ids_of_somebody_else_are_as_good_as_any() -> None:
    """To refuse them would tell that they are somebody's."""
    body = {"attempts": [graded()], "reviews": [a_review()]}
    for client in (signed_in(a_person()), signed_in(a_person())):
        assert client.post(CLAIM, body).json()["attempts"] == {"claimed": 1, "known": 0}
        assert client.post(CLAIM, body).json()["attempts"] == {"claimed": 0, "known": 1}
        assert client.get(f"/api/v1/attempts/{body['attempts'][0]['id']}/").json()["body"] == HEARD
    assert (Attempt.objects.count(), Review.objects.count()) == (2, 2)


def test_an_answer_of_somebody_else_looks_like_none() -> None:
    client = signed_in(a_person())
    theirs, nonsense = (
        client.post(CLAIM, {"reviews": [a_review(attempt=key)]}) for key in (str(an_attempt(a_person()).pk), "x")
    )
    assert pointers(theirs) == [("/reviews/0/attempt", "invalid")]
    assert theirs.json()["errors"] == nonsense.json()["errors"]


def test_a_review_belongs_to_an_answer_to_its_question() -> None:
    attempt = graded(question=a_question(1).slug, overrules={})
    reply = signed_in(a_person()).post(CLAIM, {"attempts": [attempt], "reviews": [a_review(attempt=attempt["id"])]})
    assert pointers(reply) == [("/reviews/0/attempt", "invalid")]


def test_a_claim_has_bounds() -> None:
    client = signed_in(a_person())
    assert pointers(client.post(CLAIM, {"attempts": [{}] * 201})) == [("/attempts", "max_length")]
    assert pointers(client.post(CLAIM, {"reviews": [{}] * 1_001})) == [("/reviews", "max_length")]


def test_reviews_make_the_cards_that_they_make_one_by_one() -> None:
    claimer, other = a_person(), a_person()
    an_interview(claimer, starts_at=in_days(40)), an_interview(other, starts_at=in_days(40))
    grades = ("good", "again", "hard", "good", "easy", "again", "good")
    reviews = [
        a_review(question=f"question-{day % 2 * 3}", grade=grade, reviewed_at=f"2026-10-{10 + 2 * day}T09:00:00Z")
        for day, grade in enumerate(grades)
    ]
    questions = [a_question(number) for number in (0, 3)]
    signed_in(claimer).post(CLAIM, {"reviews": reviews[::-1]})
    for review in reviews:
        signed_in(other).post("/api/v1/reviews/", {**review, "id": str(uuid4())})
    columns = [*(field.name for field in fields(Memory)), "question_id"]
    made = Card.objects.order_by("question")
    assert len(made.filter(owner=claimer)) == len(questions)
    assert [*made.filter(owner=claimer).values(*columns)] == [*made.filter(owner=other).values(*columns)]
    caps = Review.objects.order_by("reviewed_at").values_list("maximum_interval", flat=True)
    assert [*caps.filter(owner=claimer)] == [*caps.filter(owner=other)]
    assert len(set(caps)) > 1


def test_a_claim_adds_to_what_was_reviewed_before() -> None:
    owner = a_person()
    client = signed_in(owner)
    client.post("/api/v1/reviews/", a_review(reviewed_at=MORNING[6]))
    client.post(CLAIM, {"reviews": [a_review(reviewed_at=MORNING[2], grade="again")]})
    card = Card.objects.get(owner=owner)
    assert (card.reviews_count, card.last_review_at and card.last_review_at.minute) == (2, 6)


@pytest.mark.parametrize("name", ["attempts", "reviews"])
def test_entries_cost_the_same_queries_however_many_they_are(name: str) -> None:
    make, counts = {"attempts": graded, "reviews": a_review}[name], []
    for size in (2, 40):
        client, body = signed_in(a_person()), {name: [make() for _ in range(size)]}
        with CaptureQueriesContext(connection) as caught:
            assert client.post(CLAIM, body).status_code == 200
        counts.append(len(caught))
    assert counts[0] == counts[1] <= 20
