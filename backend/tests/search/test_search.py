"""How a search reads words, marks them and helps with spelling."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.questions import samples
from vivavoce.questions.indexing import index_questions
from vivavoce.questions.models import Question
from vivavoce.questions.search import Query
from vivavoce.questions.words import words

pytestmark = pytest.mark.django_db

TEXTS = {
    0: "Where does django.db.models.Model live, and who in any team reads it?",
    1: "What does select_related() join, and what does it cost?",
    2: "Why is the café 🙂 closed after a migration?",
    3: "How do you select the related rows in a ModelSerializer?",
}


@pytest.fixture
def bank() -> None:
    for number, prompt in TEXTS.items():
        row = samples.question(number)
        newer = samples.version(row, number % 3, number=2, prompt=prompt, status="published", audience="public")
        row.current = newer
        row.save()
        index_questions([row.pk])


def find(query: str, **parameters: str) -> dict[str, Any]:
    reply = Client().get("/api/v1/questions/", {"q": query, "fields": "number,match", **parameters})
    assert reply.status_code == 200, reply.content
    return dict(reply.json())


def numbers(query: str, **parameters: str) -> list[int]:
    return [row["number"] - 100 for row in find(query, **parameters)["results"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("models", [0, 3]),
        ("model", [0, 3]),
        ("django.db.models", [0]),
        ("django.db.models.Model", [0]),
        ("select_related", [1]),
        ("SELECT_RELATED()", [1]),
        ("select related", [1, 3]),
        ("serializer", [3]),
        ("modelserializers", [3]),
        ("cafe", [2]),
        ("CAFÉ", [2]),
        ("who in any", [0]),
        ("in", [0, 3]),
        ("migr", [2]),
        ("the", [2, 3]),
        ("???", []),
        ("🙂", []),
    ],
)
def test_words_are_found_whole_and_split_and_none_is_dropped(bank: None, query: str, expected: list[int]) -> None:
    assert sorted(numbers(query)) == expected


def test_where_no_question_has_all_words_any_will_do(bank: None) -> None:
    assert numbers("select_related migration") in ([1, 2], [2, 1])


def test_a_word_of_the_prompt_counts_more_than_one_of_the_key_points(bank: None) -> None:
    first = samples.question(4)
    first.current = samples.version(
        first, 1, number=2, prompt="What is sent, and when?", status="published", audience="public"
    )
    first.save()
    index_questions([first.pk])
    assert numbers("sent")[0] == 4


def test_spans_are_code_points_into_the_plain_text_of_the_field(bank: None) -> None:
    (row,) = find("migration cafe")["results"]
    match = row["match"]
    assert (match["field"], match["text"]) == ("prompt", TEXTS[2])
    assert [match["text"][start:end] for start, end in match["spans"]] == ["café", "migration"]
    (row,) = find("rows are needed")["results"][:1]
    assert row["match"]["field"] == "key_points"
    assert row["match"]["text"] == samples.POINT["text"]


def test_parts_in_a_row_are_marked_and_parts_apart_are_not(bank: None) -> None:
    (row,) = find("select_related")["results"]
    assert row["match"]["spans"] == [[10, 24]]
    assert numbers("select_rows") == []


def test_common_words_are_not_marked_beside_rare_ones() -> None:
    asked = tuple(words("why is n+1 slow"))
    assert Query(asked, (), "", rarity=(0.7, 0.6, 3.5, 2.0)).telling == [2, 3]
    assert Query(asked, (), "", rarity=(0.7, 0.6, 0.0, 0.0)).telling == [0, 1]


@pytest.mark.parametrize(("query", "near"), [("migratoin", "migration"), ("slect", "select"), ("xyzzyx", None)])
def test_a_misspelling_is_corrected_from_what_one_may_read(bank: None, query: str, near: str | None) -> None:
    assert find(query).get("did_you_mean") == near


def test_a_word_that_is_known_is_not_corrected_when_a_filter_hides_it(bank: None) -> None:
    found = find("migration", level="lead")
    assert found["count"] == 0
    assert "did_you_mean" not in found


def test_what_is_no_longer_current_is_not_found(bank: None) -> None:
    assert numbers("lazy") == []


@pytest.mark.parametrize("query", ["'", "\\", "a:*", "& | !", "<->", "x' | 'y", "%", "a" * 200, "..__..", "_"])
def test_no_query_breaks_the_database(bank: None, query: str) -> None:
    find(query)


def test_pages_of_a_search_hold_every_hit_once(bank: None) -> None:
    whole = numbers("the in")
    page = find("the in", page_size="1")
    seen = []
    while True:
        seen += [row["number"] - 100 for row in page["results"]]
        if not page["next"]:
            break
        page = dict(Client().get(page["next"]).json())
    assert seen == whole


def test_a_search_costs_the_same_for_one_hit_and_for_many(bank: None) -> None:
    def queries(text: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            find(text)
        return len(captured)

    assert queries("cafe closed") == queries("is the")


def test_facets_count_what_the_search_found(bank: None) -> None:
    facet = find("select", facets="level")["facets"]["level"]
    assert sum(line["count"] for line in facet) == 2


def test_a_document_goes_with_its_question(bank: None) -> None:
    Question.objects.get(number=102).delete()
    assert numbers("cafe") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("N+1", [("n+1", ("n", "1"))]),
        ("don't", [("dont", ())]),
        ("Django's", [("django", ())]),
        ("URLs", [("url", ("url",))]),
        ("QuerySets", [("queryset", ("queri", "set"))]),
        ("__init__", [("init", ())]),
        ("5.2", [("5.2", ("5", "2"))]),
        ("date__year", [("date__year", ("date", "year"))]),
        ("zero-downtime", [("zero-downtime", ("zero", "downtim"))]),
        ("", []),
    ],
)
def test_text_is_cut_into_words(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(word.whole, word.parts) for word in words(text)] == expected


def test_a_name_inside_a_dotted_one_is_found_by_itself() -> None:
    (word,) = words("transaction.on_commit")
    assert word.placed(0) == [
        (1, "transaction.on_commit"),
        (2, "on_commit"),
        (1, "transact"),
        (2, "on"),
        (3, "commit"),
    ]
