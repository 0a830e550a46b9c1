"""The cases that this server and the site's matcher share; vitest runs the same files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from vivavoce.practice.grading_rules import Marks, mark, suggest
from vivavoce.questions.rules import find_flag, find_point, is_stuffed, says, sentences
from vivavoce.questions.words import stem

HERE = Path(__file__).parent
MATCHING = json.loads((HERE / "matching_vectors.json").read_text())
GRADING = json.loads((HERE / "grading_vectors.json").read_text())


def found_in(match: list[list[str]], spoken: list[str]) -> dict[str, Any] | None:
    hit = find_point(match, spoken)
    return None if hit is None else {"text": hit.text, "first": hit.first, "last": hit.last}


def marked(case: dict[str, Any]) -> dict[str, Any]:
    marks = mark(case["points"], case["flags"], case["body"])
    return {"found": marks.found, "flags": marks.flags}


ASK = {
    "sentences": lambda case: sentences(case["text"]),
    "says": lambda case: says(case["alternative"], case["sentence"]),
    "points": lambda case: found_in(case["match"], case["sentences"]),
    "flags": lambda case: find_flag(case["pattern"], case["sentences"]),
    "stuffed": lambda case: is_stuffed(case["sentences"]),
    "marks": marked,
}
CASES = [(kind, case) for kind in ASK for case in MATCHING[kind]]


@pytest.mark.parametrize(("kind", "case"), CASES, ids=[f"{kind}: {case['name']}" for kind, case in CASES])
def test_the_matcher_agrees(kind: str, case: dict[str, Any]) -> None:
    assert ASK[kind](case) == case["expected"]


def test_the_stems_agree() -> None:
    assert {word: stem(word) for word in MATCHING["stems"]} == MATCHING["stems"]


@pytest.mark.parametrize("case", GRADING["cases"], ids=[case["name"] for case in GRADING["cases"]])
def test_the_suggested_grade_agrees(case: dict[str, Any]) -> None:
    marks = Marks(case["found"], case["flags"])
    suggested = suggest(case["points"], marks, case["overrules"], seconds=case["seconds"], minutes=case["minutes"])
    assert suggested == case["expected"]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 120
    assert len({(kind, case["name"]) for kind, case in CASES}) == len(CASES)
