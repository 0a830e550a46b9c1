"""The download of an exercise, with rows made by hand; ``tests/packs`` runs what real ones hold."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.people import an_interviewer, signed_in
from tests.questions import samples
from vivavoce.core.testing.conformance import committed

ADDRESS = "/api/v1/questions/question-0/exercise/"
pytestmark = pytest.mark.django_db


def test_it_is_a_file_that_a_browser_saves_under_the_questions_name(client: Client) -> None:
    samples.question(0)
    reply = client.get(ADDRESS, headers={"Accept": "text/html,*/*;q=0.8"})
    assert (reply.status_code, reply.content) == (200, b"PK of question-0")
    assert reply["Content-Type"] == "application/zip"
    assert reply["Content-Disposition"] == 'attachment; filename="question-0.zip"'
    assert reply["Cache-Control"] == "no-cache"
    assert client.get(ADDRESS.rstrip("/")).content == reply.content


def test_who_has_it_already_is_told_so(client: Client) -> None:
    samples.question(0)
    tag = client.get(ADDRESS)["ETag"]
    again = client.get(ADDRESS, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    assert client.head(ADDRESS)["ETag"] == tag


def test_it_is_found_by_number_former_slug_and_id_like_its_question(client: Client) -> None:
    question = samples.question(0)
    for key in ("100", "former-0", str(question.pk)):
        assert client.get(f"/api/v1/questions/{key}/exercise/").content == b"PK of question-0"


def test_a_question_without_one_says_null_and_the_address_is_a_404_problem(client: Client) -> None:
    samples.question(2)
    assert client.get("/api/v1/questions/question-2/").json()["exercise"] is None
    reply = client.get("/api/v1/questions/question-2/exercise/")
    assert (reply.status_code, reply["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize(("status", "audience"), [("draft", "public"), ("retired", "public"), ("published", "hiring")])
def test_a_question_that_one_may_not_read_has_none(status: str, audience: str, client: Client) -> None:
    samples.question(0, status=status, audience=audience)
    assert client.get(ADDRESS).status_code == 404


def test_interviewers_download_what_is_theirs_to_read() -> None:
    samples.question(0, audience="hiring")
    assert signed_in(an_interviewer()).get(ADDRESS).status_code == 200


def test_one_query_finds_it(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    samples.question(0)
    with django_assert_num_queries(1):
        client.get(ADDRESS)


def test_it_is_no_json_and_has_no_members_to_choose(client: Client) -> None:
    samples.question(0)
    assert client.get(ADDRESS, headers={"Accept": "application/json"}).content == b"PK of question-0"
    reply = client.get(ADDRESS, {"fields": "slug"})
    assert (reply.status_code, reply.json()["errors"][0]["parameter"]) == (400, "fields")


def test_openapi_yaml_says_that_it_is_binary() -> None:
    operation = committed().document["paths"]["/api/v1/questions/{id}/exercise/"]["get"]
    content = operation["responses"]["200"]["content"]
    assert {kind: media["schema"]["format"] for kind, media in content.items()} == {"application/zip": "binary"}
