"""Addresses and words that are longer than any honest ones are answered, not tripped over."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.test import Client

from tests.questions import samples
from vivavoce.questions.words import MAX_WORD, words

LIST = "/api/v1/questions/"
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("word", ["\ufdfa" * 80, "a" * 200, "\ufdfa1" * 80, "a." * 100])
def test_it_searches_for_a_huge_word(client: Client, word: str) -> None:
    samples.question(0, searchable=True)
    reply = client.get(f"{LIST}?q={quote(word)}")
    assert reply.status_code == 200, reply.content
    assert all(len(lexeme) <= MAX_WORD for found in words(word) for _, lexeme in found.placed(0))


@pytest.mark.parametrize("parameter", ["applies_to", "checked"])
def test_it_refuses_a_huge_version_of_a_package(client: Client, parameter: str) -> None:
    reply = client.get(f"{LIST}?{parameter}=django:{'1' * 4400}")
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["parameter"] == parameter


@pytest.mark.parametrize("number", ["0" * 19 + "1" + "0" * 4400, "00000002009999", "9999999999"])
def test_it_knows_no_question_of_a_huge_number(client: Client, number: str) -> None:
    samples.question(0)
    assert client.get(f"{LIST}{number}/").status_code == 404
    assert client.get(f"{LIST}100/?version={number}").status_code == 400
