"""What happens to an attempt: ``drafting -> committed -> revealed -> graded``."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from tests.people import a_person, signed_in
from tests.practice.answers import HEARD, SAID, UNHEARD, a_committed_attempt, a_question, an_attempt
from tests.questions import samples
from vivavoce.practice.models import Attempt

pytestmark = pytest.mark.django_db
ATTEMPTS = "/api/v1/attempts/"


def faults(reply: Any) -> list[tuple[str, str]]:
    assert reply.status_code == 400, reply.content
    return [(error["pointer"], error["code"]) for error in reply.json()["errors"]]


def test_an_attempt_goes_its_way() -> None:
    client, question = signed_in(a_person()), a_question()
    made = client.post(ATTEMPTS, {"question": question.slug, "body": "A queryset"})
    assert made.status_code == 201
    url = made.json()["url"]
    written = client.patch(url, {"body": HEARD, "seconds": 90}).json()
    assert (written["state"], written["found"], written["suggested_grade"]) == ("drafting", [], None)
    committed = client.post(f"{url}commit/", {}).json()
    assert committed["advisory"] is True
    assert committed["found"] == [
        {
            "id": "kp1",
            "text": "Nothing is sent before rows are needed.",
            "crucial": True,
            "state": "found",
            "sentence": HEARD,
        }
    ]
    assert (committed["flags"], committed["suggested_grade"]) == ([], "easy")
    assert client.post(f"{url}reveal/", {}).json()["revealed_at"]
    scores = {"self_score": 3, "self_scores": [{"quality": "reliability", "score": 2}]}
    graded = client.post(f"{url}grade/", scores).json()
    assert graded["state"] == "graded"
    assert graded["graded_at"] >= graded["revealed_at"] >= graded["committed_at"]
    assert {name: graded[name] for name in scores} == scores


def test_an_answer_is_kept_to_the_letter() -> None:
    body = "  A list:\n\n- one \n"
    made = signed_in(a_person()).post(ATTEMPTS, {"question": a_question().slug, "body": body}).json()
    assert made["body"] == body


def test_a_red_flag_is_quoted_with_what_is_true() -> None:
    owner = a_person()
    shown = signed_in(owner).get(f"{ATTEMPTS}{a_committed_attempt(owner, body=SAID).pk}/").json()
    assert shown["flags"] == [
        {"id": "rf1", "text": "Says the opposite.", "why": "It waits.", "sentence": "But filter() asks at once."}
    ]
    assert shown["suggested_grade"] == "again"


@pytest.mark.parametrize(
    ("body", "state", "suggested"),
    [(HEARD, "found", "good"), (UNHEARD, "not_found", "again"), ("It is sent.", "cannot_tell", None)],
)
def test_each_point_has_one_of_three_states(body: str, state: str, suggested: str | None) -> None:
    attempt = a_committed_attempt(a_person(), body=body)
    assert attempt.found[0]["state"] == state
    assert attempt.suggested_grade == suggested


def test_an_overrule_counts() -> None:
    owner = a_person()
    client, url = signed_in(owner), f"{ATTEMPTS}{a_committed_attempt(owner, body=UNHEARD).pk}/"
    overruled = client.patch(url, {"overrules": {"kp1": True}, "reflection": "I said so in other words."}).json()
    assert (overruled["suggested_grade"], overruled["found"][0]["state"]) == ("good", "not_found")
    assert client.patch(url, {"overrules": {}}).json()["suggested_grade"] == "again"


@pytest.mark.parametrize("change", [{"body": "Other."}, {"spoken": True}, {"seconds": 7}])
def test_what_is_committed_does_not_change(change: dict[str, Any]) -> None:
    owner = a_person()
    attempt = a_committed_attempt(owner)
    url = f"{ATTEMPTS}{attempt.pk}/"
    reply = signed_in(owner).patch(url, {**change, "reflection": "Lost with it."})
    assert (reply.status_code, reply.json()["code"]) == (409, "committed_text")
    attempt.refresh_from_db()
    assert (attempt.body, attempt.reflection) == (HEARD, "")
    late = signed_in(owner).patch(url, {"body": HEARD})
    assert late.status_code == 200, "an autosave that arrives late says nothing new"


@pytest.mark.parametrize("change", [{"overrules": {"kp1": True}}, {"self_score": 2}, {"reflection": "Hm."}])
def test_a_draft_is_not_judged(change: dict[str, Any]) -> None:
    owner = a_person()
    client, url = signed_in(owner), f"{ATTEMPTS}{an_attempt(owner).pk}/"
    reply = client.patch(url, change)
    assert (reply.status_code, reply.json()["allowed_transitions"]) == (409, ["commit"])
    new = client.post(ATTEMPTS, {"question": a_question().slug, **change})
    assert faults(new) == [(f"/{next(iter(change))}", "too_early")]


@pytest.mark.parametrize("column", ["body = 'x'", "found = '[]'", "committed_at = now()", "state = 'drafting'"])
def test_the_database_keeps_what_is_committed(column: str) -> None:
    key = a_committed_attempt(a_person()).pk
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE practice_attempt SET {column} WHERE id = %s", [key])  # noqa: S608 - written above
    with connection.cursor() as cursor:
        cursor.execute("UPDATE practice_attempt SET reflection = 'x', state = 'graded' WHERE id = %s", [key])
        assert cursor.rowcount == 1


def test_the_database_does_not_let_an_attempt_go_back() -> None:
    key = a_committed_attempt(a_person()).pk
    with connection.cursor() as cursor:
        cursor.execute("UPDATE practice_attempt SET state = 'graded' WHERE id = %s", [key])
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE practice_attempt SET state = 'revealed' WHERE id = %s", [key])


@pytest.mark.parametrize(("step", "allowed"), [("commit", ["reveal"]), ("grade", ["reveal"])])
def test_a_step_out_of_turn_says_which_is_next(step: str, allowed: list[str]) -> None:
    owner = a_person()
    reply = signed_in(owner).post(f"{ATTEMPTS}{a_committed_attempt(owner).pk}/{step}/", {})
    assert (reply.status_code, reply.json()["allowed_transitions"]) == (409, allowed)


def test_marks_and_scores_name_what_the_question_has() -> None:
    owner = a_person()
    client, url = signed_in(owner), f"{ATTEMPTS}{a_committed_attempt(owner).pk}/"
    assert faults(client.patch(url, {"overrules": {"kp9": True}})) == [("/overrules", "not_found")]
    assert faults(client.patch(url, {"overrules": {"kp1": "yes"}})) == [("/overrules", "wrong_type")]
    client.post(f"{url}reveal/", {})
    twice = [{"quality": "courage", "score": 2}, {"quality": "courage", "score": 3}]
    found = faults(client.post(f"{url}grade/", {"self_scores": twice}))
    assert found == [("/self_scores", "not_found"), ("/self_scores", "not_found"), ("/self_scores", "not_unique")]
    five = client.post(f"{url}grade/", {"self_scores": [{"quality": "reliability", "score": 5}]})
    assert faults(five) == [("/self_scores/0/score", "max_value")]
    assert client.get(url).json()["state"] == "revealed"


def test_an_id_that_the_caller_chose_arrives_once() -> None:
    client, key = signed_in(a_person()), str(uuid4())
    body = {"id": key, "question": a_question().slug, "body": "One."}
    assert client.post(ATTEMPTS, body).status_code == 201
    again = client.post(ATTEMPTS, {**body, "body": "Two."})
    assert (again.status_code, again.json()["body"]) == (200, "One.")
    assert Attempt.objects.count() == 1
    elsewhere = client.post(ATTEMPTS, {**body, "question": a_question(1).slug})
    assert elsewhere.status_code == 409
    assert faults(client.patch(f"{ATTEMPTS}{key}/", {"id": str(uuid4()), "question": a_question(1).slug})) == [
        ("/id", "read_only"),
        ("/question", "read_only"),
    ]


def test_an_id_of_somebody_else_is_as_good_as_any() -> None:
    """To refuse it would tell that it is somebody's."""
    theirs = an_attempt(a_person())
    client, question = signed_in(a_person()), a_question().slug
    made = client.post(ATTEMPTS, {"id": str(theirs.pk), "question": question, "body": "Mine."})
    assert (made.status_code, made.json()["id"]) == (201, str(theirs.pk))
    url = made.json()["url"]
    assert client.get(url).json()["body"] == "Mine."
    assert client.post(f"{url}commit/", {}).json()["state"] == "committed"
    theirs.refresh_from_db()
    assert (theirs.state, theirs.body == "Mine.") == ("drafting", False)
    assert faults(client.post(ATTEMPTS, {"id": "nonsense", "question": question})) == [("/id", "invalid")]


def test_a_hidden_question_cannot_be_answered() -> None:
    reply = signed_in(a_person()).post(ATTEMPTS, {"question": samples.question(3, audience="hiring").slug})
    assert faults(reply) == [("/question", "not_found")]


def test_an_attempt_keeps_the_wording_that_was_answered() -> None:
    owner, question = a_person(), a_question()
    attempt = a_committed_attempt(owner)
    question.current = samples.version(question, 0, number=2, prompt="Why do querysets wait?")
    question.save()
    shown = signed_in(owner).get(f"{ATTEMPTS}{attempt.pk}/").json()
    assert (shown["version"], shown["question"]["name"]) == (1, "Why is a queryset lazy?")
