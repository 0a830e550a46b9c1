"""Whatever goes wrong under /api/ is a problem document (RFC 9457)."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from psycopg import errors as postgres

from tests.core.planted.models import Thing
from tests.core.planted.views import ShelfViewSet
from vivavoce.core.problems import IllegalTransition, ManagedByPack, Problem

SHELVES = "/api/v1/shelves/"
pytestmark = pytest.mark.urls("tests.core.planted.urls")


def problem(reply: Any, status: int) -> dict[str, Any]:
    assert reply.status_code == status
    assert reply["Content-Type"] == "application/problem+json"
    body = dict(reply.json())
    assert body["status"] == status
    assert body["request_id"] == reply["X-Request-ID"]
    assert Client().get(body["type"]).status_code == 200
    assert {"title", "detail", "instance", "code"} <= set(body)
    return body


def test_an_unknown_address(client: Client) -> None:
    for address in ("/api/nothing", "/api/v1/nothing/", "/api/"):
        assert problem(client.get(address), 404)["type"] == "/api/problems/not-found/"


def test_an_address_that_is_nearly_right(client: Client) -> None:
    assert problem(client.get("/api/v1/token/"), 404)["did_you_mean"] == "/api/v1/tokens/"


@pytest.mark.parametrize("key", ["nothing", "a%00b", "%ff", "01890a5d-ac96-774b-bcce-b302099a8057"])
def test_a_row_that_is_not_there(client: Client, db: None, key: str) -> None:
    problem(client.get(f"{SHELVES}{key}/"), 404)


def test_nobody_is_known(client: Client, db: None) -> None:
    reply = client.get("/api/v1/things/")
    problem(reply, 401)
    assert reply["WWW-Authenticate"].startswith("Bearer")


def test_a_method_that_is_not_offered(signed_in: Client, things: list[Thing]) -> None:
    reply = signed_in.put(f"/api/v1/things/{things[0].pk}/", {}, content_type="application/json")
    problem(reply, 405)
    assert "PUT" not in reply["Allow"]
    problem(signed_in.delete(SHELVES), 405)


def test_a_format_that_is_not_offered(client: Client, db: None) -> None:
    problem(client.get(SHELVES, headers={"Accept": "image/png"}), 406)


def test_a_body_of_another_type(signed_in: Client) -> None:
    problem(signed_in.post("/api/v1/things/", "name=x", content_type="application/x-www-form-urlencoded"), 415)


def test_a_body_that_is_too_large(signed_in: Client) -> None:
    body = '{"name": "' + "x" * 3_000_000 + '"}'
    problem(signed_in.post("/api/v1/things/", body, content_type="application/json"), 413)


def test_a_missing_csrf_token(person: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person)
    assert "CSRF" in problem(client.post("/api/v1/things/", {}, content_type="application/json"), 403)["detail"]


def failing(monkeypatch: pytest.MonkeyPatch, error: Exception) -> Client:
    def fail(self: Any) -> Any:
        raise error

    monkeypatch.setattr(ShelfViewSet, "get_queryset", fail)
    return Client(raise_request_exception=False)


def test_a_crash_tells_the_log_and_not_the_caller(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    client = failing(monkeypatch, RuntimeError("the secret cause"))
    with caplog.at_level(logging.ERROR):
        reply = client.get(SHELVES, headers={"X-Request-ID": "my-own-id-1"})
    assert problem(reply, 500)["request_id"] == "my-own-id-1"
    assert b"secret" not in reply.content
    assert "the secret cause" in caplog.text


def caused(by: Exception) -> OperationalError:
    error = OperationalError("the database says")
    error.__cause__ = by
    return error


@pytest.mark.parametrize(
    ("error", "status", "retry"),
    [
        (OperationalError("connection refused"), 503, "5"),
        (caused(postgres.DiskFull()), 507, "60"),
        (caused(postgres.SerializationFailure()), 409, None),
        (caused(postgres.DeadlockDetected()), 409, None),
    ],
)
def test_trouble_below_says_when_to_come_back(
    monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, retry: str | None
) -> None:
    reply = failing(monkeypatch, error).get(SHELVES)
    problem(reply, status)
    assert reply.headers.get("Retry-After") == retry


def test_trouble_outside_a_view_is_a_problem_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Any, request: Any) -> Any:
        raise OperationalError("connection refused")

    with monkeypatch.context() as patch:
        patch.setattr("django.contrib.sessions.middleware.SessionMiddleware.process_request", fail)
        reply = Client(raise_request_exception=False).get(SHELVES)
    problem(reply, 503)


def test_an_illegal_step_names_the_legal_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    body = problem(failing(monkeypatch, IllegalTransition("No.", allowed=["cancel"])).get(SHELVES), 409)
    assert (body["code"], body["allowed_transitions"]) == ("illegal_transition", ["cancel"])


def test_what_a_pack_manages(monkeypatch: pytest.MonkeyPatch) -> None:
    assert problem(failing(monkeypatch, ManagedByPack()).get(SHELVES), 409)["code"] == "managed_by_pack"


@pytest.mark.parametrize("given", ["short", "a b c d e f g h", "x" * 129, "line\nbreak-line", '{"a": 1234567}'])
def test_a_request_id_that_is_not_sane_is_replaced(client: Client, given: str) -> None:
    assert client.get("/api/v1/", headers={"X-Request-ID": given})["X-Request-ID"] != given


@pytest.mark.parametrize("slug", sorted(Problem.known))
def test_every_type_has_a_page(client: Client, slug: str) -> None:
    page = client.get(f"/api/problems/{slug}/")
    assert page.status_code == 200
    assert Problem.known[slug].title.replace("?", "") in page.content.decode()


def test_an_unknown_type_has_none(client: Client) -> None:
    assert problem(client.get("/api/problems/not-fond/"), 404)["did_you_mean"] == "not-found"


def test_both_slash_forms_are_the_same_operation(signed_in: Client, things: list[Thing]) -> None:
    with_slash, without = signed_in.get("/api/v1/things/?page_size=1"), signed_in.get("/api/v1/things?page_size=1")
    assert without.status_code == 200
    assert without.json() == with_slash.json()
    reply = signed_in.post("/api/v1/things", {"name": "jug", "shelf": "low"}, content_type="application/json")
    assert reply.status_code == 201
