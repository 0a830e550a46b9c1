"""Every operation of openapi.yaml is tried in every role of the table; an operation without a line fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from django.conf import settings
from rest_framework.test import APIClient

from tests.access.table import cells
from tests.interviews.card_samples import a_card, an_assessment, held, seat, whole
from tests.interviews.kit_samples import a_kit
from tests.interviews.samples import a_kit_of, a_mock, an_application, an_interview, in_days
from tests.openings.test_openings import an_opening
from tests.people import ConformingAPIClient, a_person, signed_in, with_token
from tests.practice.answers import a_question, an_attempt
from tests.practice.memory_samples import an_asked, graded
from tests.questions import samples
from vivavoce.accounts import rules, services
from vivavoce.accounts.models import Person
from vivavoce.interviews.services import note_down, start
from vivavoce.interviews.services.invitations import invite
from vivavoce.practice.services.sessions import Wish, begin

pytestmark = pytest.mark.django_db

SCOPES = {"me": "me", "demo": "me", "tokens": "tokens", "interviews": "interviews"} | {
    "openings": "openings",
    "applications": "openings",
    "attempts": "practice",
    "practice": "practice",
    "cards": "practice",
    "reviews": "practice",
    "practice-sessions": "practice",
    "today": "practice",
    "interview-items": "interviews",
    "invitations": "interviews",
    "colleagues": "interviews",
    "scorecards": "interviews",
    "debriefs": "interviews",
}
"""First word of a path -> its scope; everything else is the bank's."""


def a_seat(owner: Person) -> Any:
    return seat(held(owner, an_assessment(owner)), owner)


def a_started_mock(owner: Person) -> Any:
    return start(a_mock(owner), person=owner)


BODIES: dict[str, Any] = {
    "POST /api/v1/interviews/start-now/": lambda _: {"purpose": "mock", "kit": a_kit_of().slug},
    "POST /api/v1/interview-items/": lambda owner: {
        "interview": str(a_started_mock(owner).pk),
        "question": samples.question(5).slug,
    },
    "PATCH /api/v1/interview-items/{id}/": {"asked": "yes"},
    "POST /api/v1/invitations/": lambda owner: {"interview": str(a_mock(owner).pk)},
    "POST /api/v1/invitations/accept/": lambda owner: {
        "secret": invite(a_mock(owner), person=owner, role="interviewer")[1]
    },
    "POST /api/v1/scorecards/": lambda owner: {"interview": str(a_seat(owner).interview_id), **whole()},
    "PATCH /api/v1/scorecards/{id}/": {"key_takeaways": "Careful."},
    "POST /api/v1/scorecards/{id}/decline/": {"reason": "Ill"},
    "POST /api/v1/scorecards/{id}/revise/": {"reason": "Heard more."},
    "POST /api/v1/debriefs/{id}/decide/": {"decision": "hold", "rationale": "Nobody is in yet."},
    "PATCH /api/v1/me/": {"name": "Ana"},
    "POST /api/v1/tokens/": {"name": "x", "scopes": ["tokens:write"]},
    "POST /api/v1/openings/": {"title": "Developer", "organization": "Halden"},
    "PATCH /api/v1/openings/{id}/": {"city": "Delft"},
    "PATCH /api/v1/applications/{id}/": {"notes": "Call."},
    "POST /api/v1/applications/{id}/move/": {"stage": "offer"},
    "POST /api/v1/interviews/": {"organization": "Halden"},
    "PATCH /api/v1/interviews/{id}/": {"notes": "Read."},
    "POST /api/v1/interviews/{id}/reschedule/": {"starts_at": "2027-01-14T09:00:00Z"},
    "POST /api/v1/interviews/{id}/cancel/": {"reason": "Ill"},
    "POST /api/v1/interviews/{id}/no-show/": {"by": "interviewer"},
    "POST /api/v1/interviews/{interview}/retrospective/": {"summary": "Calm."},
    "PATCH /api/v1/interviews/{interview}/retrospective/": {"summary": "Calm."},
    "POST /api/v1/attempts/": {"question": "question-0"},
    "PATCH /api/v1/attempts/{id}/": {"body": "It waits."},
    "POST /api/v1/practice/claim/": {"reviews": []},
    "POST /api/v1/practice/preview/": {"reviews": []},
    "POST /api/v1/reviews/": lambda _: {"question": an_asked(1).slug, "grade": "good"},
    "POST /api/v1/practice-sessions/": {"limit": 5},
    "PATCH /api/v1/today/steps/{slug}/": {"done": True},
}


def past_interview(owner: Person) -> Any:
    interview = an_interview(owner, starts_at=in_days(-1))
    note_down(interview, fields={"summary": "Calm."}, asked=[])
    return interview.pk


ROWS: dict[str, Callable[[Person], Any]] = {
    "answers": lambda _: samples.question(0).current.answers.get().pk,  # type: ignore[union-attr]  # it has one
    "categories": lambda _: samples.category(0).slug,
    "kits": lambda _: a_kit().slug,
    "qualities": lambda _: samples.quality("modelling").slug,
    "questions": lambda _: samples.question(0).slug,
    "roles": lambda _: samples.role().slug,
    "rubrics": lambda _: a_kit().rubric.slug,
    "steps": lambda _: samples.step(0).slug,
    "topics": lambda _: samples.topic("orm").slug,
    "tokens": lambda owner: services.make_token(owner=owner, name="x", scopes=rules.SCOPES)[0].pk,
    "openings": lambda owner: an_opening(owner).pk,
    "applications": lambda owner: an_application(owner).pk,
    "interviews": past_interview,
    "interview-items": lambda owner: a_started_mock(owner).items.first().pk,
    "invitations": lambda owner: invite(a_mock(owner), person=owner, role="interviewer")[0].pk,
    "colleagues": lambda owner: owner.pk,
    "scorecards": lambda owner: a_card(a_seat(owner), whole()).pk,
    "debriefs": lambda owner: an_assessment(owner).debrief.pk,
    "attempts": lambda owner: an_attempt(owner).pk,
    "cards": lambda owner: graded(owner, an_asked(1), "good", in_days(-1)).card_id,
    "reviews": lambda owner: graded(owner, an_asked(1), "good", in_days(-1)).pk,
    "practice-sessions": lambda owner: begin(owner, Wish()).pk,
    "today": lambda _: samples.step(0).slug,
}
"""How to make the row that ``{id}`` means, and its key in the address."""


def client_for(role: str, owner: Person, scope: str) -> APIClient:
    if role == "anonymous":
        return ConformingAPIClient()
    if role == "stranger":
        return signed_in(a_person())
    if role == "owner":
        return signed_in(owner)
    if role == "token":
        return with_token(owner, scope)
    return with_token(owner, *(other for other in rules.SCOPES if other.partition(":")[0] != scope.partition(":")[0]))


@pytest.mark.parametrize(("method", "path", "role", "status"), cells())
def test_every_role_gets_what_the_table_says(method: str, path: str, role: str, status: int) -> None:
    owner = a_person()
    word = path.removeprefix("/api/v1/").partition("/")[0]
    body = BODIES.get(f"{method} {path}")
    body = body(owner) if callable(body) else body
    if "{" in path:
        key = str(ROWS[word](owner))
        path = path.replace("{id}", key).replace("{interview}", key).replace("{slug}", key)
    if (method, word, "{" in path) == ("POST", "applications", False) and not path.endswith("move/"):
        body = {"opening": str(an_opening(owner).pk)}
    if (body or {}).get("question") == "question-0":
        a_question()
    scope = f"{SCOPES.get(word, 'bank')}:{'read' if method == 'GET' else 'write'}"
    client = client_for(role, owner, scope)
    reply = client.generic(method, path) if body is None else getattr(client, method.lower())(path, body)
    assert reply.status_code == status, reply.content.decode()[:500]
    if status == 401:
        assert reply["WWW-Authenticate"].startswith("Bearer")
    if role == "other" and status == 403:
        assert reply.json()["required_scope"] == scope


@pytest.mark.parametrize(("method", "path"), sorted({(method, path) for method, path, _, _ in cells()}))
def test_a_header_that_is_not_valid_opens_nothing(method: str, path: str) -> None:
    client = signed_in(a_person())
    path = path.replace("{id}", "x").replace("{interview}", "x").replace("{slug}", "x")
    reply = client.generic(method, path, headers={"Authorization": "Bearer vv_wrong"})
    assert reply.status_code == 401


def test_no_operation_is_without_a_line() -> None:
    document = yaml.safe_load(settings.OPENAPI_FILE.read_text())
    offered = {(method.upper(), path) for path, methods in document["paths"].items() for method in methods}
    assert {(method, path) for method, path, _, _ in cells()} == offered
