"""What the linter says of kit files; the loading of all kinds together is tested with the packs."""

import copy
from pathlib import Path
from typing import Any

import pytest

from vivavoce.interviews import rules
from vivavoce.interviews.pack_kinds import check_kit
from vivavoce.packs.entries import Document, Entry, PackFolder

QUALITIES = ["orm", "http", "tests", "speed", "safety"]
KIT: dict[str, Any] = {
    "slug": "talk-30",
    "version": 1,
    "status": "published",
    "role": "engineer",
    "rubric": {"slug": "mid", "version": 2},
    "minutes": 30,
    "focus": QUALITIES,
    "opening": {"minutes": 3, "script": "Welcome."},
    "closing": {"minutes": 7, "script": "Your questions?"},
    "items": [
        {"question": "lazy", "minutes": 10, "required": True, "probes": []},
        {"question": "joins", "minutes": 10, "required": False, "probes": []},
    ],
}


def entry(kind: str, data: dict[str, Any]) -> Entry:
    return Entry(kind=kind, path=f"{kind}.yaml", data=data, document=Document(data, {}))


def folder() -> PackFolder:
    questions = [
        {"slug": slug, "kind": kind, "status": status, "qualities": dict.fromkeys(QUALITIES, 3)}
        for slug, kind, status in (
            ("lazy", "interview", "published"),
            ("joins", "interview", "published"),
            ("draft", "interview", "draft"),
            ("to-ask", "to-ask", "published"),
        )
    ]
    return PackFolder(
        root=Path("pack"),
        by_kind={
            "role": [entry("role", {"slug": "engineer"})],
            "quality": [entry("quality", {"slug": slug}) for slug in (*QUALITIES, "talk")],
            "rubric": [
                entry("rubric", {"slug": "mid", "version": 2, "criteria": [{"quality": slug} for slug in QUALITIES]})
            ],
            "question": [entry("question", data) for data in questions],
        },
    )


def codes(**changes: Any) -> set[str]:
    kit = copy.deepcopy(KIT) | changes
    return {problem.code for problem in check_kit(entry("kit", kit), folder())}


def items(*questions: str, required: bool = True) -> list[dict[str, Any]]:
    return [{"question": slug, "minutes": 10, "required": required, "probes": []} for slug in questions]


def test_a_sound_kit_has_no_problem() -> None:
    assert codes() == set()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"minutes": 31}, "minutes"),
        ({"role": "enginer"}, "unknown-slug"),
        ({"rubric": {"slug": "mad", "version": 2}}, "unknown-slug"),
        ({"rubric": {"slug": "mid", "version": 1}}, "rubric-version"),
        ({"focus": ["talk"]}, "focus"),
        ({"focus": QUALITIES[1:]}, "blueprint"),
        ({"focus": ["orn"]}, "unknown-slug"),
        ({"items": items("lazy", "lasy")}, "unknown-slug"),
        ({"items": items("lazy", "lazy")}, "not-unique"),
        ({"items": items("lazy", "to-ask")}, "kind"),
        ({"items": items("lazy", "draft")}, "status"),
        ({"items": items("lazy", "joins", required=False)}, "focus"),
        ({"items": items("lazy"), "minutes": 20}, "focus"),
    ],
)
def test_each_fault_is_named(changes: dict[str, Any], code: str) -> None:
    assert code in codes(**changes)


def test_a_draft_kit_may_ask_drafts() -> None:
    assert codes(status="draft", items=items("lazy", "draft")) == set()


def test_a_focus_needs_two_questions_and_one_that_must_be_asked() -> None:
    assert rules.focus_complaints([True, False]) == []
    assert len(rules.focus_complaints([False])) == 2
    assert rules.focus_complaints([]) == [
        "0 of at least 2 questions give evidence",
        "no required question gives evidence",
    ]
