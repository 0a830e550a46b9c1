from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from vivavoce.packs.linting import lint, lint_across

HERE = Path(__file__).parent
Q = "questions/pipelines"
PLANTED = {
    ("notes.yaml", 1, "stray"),
    ("qualities/anchor-missing.yaml", 9, "schema"),
    ("qualities/colon.yaml", 2, "unreadable"),
    ("questions/elsewhere/wrong-folder.md", 11, "name"),
    (f"{Q}/123456.md", 4, "slug"),
    (f"{Q}/aliased-yaml.md", 17, "unreadable"),
    (f"{Q}/all-points-missing-at-four.md", 31, "matcher"),
    (f"{Q}/crucial-at-one.md", 20, "matcher"),
    (f"{Q}/crucial-missing-at-three.md", 20, "matcher"),
    (f"{Q}/double-key.md", 15, "unreadable"),
    (f"{Q}/flag-speaks-at-three.md", 39, "pattern"),
    (f"{Q}/future-reading.md", 44, "source"),
    (f"{Q}/misspelt-heading.md", 47, "schema"),
    (f"{Q}/misspelt-heading.md", 93, "unknown-key"),
    (f"{Q}/misspelt-key.md", 2, "schema"),
    (f"{Q}/misspelt-key.md", 16, "unknown-key"),
    (f"{Q}/misspelt-topic.md", 12, "unknown-slug"),
    (f"{Q}/misspelt-value.md", 14, "schema"),
    (f"{Q}/no-crucial-point.md", 19, "crucial"),
    (f"{Q}/no-front-matter.md", 1, "unreadable"),
    (f"{Q}/no-red-flag.md", 36, "schema"),
    (f"{Q}/number-taken.md", 3, "not-unique"),
    (f"{Q}/open-fence.md", 81, "unreadable"),
    (f"{Q}/overdue-review.md", 45, "overdue"),
    (f"{Q}/placeholder-left.md", 48, "placeholder"),
    (f"{Q}/protected-prompt.md", 10, "protected"),
    (f"{Q}/same-prompt-as-another.md", 10, "alike"),
    (f"{Q}/slow-pattern.md", 39, "pattern"),
    (f"{Q}/source-unread.md", 44, "source"),
    (f"{Q}/text-for-number.md", 15, "schema"),
    (f"{Q}/three-points-needed.md", 19, "schema"),
    (f"{Q}/unknown-tag.md", 85, "sample"),
    (f"{Q}/wrong-name.md", 4, "name"),
    (f"{Q}/wrong-python.md", 86, "sample"),
    ("roles/word-twice.yaml", 15, "not-unique"),
    ("rubrics/heavy-without-reason.yaml", 9, "weight"),
    ("steps/unknown-question.md", 7, "unknown-slug"),
}


def test_it_names_every_planted_fault_with_file_and_line_and_nothing_else() -> None:
    _, problems = lint(HERE / "broken")
    assert {(problem.path, problem.line, problem.code) for problem in problems} == PLANTED
    assert len(problems) == len(PLANTED)


def test_every_faulty_file_of_the_broken_pack_is_expected() -> None:
    sound = {"pack.yaml", "categories.yaml", "topics.yaml", "qualities/modelling.yaml", "qualities/reliability.yaml"}
    sound.add("roles/data-engineer.yaml")
    files = {path.relative_to(HERE / "broken").as_posix() for path in (HERE / "broken").rglob("*") if path.is_file()}
    assert files - sound == {path for path, _, _ in PLANTED}


def test_a_misspelling_is_hinted_at() -> None:
    _, problems = lint(HERE / "broken")
    hints = {(Path(problem.path).stem, problem.code): problem.hint for problem in problems}
    assert hints["misspelt-key", "unknown-key"] == "did you mean 'importance'?"
    assert hints["misspelt-topic", "unknown-slug"] == "did you mean 'sql'?"
    assert hints["misspelt-heading", "unknown-key"] == "did you mean 'Common mistakes'?"
    assert hints["misspelt-value", "schema"] == "did you mean 'mid'?"


def test_a_second_pack_that_no_code_knows_is_sound() -> None:
    folder, problems = lint(HERE / "data-engineer")
    assert problems == []
    assert {"rerun-a-load", "salary-grain", "who-is-called"} <= set(folder.slugs("question"))


def test_the_command_prints_every_problem_and_fails_without_a_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise AssertionError("the linter asked the database")

    monkeypatch.setattr(connection, "ensure_connection", refuse)
    out = StringIO()
    with pytest.raises(CommandError, match="37 problems"):
        call_command("pack", "lint", HERE / "broken", stdout=out)
    assert f"broken/{Q}/misspelt-key.md:16: unknown-key: unknown key 'importence'" in out.getvalue()
    call_command("pack", "lint", HERE / "data-engineer", stdout=out)
    assert out.getvalue().endswith(": 0 problems\n")


def test_numbers_and_uids_are_unique_across_packs(tmp_path: Path) -> None:
    first, _ = lint(HERE / "data-engineer")
    second, _ = lint(HERE / "data-engineer")
    second.meta = {**second.meta, "id": "another"}
    found = [problem for _, problem in lint_across([first, second])]
    assert {problem.code for problem in found} == {"not-unique"}
    assert len(found) == 2 * len(first.entries("question"))


def test_the_real_pack_is_sound() -> None:
    _, problems = lint(HERE.parent.parent / "content" / "python-django")
    assert [str(problem) for problem in problems] == []
