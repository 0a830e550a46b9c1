from __future__ import annotations

import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.packs.conftest import Edit
from vivavoce.packs import services
from vivavoce.packs.linting import lint
from vivavoce.packs.models import BankRevision, Pack, PackEntry
from vivavoce.packs.services import Refused, load
from vivavoce.questions.models import Answer, Category, Question, QuestionVersion, SearchDocument, Topic
from vivavoce.rubrics.models import Criterion, Rubric

HERE = Path(__file__).parent
RERUN = "questions/pipelines/rerun-a-load.md"


def entries(pack: Path, *kinds: str) -> int:
    """How many things the folder holds, of all kinds or of these."""
    folder, _ = lint(pack)
    return sum(len(folder.entries(kind)) for kind in kinds or folder.by_kind)


def counts(pack: Path) -> dict[str, int]:
    changes = load(pack).plan.changes
    return {action: sum(change.action == action for change in changes) for action in ("create", "update", "retire")}


@pytest.mark.django_db
def test_a_load_makes_every_row(pack: Path) -> None:
    assert counts(pack) == {"create": entries(pack), "update": 0, "retire": 0}
    question = Question.objects.select_related("current", "pack").get(number=9001)
    assert str(question.pk) == "5b0a5f0c-5f3a-4c4e-9a51-0d4a3f6f7a01"
    assert question.pack.licence == "CC BY 4.0"
    assert question.current is not None
    assert [topic.slug for topic in question.current.topics.all()] == ["batch", "sql"]
    assert [(e.quality.slug, e.strength) for e in question.current.evidence.all()] == [
        ("reliability", 3),
        ("modelling", 1),
    ]
    answer = Answer.objects.get(version=question.current, score=4)
    assert "```" not in answer.body
    assert answer.samples[0]["code"].startswith("from tests.sandbox.models import Tag")
    assert '<span class="k' in answer.samples_html[0]
    assert SearchDocument.objects.count() == entries(pack, "question")
    rubric = Rubric.objects.get(slug="data-mid")
    assert [(c.quality.slug, c.weight, len(c.anchors)) for c in rubric.criteria.select_related("quality")] == [
        ("reliability", 2, 4),
        ("modelling", 1, 4),
        ("storage", 1, 4),
        ("checking", 1, 4),
        ("agreement", 1, 4),
    ]


@pytest.mark.django_db
def test_a_second_load_changes_nothing_and_reads_nothing(pack: Path) -> None:
    first = load(pack)
    with CaptureQueriesContext(connection) as queries:
        second = load(pack)
    assert second.skipped
    assert second.revision == first.revision
    assert len(queries) == 2
    again = load(pack, again=True)
    assert (again.plan.changes, again.plan.unchanged) == ([], entries(pack))


@pytest.mark.django_db
def test_changed_text_at_an_unchanged_version_is_refused_with_file_and_line(pack: Path, edit: Edit) -> None:
    load(pack)
    edit(RERUN, ("Counting on the scheduler.", "Counting on somebody else."))
    with pytest.raises(Refused) as refused:
        load(pack)
    assert [str(problem) for problem in refused.value.problems] == [
        f"{RERUN}:6: version: the text differs from version 1, which is loaded (raise version to 2)"
    ]


@pytest.mark.django_db
def test_a_new_version_leaves_the_old_one_as_it_was(pack: Path, edit: Edit) -> None:
    load(pack)
    edit(RERUN, ("Counting on the scheduler.", "Counting on somebody else."), ("version: 1", "version: 2"))
    assert counts(pack) == {"create": 0, "update": 1, "retire": 0}
    question = Question.objects.get(number=9001)
    old, new = question.versions.order_by("version")
    assert question.current_id == new.pk
    assert "scheduler" in old.common_mistakes
    assert "somebody else" in new.common_mistakes
    assert old.answers.count() == new.answers.count() == 4


@pytest.mark.django_db
def test_a_draft_of_the_next_version_does_not_hide_what_is_published(pack: Path, edit: Edit) -> None:
    load(pack)
    edit(RERUN, ("Counting on", "Waiting for"), ("version: 1", "version: 2"), ("status: published", "status: draft"))
    load(pack)
    question = Question.objects.select_related("current").get(number=9001)
    assert question.current is not None
    assert (question.status, question.current.version) == ("published", 1)
    edit(RERUN, ("status: draft", "status: published"))
    load(pack)
    question.refresh_from_db()
    assert question.current is not None
    assert question.current.version == 2


@pytest.mark.django_db
def test_a_number_may_change_without_a_new_version(pack: Path, edit: Edit) -> None:
    load(pack)
    edit(RERUN, ("number: 9001", "number: 9099"))
    assert counts(pack) == {"create": 0, "update": 1, "retire": 0}
    assert Question.objects.get(slug="rerun-a-load").number == 9099


@pytest.mark.django_db
def test_a_file_that_is_gone_retires_and_one_that_is_back_returns(pack: Path, edit: Edit) -> None:
    load(pack)
    text = (pack / RERUN).read_text()
    (pack / RERUN).unlink()
    edit("steps/repair-a-day.md", ("questions: [rerun-a-load]", "questions: []"))
    assert counts(pack) == {"create": 0, "update": 1, "retire": 1}
    question = Question.objects.get(number=9001)
    assert question.status == "retired"
    assert not Question.objects.visible_to(None).filter(pk=question.pk).exists()
    (pack / RERUN).write_text(text)
    assert counts(pack) == {"create": 0, "update": 1, "retire": 0}
    question.refresh_from_db()
    assert question.status == "published"


@pytest.mark.django_db
def test_nothing_is_loaded_when_one_file_fails(pack: Path, edit: Edit) -> None:
    edit(RERUN, ("importance: 3", "importance: 9"))
    with pytest.raises(Refused):
        load(pack)
    assert not Pack.objects.exists()
    assert not Category.objects.exists()


@pytest.mark.django_db
def test_nothing_stays_when_the_load_breaks_half_way(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise RuntimeError("half way")

    monkeypatch.setattr(services, "row_for", fail)
    with pytest.raises(RuntimeError), transaction.atomic():
        load(pack)
    assert not Category.objects.exists()
    assert not PackEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_load_raises_the_revision_once_and_so_does_any_other_change(pack: Path) -> None:
    before = BankRevision.current()
    assert load(pack).revision == before + 1
    Topic.objects.filter(slug="sql").update(name="SQL itself")
    assert BankRevision.current() == before + 2
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM questions_stepquestion")
    assert BankRevision.current() == before + 3
    with transaction.atomic():
        Topic.objects.filter(slug="sql").update(name="SQL")
        Topic.objects.filter(slug="batch").update(name="Batches")
    assert BankRevision.current() == before + 4


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "member"),
    [(QuestionVersion, "prompt"), (Answer, "body"), (Rubric, "title"), (Criterion, "weight_reason")],
)
def test_the_database_keeps_published_text_as_it_was(pack: Path, model: type, member: str) -> None:
    load(pack)
    with pytest.raises(IntegrityError, match="does not change"), transaction.atomic():
        model._default_manager.update(**{member: "Something else"})  # type: ignore[attr-defined]  # a model
    if hasattr(model, "status"):
        model._default_manager.update(status="retired")  # type: ignore[attr-defined]  # a model


@pytest.mark.django_db
def test_the_diff_says_what_a_load_would_do_and_does_nothing(pack: Path, edit: Edit) -> None:
    load(pack)
    before = entries(pack)
    (pack / "questions/to-ask/who-is-called.md").unlink()
    edit(RERUN, ("Counting on", "Waiting for"), ("version: 1", "version: 2"))
    out = StringIO()
    call_command("pack", "diff", pack, stdout=out)
    assert out.getvalue().splitlines() == [
        "update question rerun-a-load (version 1 to 2)",
        "retire question who-is-called (the file is gone)",
        f"data-engineer: 2 to change, {before - 2} unchanged",
    ]
    assert QuestionVersion.objects.filter(question__number=9001).count() == 1


@pytest.mark.django_db
def test_an_overdue_review_warns_and_loads(pack: Path, edit: Edit) -> None:
    edit(RERUN, ("next: 2099-01-01", "next: 2026-01-01"))
    out = StringIO()
    call_command("pack", "load", pack, stdout=out)
    assert "overdue: the review was due on 2026-01-01" in out.getvalue()
    assert Question.objects.count() == entries(pack, "question")


@pytest.mark.django_db
def test_a_term_of_another_pack_keeps_its_text_and_stays_while_one_pack_holds_it(pack: Path) -> None:
    load(pack)
    other = pack.with_name("other")
    other.mkdir()
    (other / "pack.yaml").write_text((pack / "pack.yaml").read_text().replace("id: data-engineer", "id: other"))
    (other / "topics.yaml").write_text("- {slug: sql, name: Something else}\n- {slug: graphs, name: Graphs}\n")
    load(other)
    assert dict(Topic.objects.values_list("slug", "name")) == {
        "batch": "Batch jobs",
        "sql": "SQL",
        "graphs": "Graphs",
    }
    (other / "topics.yaml").write_text("- {slug: sql, name: Something else}\n")
    load(other)
    assert set(Topic.objects.filter(retired=False).values_list("slug", flat=True)) == {"batch", "sql"}


@pytest.mark.django_db
def test_the_command_names_what_it_refuses(pack: Path, edit: Edit) -> None:
    edit(RERUN, ("importance: 3", "importance: 9"))
    out = StringIO()
    with pytest.raises(CommandError, match="1 problem; nothing was loaded"):
        call_command("pack", "load", pack, stdout=out)
    assert f"{RERUN}:17: schema: importance is 9 (at most 3)" in out.getvalue()


@pytest.mark.django_db
def test_a_number_of_another_pack_is_refused_and_nothing_is_loaded(pack: Path) -> None:
    load(pack)
    other = Path(shutil.copytree(pack, pack.with_name("other")))
    (other / "pack.yaml").write_text((pack / "pack.yaml").read_text().replace("id: data-engineer", "id: other"))
    for file in other.glob("questions/*/*.md"):
        file.write_text(file.read_text().replace("uid: 5b0a5f0c", "uid: 6b0a5f0c"))
    with pytest.raises(Refused) as refused:
        load(other)
    (problem,) = refused.value.problems
    assert problem.code == "conflict"
    numbers = Question.objects.values_list("number", flat=True)
    assert any(f"Key (number)=({number})" in problem.message for number in numbers)
    assert not Pack.objects.filter(slug="other").exists()


@pytest.mark.django_db
def test_a_question_of_another_pack_is_not_taken_over(pack: Path) -> None:
    load(pack)
    other = Path(shutil.copytree(pack, pack.with_name("other")))
    (other / "pack.yaml").write_text((pack / "pack.yaml").read_text().replace("id: data-engineer", "id: other"))
    with pytest.raises(Refused) as refused:
        load(other)
    assert {(problem.line, problem.code) for problem in refused.value.problems} == {(2, "not-unique")}
    assert set(Question.objects.values_list("pack__slug", flat=True)) == {"data-engineer"}
