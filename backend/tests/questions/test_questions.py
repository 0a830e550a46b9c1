"""What is particular to questions: who sees which, older versions, addresses, counts, and refused writes."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tests.questions import samples
from vivavoce.accounts.models import Person
from vivavoce.questions.models import Question, QuestionVersion

LIST = "/api/v1/questions/"

pytestmark = pytest.mark.django_db


def signed_in(*groups: str) -> Client:
    name = "-".join(groups) or "nobody"
    person = Person.objects.create_user(email=f"{name}@example.org", password="a long password")
    person.groups.set([Group.objects.get_or_create(name=group)[0] for group in groups])
    client = Client()
    client.force_login(person)
    return client


def numbers(client: Client, query: str = "") -> list[int]:
    reply = client.get(f"{LIST}?{query}")
    assert reply.status_code == 200, reply.content
    return [row["number"] for row in reply.json()["results"]]


@pytest.fixture
def four() -> None:
    samples.question(0, searchable=True)
    samples.question(1, audience="hiring", searchable=True)
    samples.question(2, status="draft", searchable=True)
    samples.question(3, status="draft", audience="hiring", searchable=True)


@pytest.mark.parametrize(
    ("groups", "seen"),
    [
        ((), [100]),
        (("interviewers",), [100, 101]),
        (("editors",), [100, 102]),
        (("interviewers", "editors"), [100, 101, 102, 103]),
    ],
)
def test_each_group_sees_its_own(four: None, groups: tuple[str, ...], seen: list[int]) -> None:
    client = signed_in(*groups)
    assert numbers(client) == seen
    details = {number: client.get(f"{LIST}{number}/").status_code for number in (100, 101, 102, 103)}
    assert details == {number: 200 if number in seen else 404 for number in details}
    counted = client.get("/api/v1/categories/").json()["results"]
    assert sum(row["question_count"] for row in counted) == len(seen)
    facet = client.get(f"{LIST}?facets=level").json()["facets"]["level"]
    assert sum(line["count"] for line in facet) == len(seen)
    answers = client.get("/api/v1/answers/").json()["count"]
    assert answers == len(seen)


def test_anonymous_callers_see_what_everyone_sees(four: None, client: Client) -> None:
    assert numbers(client) == [100]
    assert numbers(client, "q=failure") == []
    assert numbers(signed_in("editors"), "q=failure") == [102]


def test_an_invisible_slug_is_refused_like_an_unknown_one(four: None, client: Client) -> None:
    hidden = client.get(f"{LIST}?slug=question-1").json()["errors"]
    unknown = client.get(f"{LIST}?slug=question-9").json()["errors"]
    assert hidden[0]["allowed"] == unknown[0]["allowed"] == ["question-0"]


def test_spelling_suggests_only_words_that_one_may_read(four: None, client: Client) -> None:
    assert "did_you_mean" not in client.get(f"{LIST}?q=failrue").json()
    assert signed_in("editors").get(f"{LIST}?q=failrue").json()["did_you_mean"] == "failure"


def test_a_detail_is_found_by_slug_number_id_and_former_slug(client: Client) -> None:
    row = samples.question(0)
    for key in ("question-0", "100", str(row.pk), "former-0"):
        assert client.get(f"{LIST}{key}/").json()["id"] == str(row.pk)
    for key in ("question-9", "101", "99999999999999999999", "0", "former-9", "%00"):
        assert client.get(f"{LIST}{key}/").status_code == 404


@pytest.fixture
def revised() -> Question:
    row = samples.question(0)
    row.current = samples.version(row, 0, number=2, prompt="Why is it so lazy?", status="published", audience="public")
    row.save()
    samples.version(row, 0, number=3, prompt="A draft.", status="draft", audience="public")
    samples.version(row, 0, number=4, prompt="For interviewers.", status="published", audience="hiring")
    return row


def test_an_older_version_is_shown_when_asked_for(revised: Question, client: Client) -> None:
    newest, oldest = (client.get(f"{LIST}100/{query}").json() for query in ("", "?version=1&expand=answers,topics"))
    assert (newest["version"], newest["prompt"]) == (2, "Why is it so lazy?")
    assert (oldest["version"], oldest["prompt"]) == (1, "Why is a queryset lazy?")
    assert oldest["checked_on"] == []
    assert oldest["answers"][0]["id"] != newest["answers"][0]["id"]
    assert oldest["topics"][0]["question_count"] == 1


@pytest.mark.parametrize(("groups", "seen"), [((), [1, 2]), (("editors",), [1, 2, 3]), (("interviewers",), [1, 2, 4])])
def test_versions_that_one_may_not_see_do_not_exist(
    revised: Question, groups: tuple[str, ...], seen: list[int]
) -> None:
    reply = signed_in(*groups).get(f"{LIST}100/?version=9")
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["allowed"] == seen


@pytest.mark.parametrize("value", ["", "0", "-1", "one", "1.0", "99999999999", "1&version=2", "²"])
def test_a_version_is_a_whole_number(revised: Question, client: Client, value: str) -> None:
    reply = client.get(f"{LIST}100/?version={value}")
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["parameter"] == "version"


@pytest.mark.parametrize("resource", ["questions", "categories", "topics", "qualities", "roles", "steps", "answers"])
def test_what_a_pack_holds_is_not_written_over_the_api(resource: str) -> None:
    step = samples.step(0)
    client = signed_in("editors")
    rows = client.get(f"/api/v1/{resource}/").json()["results"]
    addresses = [("POST", f"/api/v1/{resource}/")]
    addresses += [(method, rows[0]["url"]) for method in ("PUT", "PATCH", "DELETE")]
    for method, path in addresses:
        reply = client.generic(method, path, "{}", content_type="application/json")
        assert (reply.status_code, reply.json()["code"]) == (409, "managed_by_pack"), f"{method} {path}"
        assert Client().generic(method, path, "{}", content_type="application/json").status_code == 401
    absent = client.delete(f"/api/v1/{resource}/nothing-of-this-name/")
    assert absent.status_code == 404
    step.refresh_from_db()


def test_the_admin_shows_pack_rows_and_changes_none(client: Client) -> None:
    row = samples.question(0)
    admin = Person.objects.create_superuser(email="root@example.org", password="a long password")
    browser = Client()
    browser.force_login(admin)
    assert browser.get("/admin/questions/question/").status_code == 200
    assert browser.get(f"/admin/questions/question/{row.pk}/change/").status_code == 200
    for action in ("add/", f"{row.pk}/delete/"):
        assert browser.get(f"/admin/questions/question/{action}").status_code == 403
    assert browser.post(f"/admin/questions/question/{row.pk}/change/", {"slug": "x"}).status_code == 403


def test_an_answer_of_an_older_version_is_not_listed(revised: Question, client: Client) -> None:
    rows: list[dict[str, Any]] = client.get("/api/v1/answers/").json()["results"]
    newest = QuestionVersion.objects.get(question=revised, version=2)
    assert [row["id"] for row in rows] == [str(newest.answers.get().pk)]


def test_a_checked_series_finds_its_patch_releases(client: Client) -> None:
    samples.question(0)
    assert numbers(client, "checked=django:5.2") == [100]
    assert numbers(client, "checked=django:5.2.19") == [100]
    assert numbers(client, "checked=django:5") == [100]
    assert numbers(client, "checked=django:6.1") == []
