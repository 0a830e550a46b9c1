"""Questions as linked data: what is published for everybody, whoever asks."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tests.core import schema_org
from tests.people import a_person, signed_in
from tests.questions import samples

LIST = "/api/v1/questions/"
LINKED = "application/ld+json"
pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    """Somebody who sees everything in JSON."""
    person = a_person()
    person.groups.set([Group.objects.get_or_create(name=name)[0] for name in ("interviewers", "editors")])
    return signed_in(person)


def read(client: Client, path: str) -> dict[str, Any]:
    reply = client.get(path, headers={"Accept": LINKED})
    assert reply.status_code == 200, reply.content
    assert reply["Content-Type"] == LINKED
    assert reply.has_header("ETag")
    document = dict(reply.json())
    schema_org.check(document)
    return document


def test_a_question_is_one_of_schema_org() -> None:
    made = samples.question(0)
    found = read(Client(), f"{LIST}question-0/")
    answer = made.current.answers.get()  # type: ignore[union-attr]  # it has a version
    assert found == {
        "@context": "https://schema.org",
        "@id": "http://127.0.0.1:8000/api/v1/questions/question-0/",
        "@type": "Question",
        "url": "http://127.0.0.1:8000/questions/question-0",
        "identifier": "100",
        "name": "Why is a queryset lazy?",
        "text": "Why is a queryset lazy?",
        "description": "assesses",
        "eduQuestionType": "knowledge",
        "learningResourceType": "interview",
        "educationalLevel": "junior",
        "timeRequired": "PT5M",
        "about": [
            term("categories", "category-0", "Category 0"), term("topics", "orm", "ORM"), term("topics", "sql", "SQL"),
        ],
        "assesses": [term("qualities", "reliability", "Reliability")],
        "license": {"@type": "CreativeWork", "name": "CC BY 4.0"},
        "version": 1,
        "dateCreated": found["dateCreated"],
        "dateModified": found["dateModified"],
        "citation": [{"@type": "CreativeWork", "name": "Docs", "url": "https://example.org/"}],
        "answerCount": 1,
        "suggestedAnswer": [
            {
                "@id": f"http://127.0.0.1:8000/api/v1/answers/{answer.pk}/", "@type": "Answer", "name": "Score 1",
                "text": "Said.", "description": "Because.",
            }
        ],
    }  # fmt: skip


def term(place: str, slug: str, name: str) -> dict[str, str]:
    address = f"http://127.0.0.1:8000/api/v1/{place}/{slug}/"
    return {"@id": address, "@type": "DefinedTerm", "termCode": slug, "name": name}


def test_the_best_answer_is_the_accepted_one() -> None:
    made = samples.question(0)
    assert made.current
    samples.answer(made.current, 3)
    found = read(Client(), f"{LIST}question-0/?format=jsonld")
    assert [one["name"] for one in found["acceptedAnswer"]] == ["Score 4"]
    assert [one["name"] for one in found["suggestedAnswer"]] == ["Score 1"]


def test_of_what_people_ask_about_interviewing_the_guidance_is_the_answer() -> None:
    samples.question(2)
    assert read(Client(), f"{LIST}question-2/")["acceptedAnswer"] == [{"@type": "Answer", "text": "guidance"}]


def test_it_holds_what_is_published_for_everybody_whoever_asks(editor: Client) -> None:
    samples.question(0)
    samples.question(1, audience="hiring")
    samples.question(2, status="draft")
    assert editor.get(LIST).json()["count"] == 3
    items = read(editor, LIST)["itemListElement"]
    assert [(one["position"], one["item"]["identifier"]) for one in items] == [(1, "100")]
    for hidden in ("question-1", "question-2"):
        assert editor.get(f"{LIST}{hidden}/").status_code == 200
        assert editor.get(f"{LIST}{hidden}/?format=jsonld").status_code == 404


def test_a_list_names_its_neighbours_in_a_header() -> None:
    for number in range(3):
        samples.question(number)
    reply = Client().get(f"{LIST}?format=jsonld&page_size=1&ordering=-number")
    assert [one["item"]["identifier"] for one in reply.json()["itemListElement"]] == ["102"]
    onward = reply["Link"].partition(">")[0].removeprefix("<")
    assert reply["Link"] == f'<{onward}>; rel="next"'
    again = Client().get(onward)
    assert again["Content-Type"] == LINKED
    assert [one["item"]["identifier"] for one in again.json()["itemListElement"]] == ["101"]
    assert again["Link"].endswith('rel="prev"')


@pytest.mark.parametrize("parameter", ["fields=id", "omit=id", "expand=topics", "facets=level"])
def test_its_members_are_not_to_be_chosen(parameter: str) -> None:
    reply = Client().get(f"{LIST}?format=jsonld&{parameter}")
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["code"] == "not_with_format"


def test_the_format_of_a_reply_and_that_of_a_question_go_together() -> None:
    for number in range(3):
        samples.question(number)
    for query in ("format=design&format=csv", "format=csv,design", "format=ndjson&format=design"):
        reply: Any = Client().get(f"{LIST}?{query}")
        text = reply.getvalue()
        assert b"question-2" in text
        assert b"question-0" not in text
    assert Client().get(f"{LIST}?format=design").json()["count"] == 1
    assert Client().get(f"{LIST}?format=json").json()["count"] == 3
    (error,) = Client().get(f"{LIST}?format=xml").json()["errors"]
    assert {"design", "csv", "jsonld"} <= set(error["allowed"])
    (error,) = Client().get(f"{LIST}?format=cvs").json()["errors"]
    assert error["did_you_mean"] == "csv"


def test_facets_count_beside_a_format_of_the_reply() -> None:
    samples.question(0)
    found = Client().get(f"{LIST}?format=json&facets=format").json()["facets"]["format"]
    assert {line["value"]: line["count"] for line in found if line["count"]} == {"knowledge": 1}
