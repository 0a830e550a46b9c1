"""Questions as a file that Anki imports."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.test import Client

from tests.questions import samples
from vivavoce.questions.anki import AnkiRenderer

LIST = "/api/v1/questions/"
pytestmark = pytest.mark.django_db


def read(query: str = "") -> tuple[list[str], list[list[str]]]:
    """The header lines and the rows, as Anki reads them: csv with tabs after the lines that begin with ``#``."""
    reply: Any = Client().get(f"{LIST}?format=anki{query}")
    assert reply.status_code == 200
    text = reply.getvalue().decode()
    lines = text.splitlines(keepends=True)
    head = [line.rstrip("\n") for line in lines if line.startswith("#")]
    assert lines[: len(head)] == [f"{line}\n" for line in head]
    body = "".join(lines[len(head) :])
    return head, list(csv.reader(io.StringIO(body, newline=""), delimiter="\t"))


def test_a_question_is_a_note() -> None:
    made = samples.question(0)
    head, rows = read()
    assert head == [
        "#separator:tab", "#html:true", "#guid column:1", "#notetype:Basic", "#deck column:4", "#tags column:5",
        "#columns:GUID\tFront\tBack\tDeck\tTags",
    ]  # fmt: skip
    assert rows == [
        [
            str(made.pk),
            "Why is a queryset lazy?",
            "<ol><li>Nothing is sent before rows are needed. <b>(crucial)</b></li></ol>"
            "<p>Red flags</p><ul><li>Says the opposite. <i>It waits.</i></li></ul>"
            '<p><a href="http://127.0.0.1:8000/questions/question-0">Question 100, version 1</a></p>',
            "Vivavoce",
            "category::category-0 level::junior quality::reliability topic::orm topic::sql",
        ]
    ]


def test_it_is_a_text_file_of_the_whole_list_that_the_filters_leave() -> None:
    made = [samples.question(n) for n in range(4)]
    reply: Any = Client().get(f"{LIST}?format=anki")
    assert reply.streaming
    assert reply["Content-Type"] == "text/tab-separated-values; charset=utf-8"
    assert reply["Content-Disposition"] == 'attachment; filename="questions.txt"'
    accepted: Any = Client().get(LIST, headers={"Accept": "text/tab-separated-values"})
    assert accepted.getvalue() == reply.getvalue()
    assert [row[0] for row in read()[1]] == [str(one.pk) for one in made]
    assert [row[0] for row in read("&number=103,101&format=design,knowledge")[1]] == [str(made[3].pk)]
    head, rows = read("&number=999")
    assert (len(head), rows) == (7, [])


HOSTILE = '#deck:Other\t<img src=x onerror="a()">\r\n"\tx &amp; [sound:x.mp3] {{c1::y}}'
SHOWN = "#deck:Other &lt;img src=x onerror=&quot;a()&quot;&gt; &quot; x &amp;amp; &#91;sound:x.mp3] {{c1::y}}"


def noted(**members: Any) -> list[list[str]]:
    """The rows of the file for a question with these members."""
    samples.question(0)
    row = Client().get(LIST).json()["results"][0] | members
    text = AnkiRenderer().rows(None, [row, row]).decode()
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))


def test_a_text_stays_a_text_in_its_own_field() -> None:
    flag = {**samples.FLAG, "text": HOSTILE, "why": HOSTILE}
    first, second = noted(prompt=HOSTILE, key_points=[{**samples.POINT, "text": HOSTILE}], red_flags=[flag])
    assert first == second
    assert len(first) == 5
    assert first[1] == SHOWN
    assert first[2].startswith(f"<ol><li>{SHOWN} <b>(crucial)</b></li></ol>")
    assert f"<li>{SHOWN} <i>{SHOWN}</i></li>" in first[2]


def test_what_has_no_key_points_has_its_guidance_on_the_back() -> None:
    guidance = '<p class="x">Say\twhom\nyou call.</p>'
    first, _ = noted(key_points=[], red_flags=[], guidance_html=guidance)
    assert len(first) == 5
    assert first[2].startswith(f"{guidance}<p><a href=")


@pytest.mark.parametrize("query", ["fields=prompt", "omit=prompt", "expand=topics", "page_size=5", "facets=level"])
def test_a_note_has_its_own_shape_and_says_so(query: str) -> None:
    reply = Client().get(f"{LIST}?format=anki&{query}")
    assert reply.status_code == 400
    assert [(one["parameter"], one["code"]) for one in reply.json()["errors"]] == [
        (query.partition("=")[0], "not_with_format")
    ]


def test_only_lists_are_notes() -> None:
    samples.question(0)
    assert Client().get(f"{LIST}question-0/?format=anki").status_code == 400
    assert "anki" not in Client().get("/api/v1/answers/?format=nonsense").json()["errors"][0]["allowed"]
