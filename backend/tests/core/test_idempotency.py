"""A POST that is sent twice with one key has one effect, and is answered twice with the same reply."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import time_machine
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from rest_framework.test import APIClient

from tests.interviews.card_samples import EVIDENCE, a_card, two_at_a_table, whole
from tests.interviews.test_debriefs import board
from tests.people import a_person, signed_in, with_token
from tests.practice.answers import a_committed_attempt
from vivavoce.accounts.models import Person, Token
from vivavoce.core.known import acting_as
from vivavoce.core.models import StoredReply
from vivavoce.openings.models import Opening
from vivavoce.practice.services import attempts

pytestmark = pytest.mark.django_db

OPENINGS = "/api/v1/openings/"
BODY = {"title": "Developer", "organization": "Halden"}
KEY = {"Idempotency-Key": "8e03978e-40d5-43e8-bc93-6894a57f9324"}
MADE_ANEW = ("X-Request-ID", "RateLimit", "Idempotency-Replayed")


def told(reply: Any) -> tuple[int, dict[str, str], bytes]:
    """What makes two replies the same."""
    headers = {name: value for name, value in reply.headers.items() if name not in MADE_ANEW}
    return reply.status_code, headers, reply.content


def test_the_second_is_the_first_again() -> None:
    client = signed_in(a_person())
    first = client.post(OPENINGS, BODY, headers=KEY)
    second = client.post(OPENINGS, BODY, headers=KEY)
    assert first.status_code == 201
    assert {"ETag", "Location", "Content-Type"} <= set(first.headers)
    assert told(second) == told(first)
    assert ("Idempotency-Replayed" in first, second["Idempotency-Replayed"]) == (False, "true")
    assert Opening.objects.count() == 1


def test_without_a_key_each_post_counts() -> None:
    client = signed_in(a_person())
    assert {client.post(OPENINGS, BODY).status_code for _ in range(2)} == {201}
    assert Opening.objects.count() == 2


@pytest.mark.parametrize(
    ("body", "query", "accept"),
    [({**BODY, "city": "Delft"}, "", "*/*"), (BODY, "?fields=id", "*/*"), (BODY, "", "application/json")],
)
def test_another_request_with_the_same_key_is_refused(body: Any, query: str, accept: str) -> None:
    client = signed_in(a_person())
    client.post(OPENINGS, BODY, headers={**KEY, "Accept": "*/*"})
    refused = client.post(f"{OPENINGS}{query}", body, headers={**KEY, "Accept": accept})
    assert (refused.status_code, refused.json()["code"]) == (422, "idempotency_key_reused")
    assert Opening.objects.count() == 1


def test_keys_are_of_one_person_and_one_address() -> None:
    one, other = signed_in(a_person()), signed_in(a_person())
    assert one.post(OPENINGS, BODY, headers=KEY).status_code == 201
    assert "Idempotency-Replayed" not in other.post(OPENINGS, BODY, headers=KEY)
    assert "Idempotency-Replayed" not in one.post("/api/v1/tokens/", {"name": "cli"}, headers=KEY)
    assert Opening.objects.count() == 2


def test_a_refused_post_keeps_nothing_and_frees_its_key() -> None:
    client = signed_in(a_person())
    assert client.post(OPENINGS, {"title": 5}, headers=KEY).status_code == 400
    assert client.post(OPENINGS, BODY, headers=KEY).status_code == 201


@pytest.mark.parametrize("key", ["", "with space", "ключ", "x" * 256])
def test_a_key_that_is_none_is_refused(key: str) -> None:
    refused = signed_in(a_person()).post(OPENINGS, BODY, headers={"Idempotency-Key": key})
    assert (refused.status_code, refused.json()["errors"][0]["header"]) == (400, "Idempotency-Key")


def test_a_key_of_nobody_has_no_effect() -> None:
    client = APIClient()
    replies = [client.post("/api/v1/practice/preview/", {"reviews": []}, headers=KEY) for _ in range(2)]
    assert [(one.status_code, "Idempotency-Replayed" in one) for one in replies] == [(200, False)] * 2
    with CaptureQueriesContext(connection) as asked:
        client.post("/api/v1/practice/preview/", {"reviews": []}, headers=KEY)
    assert not list(asked)


def test_a_key_is_good_for_a_day() -> None:
    client = signed_in(a_person())
    client.post(OPENINGS, BODY, headers=KEY)
    now = timezone.now()
    with time_machine.travel(now + timedelta(hours=23, minutes=59), tick=False):
        assert "Idempotency-Replayed" in client.post(OPENINGS, BODY, headers=KEY)
    with time_machine.travel(now + timedelta(hours=25), tick=False):
        assert "Idempotency-Replayed" not in client.post(OPENINGS, {**BODY, "city": "Delft"}, headers=KEY)
    assert Opening.objects.count() == 2


def test_what_is_old_is_forgotten_by_whoever_posts_next() -> None:
    person = a_person()
    signed_in(person).post(OPENINGS, BODY, headers=KEY)
    with acting_as(str(person.pk)):
        assert StoredReply.objects.update(created_at=timezone.now() - timedelta(hours=26)) == 1
    signed_in(a_person()).post(OPENINGS, BODY, headers=KEY)
    with acting_as(str(person.pk)):
        assert StoredReply.objects.count() == 0


def test_a_secret_is_shown_once_and_kept_nowhere() -> None:
    person = a_person()
    client = signed_in(person)
    first, second = [client.post("/api/v1/tokens/", {"name": "cli"}, headers=KEY) for _ in range(2)]
    secret = first.json()["secret"]
    assert secret.startswith("vv_")
    assert second.json() == {**first.json(), "secret": None}
    assert (second["ETag"], second["Location"]) == (first["ETag"], first["Location"])
    assert Token.objects.count() == 1
    with acting_as(str(person.pk)):
        row = StoredReply.objects.values().get()
    assert secret not in json.dumps(row, default=str)


def test_the_database_shows_nobody_the_replies_of_others() -> None:
    mine, theirs = a_person(), a_person()
    signed_in(mine).post(OPENINGS, BODY, headers=KEY)
    seen = {}
    for name, who in (("mine", str(mine.pk)), ("theirs", str(theirs.pk)), ("nobody", "")):
        with acting_as(who), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM core_storedreply")
            seen[name] = cursor.fetchone()[0]
            cursor.execute("DELETE FROM core_storedreply WHERE %s <> 'mine'", [name])
            seen[f"deleted by {name}"] = cursor.rowcount
    assert seen == {"mine": 1, "theirs": 0, "nobody": 0} | {
        f"deleted by {name}": 0 for name in ("mine", "theirs", "nobody")
    }


def test_a_stored_scorecard_is_as_blind_as_the_card() -> None:
    mine, theirs = two_at_a_table(visibility="after_own_submission")
    assert mine.person is not None
    assert theirs.person is not None
    card = {"interview": str(mine.interview_id), **whole()}
    kept = signed_in(mine.person).post("/api/v1/scorecards/", card, headers=KEY)
    assert kept.status_code == 201
    assert EVIDENCE in kept.content.decode()
    seen = {}
    for name, who in (("mine", str(mine.person.pk)), ("theirs", str(theirs.person.pk)), ("nobody", "")):
        with acting_as(who), connection.cursor() as cursor:
            cursor.execute("SELECT body FROM core_storedreply")
            seen[name] = [EVIDENCE in body for (body,) in cursor.fetchall()]
    assert seen == {"mine": [True], "theirs": [], "nobody": []}
    again = signed_in(theirs.person).post("/api/v1/scorecards/", card, headers=KEY)
    assert EVIDENCE in again.content.decode()  # it is a card of their own
    assert ("Idempotency-Replayed" in again, again.json()["id"] == kept.json()["id"]) == (False, False)


def test_nobody_can_put_a_reply_into_anothers_hands() -> None:
    mine, theirs = a_person(), a_person()
    signed_in(mine).post(OPENINGS, BODY, headers=KEY)
    with acting_as(str(mine.pk)), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        StoredReply.objects.update(person=theirs.pk)


def test_a_token_without_the_scope_reads_no_reply_again() -> None:
    person = a_person()
    assert with_token(person).post(OPENINGS, BODY, headers=KEY).status_code == 201
    refused = with_token(person, "openings:read").post(OPENINGS, BODY, headers=KEY)
    assert (refused.status_code, refused.json()["required_scope"]) == (403, "openings:write")
    assert "Idempotency-Replayed" in signed_in(person).post(OPENINGS, BODY, headers=KEY)


def test_a_reply_is_replayed_when_its_row_is_gone() -> None:
    client = signed_in(a_person())
    first = client.post(OPENINGS, BODY, headers=KEY)
    Opening.objects.all().delete()
    assert told(client.post(OPENINGS, BODY, headers=KEY)) == told(first)
    assert client.get(first["Location"]).status_code == 404


def test_replies_go_with_their_person() -> None:
    mine, theirs = a_person(), a_person()
    for person in (mine, theirs):
        signed_in(person).post(OPENINGS, BODY, headers=KEY)
    gone = mine.pk
    mine.delete()
    assert [kept_for(person) for person in (gone, theirs.pk)] == [0, 1]


def kept_for(person: Any) -> int:
    with acting_as(str(person)):
        return StoredReply.objects.count()


def a_decision() -> tuple[Person, str, Any]:
    mine, theirs = two_at_a_table()
    for place in (mine, theirs):
        a_card(place, whole(), "submit")
    body = {"decision": "advance", "rationale": "Both say yes."}
    assert mine.person is not None
    return mine.person, f"{board(mine.person)['url']}decide/", body


def a_step(step: str, body: Any) -> tuple[Person, str, Any]:
    person = a_person()
    attempt = a_committed_attempt(person)
    if step == "grade":
        attempts.reveal(attempt)
    return person, f"/api/v1/attempts/{attempt.pk}/{step}/", body


@pytest.mark.parametrize(
    "prepared",
    [a_decision, partial(a_step, "reveal", {}), partial(a_step, "grade", {"self_score": 3})],
    ids=["decide", "reveal", "grade"],
)
def test_steps_that_need_earlier_ones_are_taken_once(prepared: Callable[[], tuple[Person, str, Any]]) -> None:
    person, url, body = prepared()
    client = signed_in(person)
    first, second = [client.post(url, body, headers=KEY) for _ in range(2)]
    assert (first.status_code, "Idempotency-Replayed" in second) == (200, True), first.content
    assert told(second) == told(first)


def test_the_demo_world_is_erased_once_and_its_person_is_nobody_then() -> None:
    person = a_person(is_demo=True)
    client = signed_in(person)
    client.post(OPENINGS, BODY, headers=KEY)
    assert kept_for(person.pk) == 1
    assert [client.post("/api/v1/demo/erase/", headers=KEY).status_code for _ in range(2)] == [204, 401]
    assert kept_for(person.pk) == 0  # nor of the last one
