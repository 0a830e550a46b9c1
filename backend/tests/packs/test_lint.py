from __future__ import annotations

import shutil
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
    ("qualities/adverb-between-anchors.yaml", 12, "alike"),
    ("qualities/anchor-missing.yaml", 9, "schema"),
    ("qualities/colon.yaml", 2, "unreadable"),
    ("questions/elsewhere/wrong-folder.md", 11, "name"),
    ("questions/faq/no-primary-source.md", 17, "source"),
    (f"{Q}/123456.md", 4, "slug"),
    (f"{Q}/alias-of-digits.md", 5, "slug"),
    (f"{Q}/alias-taken.md", 4, "not-unique"),
    (f"{Q}/aliased-yaml.md", 17, "unreadable"),
    (f"{Q}/all-points-missing-at-four.md", 31, "matcher"),
    (f"{Q}/applies-to-words.md", 18, "schema"),
    (f"{Q}/claims-nothing.md", 86, "sample"),
    (f"{Q}/crucial-at-one.md", 20, "matcher"),
    (f"{Q}/crucial-missing-at-three.md", 20, "matcher"),
    (f"{Q}/double-key.md", 15, "unreadable"),
    (f"{Q}/flag-silent-at-one.md", 57, "kind"),
    (f"{Q}/flag-speaks-at-three.md", 39, "pattern"),
    (f"{Q}/future-reading.md", 44, "source"),
    (f"{Q}/hard-to-read.md", 10, "reading-level"),
    (f"{Q}/html-in-prose.md", 52, "markup"),
    (f"{Q}/importance-four.md", 16, "schema"),
    (f"{Q}/longer-with-every-score.md", 81, "kind"),
    (f"{Q}/longest-by-far.md", 81, "kind"),
    (f"{Q}/matches-nothing.md", 35, "matcher"),
    (f"{Q}/misspelt-heading.md", 47, "schema"),
    (f"{Q}/misspelt-heading.md", 93, "unknown-key"),
    (f"{Q}/misspelt-key.md", 2, "schema"),
    (f"{Q}/misspelt-key.md", 16, "unknown-key"),
    (f"{Q}/misspelt-topic.md", 12, "unknown-slug"),
    (f"{Q}/misspelt-value.md", 14, "schema"),
    (f"{Q}/no-crucial-point.md", 19, "crucial"),
    (f"{Q}/no-front-matter.md", 1, "unreadable"),
    (f"{Q}/no-locator.md", 44, "source"),
    (f"{Q}/no-more-at-three.md", 73, "kind"),
    (f"{Q}/no-probe.md", 41, "schema"),
    (f"{Q}/no-red-flag.md", 36, "schema"),
    (f"{Q}/no-source.md", 43, "source"),
    (f"{Q}/number-taken.md", 3, "not-unique"),
    (f"{Q}/open-fence.md", 81, "unreadable"),
    (f"{Q}/overdue-review.md", 45, "overdue"),
    (f"{Q}/picture-in-prose.md", 52, "markup"),
    (f"{Q}/placeholder-left.md", 48, "placeholder"),
    (f"{Q}/point-twice.md", 26, "not-unique"),
    (f"{Q}/prompt-too-long.md", 10, "schema"),
    (f"{Q}/protected-prompt.md", 10, "protected"),
    (f"{Q}/read-by-its-author.md", 45, "review"),
    (f"{Q}/read-by-nobody.md", 45, "review"),
    (f"{Q}/review-by-name.md", 45, "review"),
    (f"{Q}/same-answer-as-another.md", 65, "alike"),
    (f"{Q}/same-prompt-as-another.md", 10, "alike"),
    (f"{Q}/secondary-source.md", 43, "source"),
    (f"{Q}/seven-points.md", 19, "schema"),
    (f"{Q}/since-of-nothing.md", 31, "since"),
    (f"{Q}/slow-pattern.md", 39, "pattern"),
    (f"{Q}/slug-given-up.md", 4, "alias"),
    (f"{Q}/source-unread.md", 44, "source"),
    (f"{Q}/source-without-tls.md", 44, "schema"),
    (f"{Q}/template-in-prose.md", 52, "markup"),
    (f"{Q}/text-changed.md", 5, "version"),
    (f"{Q}/text-for-number.md", 15, "schema"),
    (f"{Q}/three-points-needed.md", 19, "schema"),
    (f"{Q}/uid-taken.md", 2, "not-unique"),
    (f"{Q}/unknown-quality.md", 17, "unknown-slug"),
    (f"{Q}/unknown-role.md", 13, "unknown-slug"),
    (f"{Q}/unknown-tag.md", 85, "sample"),
    (f"{Q}/version-lower.md", 5, "version"),
    (f"{Q}/wrong-name.md", 4, "name"),
    (f"{Q}/wrong-python.md", 86, "sample"),
    ("questions/pipelinez/unknown-category.md", 11, "unknown-slug"),
    ("questions/to-ask/no-warning-signs.md", 20, "schema"),
    ("roles/word-twice.yaml", 15, "not-unique"),
    ("rubrics/heavy-without-reason.yaml", 9, "weight"),
    ("rubrics/quality-left-out.yaml", 8, "target"),
    ("rubrics/quality-twice.yaml", 10, "not-unique"),
    ("rubrics/reason-for-nothing.yaml", 10, "weight"),
    ("rubrics/role-unknown.yaml", 6, "unknown-slug"),
    ("steps/unknown-question.md", 7, "unknown-slug"),
}


def test_it_names_every_planted_fault_with_file_and_line_and_nothing_else() -> None:
    _, problems = lint(HERE / "broken")
    assert {(problem.path, problem.line, problem.code) for problem in problems} == PLANTED
    assert len(problems) == len(PLANTED)


def test_every_faulty_file_of_the_broken_pack_is_expected() -> None:
    sound = {"pack.yaml", "categories.yaml", "topics.yaml", "qualities/modelling.yaml", "qualities/reliability.yaml"}
    sound |= {"roles/data-engineer.yaml", "checked.json"}
    files = {path.relative_to(HERE / "broken").as_posix() for path in (HERE / "broken").rglob("*") if path.is_file()}
    assert files - sound == {path for path, _, _ in PLANTED}


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("id: broken", "id: another", "name"),
        ("maintainers: [engineer, editor]", "maintainers: []", "schema"),
        ("language: en", "language: {en", "unreadable"),
        ("primary_sources: [www.", "primary_sources: [https://www.", "schema"),
    ],
)
def test_a_fault_in_the_pack_s_own_file_is_named(tmp_path: Path, before: str, after: str, code: str) -> None:
    text = (HERE / "broken" / "pack.yaml").read_text()
    assert before in text
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "pack.yaml").write_text(text.replace(before, after))
    assert [problem.code for problem in lint(tmp_path / "broken")[1]] == [code]


def test_other_words_are_let_through_with_a_higher_version_and_an_old_slug_among_the_aliases(tmp_path: Path) -> None:
    root = Path(shutil.copytree(HERE / "broken", tmp_path / "broken"))
    for name, before, after in (
        ("text-changed", "version: 1", "version: 2"),
        ("version-lower", "version: 1", "version: 4"),
        ("slug-given-up", "slug: slug-given-up", "slug: slug-given-up\naliases: [former-address]"),
    ):
        path = root / Q / f"{name}.md"
        path.write_text(path.read_text().replace(before, after))
    assert {problem.code for problem in lint(root)[1]}.isdisjoint({"version", "alias"})


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
    assert len(folder.entries("question")) >= 10
    assert {entry.data["category"] for entry in folder.entries("question")} == set(folder.slugs("category"))
    (kit,) = folder.entries("kit")
    assert set(kit.data["focus"]) == set(folder.slugs("quality"))


def test_the_command_prints_every_problem_and_fails_without_a_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise AssertionError("the linter asked the database")

    monkeypatch.setattr(connection, "ensure_connection", refuse)
    out = StringIO()
    with pytest.raises(CommandError, match=f"{len(PLANTED)} problems"):
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
