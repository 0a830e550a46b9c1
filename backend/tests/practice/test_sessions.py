"""What a practice session holds, why, in which order; and what came of it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from tests.interviews.kit_samples import a_kit
from tests.interviews.samples import an_interview
from tests.people import a_person, signed_in
from tests.practice.memory_samples import an_asked, card_of, graded, version_of
from vivavoce.accounts.models import Person
from vivavoce.interviews.models import Interview, InterviewItem, Participant
from vivavoce.practice.services.sessions import Practice
from vivavoce.questions.models import Question

pytestmark = pytest.mark.django_db
PATH = "/api/v1/practice-sessions/"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def begun(owner: Person, **wish: Any) -> list[tuple[str, str]]:
    reply = signed_in(owner).post(PATH, wish)
    assert reply.status_code == 201, reply.content
    return [(item["question"]["slug"], item["why"]) for item in reply.json()["items"]]


def a_mock(candidate: Person, question: Question, finished_at: datetime, state: str = "complete") -> InterviewItem:
    """A mock interview in which a crucial point of the question was not heard."""
    fields = {"purpose": "mock", "kit": a_kit(), "state": state, "starts_at": finished_at, "time_zone": "UTC"}
    interview = Interview.objects.create(owner=candidate, finished_at=finished_at, **fields)
    Participant.objects.create(interview=interview, position=1, role="candidate", person=candidate, name="Ana")
    return InterviewItem.objects.create(
        interview=interview, position=1, question_version_id=version_of(question), lapsed=True
    )


def test_it_holds_what_is_due_weak_and_new_in_turns_of_category() -> None:
    owner = a_person()
    questions = [an_asked(number) for number in range(5)]
    graded(owner, questions[0], "good", NOW - 3 * DAY)  # due since yesterday
    graded(owner, questions[2], "good", NOW - 2 * DAY)  # due now
    for days, grade in ((60, "easy"), (50, "again"), (50, "good"), (40, "again"), (40, "easy"), (20, "easy")):
        graded(owner, questions[1], grade, NOW - days * DAY + timedelta(minutes=len(grade)))
    assert card_of(owner, questions[1]).lapses == 2
    found = begun(owner)
    assert dict(found) == {
        "question-0": "due", "question-2": "due", "question-1": "weak", "question-3": "new", "question-4": "new"
    }  # fmt: skip
    categories = [int(slug[-1]) % 2 for slug, _ in found]
    assert categories == [0, 1, 0, 1, 0]


def test_new_questions_are_five_a_day_and_the_day_is_the_persons() -> None:
    owner = a_person(time_zone="Pacific/Auckland")  # 01:00 on Monday there
    for number in range(12):
        an_asked(number)
    assert [why for _, why in begun(owner)] == ["new"] * 5
    questions = list(Question.objects.order_by("number"))
    graded(owner, questions[0], "easy", NOW - timedelta(hours=2))  # before midnight there
    graded(owner, questions[1], "easy", NOW - timedelta(minutes=30))
    assert [why for _, why in begun(owner)] == ["new"] * 4
    assert len(begun(owner, new=2)) == 1
    assert begun(owner, new=1) == []
    assert len(begun(owner, new=50, limit=7)) == 7


def test_it_may_be_narrowed_or_be_exactly_what_was_named() -> None:
    owner = a_person()
    questions = [an_asked(number) for number in range(4)]
    graded(owner, questions[2], "easy", NOW)
    assert begun(owner, category="category-1") == [("question-1", "new"), ("question-3", "new")]
    assert begun(owner, quality="reliability") == [("question-0", "new")]
    named = ["question-3", "question-2", "question-3"]
    assert begun(owner, question=named) == [("question-3", "new"), ("question-2", "chosen")]
    assert signed_in(owner).post(PATH, {"question": ["question-9"]}).status_code == 400
    assert signed_in(owner).post(PATH, {"limit": 0}).status_code == 400


def test_what_was_named_is_held_to_the_last_and_bounded() -> None:
    """Neither cut in silence nor looked up one by one without end."""
    owner = a_person()
    client, named = signed_in(owner), [an_asked(number).slug for number in range(25)]
    assert [slug for slug, _ in begun(owner, question=named)] == named
    reply = client.post(PATH, {"question": named[:1] * 101})
    assert (reply.status_code, reply.json()["errors"][0]["code"]) == (400, "max_length")
    for beside in ({"limit": 1}, {"category": "category-0"}, {"quality": "reliability"}, {"new": 0}):
        (error,) = client.post(PATH, {"question": named, **beside}).json()["errors"]
        assert (error["pointer"], error["code"]) == (f"/{next(iter(beside))}", "conflict")


def test_toward_a_date_what_is_still_fresh_lets_new_questions_go_first() -> None:
    """Near a date everything seen is due each day; that must not keep the rest unseen."""
    owner = a_person()
    questions = [an_asked(number) for number in range(0, 10, 2)]
    an_interview(owner, starts_at=NOW + 4 * DAY)
    for question in questions[:3]:
        graded(owner, question, "easy", NOW - DAY)
    graded(owner, questions[3], "again", NOW - DAY)
    named = [slug for slug, _ in begun(owner)]
    assert named == ["question-6", "question-8", "question-0", "question-2", "question-4"]


def test_it_returns_what_a_mock_showed_to_be_lost_until_it_is_graded() -> None:
    owner, other = a_person(), a_person()
    question = an_asked(0)
    graded(owner, question, "easy", NOW - DAY)
    item = a_mock(owner, question, NOW - timedelta(hours=1))
    assert begun(owner) == [("question-0", "lapsed")]
    assert begun(other) == [("question-0", "new")]
    Interview.objects.update(state="awaiting_feedback")
    assert begun(owner) == []
    Interview.objects.update(state="complete")
    graded(owner, question, "easy", NOW)
    assert begun(owner) == []
    item.delete()


def test_a_question_lost_in_a_mock_needs_no_card() -> None:
    owner = a_person()
    a_mock(owner, an_asked(0), NOW - DAY)
    assert begun(owner, new=0) == [("question-0", "lapsed")]


def test_in_the_last_two_days_all_that_fades_comes_the_weakest_first() -> None:
    owner = a_person()
    questions = [an_asked(number) for number in range(4)]
    for days, (number, grade) in {9: (0, "good"), 2: (2, "easy"), 10: (1, "easy"), 1: (3, "good")}.items():
        graded(owner, questions[number], grade, NOW - days * DAY)
    interview = an_interview(owner, starts_at=NOW + 2 * DAY)
    assert begun(owner) == [("question-0", "due"), ("question-1", "due")]
    Interview.objects.filter(pk=interview.pk).update(starts_at=NOW - timedelta(minutes=1))
    assert dict(begun(owner)) == {"question-0": "due", "question-1": "due"}


def test_a_day_is_a_day_where_the_person_is() -> None:
    owner = a_person(time_zone="Pacific/Auckland")  # midnight was an hour ago
    graded(owner, an_asked(0), "good", NOW - timedelta(hours=26))  # due in 22 hours, which is today there
    graded(owner, an_asked(1), "good", NOW - timedelta(hours=24))  # due in 24 hours, which is tomorrow
    graded(owner, an_asked(2), "again", NOW)  # due in ten minutes
    assert begun(owner) == [("question-0", "due")]
    assert signed_in(owner).get("/api/v1/cards/?due=true").json()["count"] == 1


def test_what_fades_is_called_before_its_card_says_so() -> None:
    owner = a_person()
    question = an_asked(0)
    for days in (90, 80, 60):
        graded(owner, question, "good", NOW - days * DAY - timedelta(hours=11))
    card = card_of(owner, question)
    assert card.stability is not None
    assert card.last_review_at is not None
    then = card.last_review_at + timedelta(days=card.stability, minutes=1)
    assert then.date() < card.due_at.date()
    with time_machine.travel(then, tick=False):
        assert begun(owner) == []
        an_interview(owner, starts_at=then + DAY)
        assert begun(owner) == [("question-0", "weak")]


def test_when_the_date_moves_near_what_was_put_off_is_due() -> None:
    owner = a_person()
    question = an_asked(0)
    graded(owner, question, "easy", NOW - 3 * DAY)
    assert begun(owner) == []
    interview = an_interview(owner, starts_at=NOW + 7 * DAY)
    assert begun(owner) == []
    Interview.objects.filter(pk=interview.pk).update(starts_at=NOW + 6 * DAY)
    assert begun(owner) == [("question-0", "due")]
    client = signed_in(owner)
    assert [card["question"]["slug"] for card in client.get("/api/v1/cards/?due=true").json()["results"]] == [
        "question-0"
    ]
    assert client.get("/api/v1/cards/?due=false").json()["count"] == 0


def test_after_the_date_what_it_called_early_waits_for_its_own_time() -> None:
    """Not only new intervals are normal again: what was capped the day before is not all due the day after."""
    owner = a_person()
    interview = an_interview(owner, starts_at=NOW + 2 * DAY)
    firm, soft = an_asked(0, minutes=1), an_asked(2, minutes=1)
    for days in (40, 30, 0):
        graded(owner, firm, "easy", NOW - days * DAY)
    graded(owner, soft, "good", NOW)
    assert card_of(owner, firm).due_at == card_of(owner, soft).due_at == NOW + DAY
    both = {"question-0": "due", "question-2": "due"}

    def due() -> list[tuple[str, str, int]]:
        items = signed_in(owner).get("/api/v1/today/due/").json()["items"]
        return [(one["question"]["slug"], one["due_at"], one["days_late"]) for one in items]

    with time_machine.travel(NOW + DAY, tick=False):
        assert dict(begun(owner)) == both
        assert {late for _, _, late in due()} == {0}
    with time_machine.travel(NOW + 3 * DAY, tick=False):
        assert due() == [("question-2", "2026-11-24T12:00:00Z", 1)]
        assert begun(owner) == [("question-2", "due")]
        days = signed_in(owner).get("/api/v1/today/plan/").json()["days"]
        assert all("question-0" not in {one["slug"] for one in day["questions"]} for day in days)
        another = an_interview(owner, starts_at=NOW + 6 * DAY)
        assert dict(begun(owner)) == both
        another.delete()
    Interview.objects.filter(pk=interview.pk).update(starts_at=NOW + 90 * DAY)
    with time_machine.travel(NOW + DAY, tick=False):
        assert begun(owner) == []
    Interview.objects.all().delete()
    natural = card_of(owner, firm).stability or 0
    with time_machine.travel(NOW + round(natural) * DAY, tick=False):
        assert ("question-0", 0) in [(slug, late) for slug, _, late in due()]


def test_a_story_is_practised_and_has_no_recall() -> None:
    owner = a_person()
    an_asked(0, format="behavioural")
    assert begun(owner) == [("question-0", "new")]
    graded(owner, Question.objects.get(), "good", NOW - 7 * DAY)
    assert begun(owner) == [("question-0", "due")]
    card = signed_in(owner).get("/api/v1/cards/").json()["results"][0]
    assert (card["recall"], card["stability"]) == (None, None)
    assert card["next"]["good"] == "2026-11-29T12:00:00Z"


def test_each_item_says_when_it_returns_and_the_summary_what_came_of_it() -> None:
    owner = a_person()
    client = signed_in(owner)
    first, second, _ = (an_asked(number, minutes=number + 2) for number in range(3))
    session = client.post(PATH, {}).json()
    assert (session["minutes"], session["ended_at"], session["summary"]["reviewed"]) == (9, None, 0)
    assert session["items"][0]["next"]["easy"] == "2026-11-30T12:00:00Z"
    for question, grade in ((first, "good"), (second, "again"), (second, "hard")):
        body = {"question": question.slug, "grade": grade, "session": session["id"], "seconds": 60}
        assert client.post("/api/v1/reviews/", body).status_code == 201
    gone = client.post("/api/v1/reviews/", {"question": first.slug, "grade": "again", "session": session["id"]}).json()
    client.delete(gone["url"])
    ended = client.post(f"{session['url']}end/").json()
    assert client.post(f"{session['url']}end/").json()["ended_at"] == ended["ended_at"] is not None
    summary = ended["summary"]
    assert (summary["reviewed"], summary["seconds"]) == (2, 180)
    assert summary["grades"] == {"again": 0, "hard": 1, "good": 1, "easy": 0}
    assert [one["question"]["slug"] for one in summary["returns"]] == ["question-1", "question-0"]
    assert summary["weakest"]["slug"] == "modelling"


def test_it_is_empty_when_nothing_is_worth_practising() -> None:
    session = signed_in(a_person()).post(PATH, {}).json()
    assert (session["items"], session["minutes"], session["summary"]["weakest"]) == ([], 0, None)


def test_what_nobody_may_read_any_more_is_not_practised() -> None:
    owner = a_person()
    question = an_asked(0)
    graded(owner, question, "good", NOW - 9 * DAY)
    Question.objects.update(status="retired")
    assert begun(owner) == []
    assert signed_in(owner).get("/api/v1/cards/").json()["count"] == 0
    assert Practice(owner).cards == {}
