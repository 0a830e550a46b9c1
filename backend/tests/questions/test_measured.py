"""How well the matcher does on the pack's own example answers; ``-s`` prints the numbers that docs/matching.md quotes.

These are upper bounds: the linter refuses a pack whose answers at scores 3 and 4 miss their points, or whose answer at
score 1 holds a crucial one. Answers to other questions are no such thing: nobody tuned a matcher against them.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from vivavoce.packs.entries import Entry
from vivavoce.packs.linting import lint
from vivavoce.practice.grading_rules import FOUND, mark

PACK = Path(settings.BACKEND) / "content" / "python-django"
Counts = Counter[tuple[str, bool]]


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    folder, _ = lint(PACK)
    return [entry for entry in folder.entries("question") if entry.data.get("key_points")]


def found_in(entry: Entry, body: str) -> list[bool]:
    marks = mark(entry.data["key_points"], entry.data["red_flags"], body)
    return [line["state"] == FOUND for line in marks.found]


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def test_key_points_on_the_answers_of_their_question(entries: list[Entry]) -> None:
    counts: Counts = Counter()
    for entry in entries:
        for score in (1, 3, 4):
            for hit in found_in(entry, entry.body[f"Score {score}"]):
                counts["good" if score > 1 else "poor", hit] += 1
    right, missed, wrong = counts["good", True], counts["good", False], counts["poor", True]
    precision, recall = share(right, right + wrong), share(right, right + missed)
    print(f"\nkey points: {right} of {right + missed} found at scores 3 and 4, {wrong} of", end=" ")
    print(f"{wrong + counts['poor', False]} at score 1: precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= 0.95
    assert recall >= 0.85


def test_key_points_on_answers_to_other_questions(entries: list[Entry]) -> None:
    alarms, tries = 0, 0
    for entry in entries:
        for other in entries:
            if other is not entry:
                hits = found_in(entry, other.body["Score 4"])
                alarms, tries = alarms + sum(hits), tries + len(hits)
    print(
        f"\nkey points in the answers at score 4 to other questions: {alarms} of {tries} ({share(alarms, tries):.3f})"
    )
    assert share(alarms, tries) <= 0.06


def test_red_flags(entries: list[Entry]) -> None:
    said: Counts = Counter()
    for entry in entries:
        for score in (1, 2, 3, 4):
            flags = mark((), entry.data["red_flags"], entry.body[f"Score {score}"]).flags
            said[str(score), bool(flags)] += 1
    print("\nanswers with a red flag:", ", ".join(f"score {n}: {said[n, True]} of {len(entries)}" for n in "1234"))
    assert said["3", True] == said["4", True] == 0
    assert share(said["1", True], len(entries)) >= 0.8
