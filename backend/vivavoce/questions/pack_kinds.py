"""The files of a pack that are the bank's: what they must look like, and how they become rows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from vivavoce.packs import exercises as exercise_files
from vivavoce.packs.checked import runs_of
from vivavoce.packs.entries import Entry, PackFolder, Problem
from vivavoce.packs.linting import unknown
from vivavoce.packs.registry import FileKind
from vivavoce.questions import exercises, loading, vocabulary
from vivavoce.questions.models import Category, Quality, Role, Topic
from vivavoce.questions.pack_checks import check_alike, check_anchors, check_question, count_questions

SCHEMAS = Path(__file__).parent / "schemas"


def check_role(entry: Entry, folder: PackFolder) -> Iterator[Problem]:
    """Keywords point at topics and qualities that there are, and no word stands for two things."""
    seen: dict[str, int] = {}
    for index, keyword in enumerate(entry.data["keywords"]):
        for kind in ("topic", "quality"):
            if kind in keyword:
                yield from unknown(entry, folder, kind, keyword[kind], "keywords", index, kind)
        for word in (keyword["term"], *keyword.get("aliases", [])):
            first = seen.setdefault(word.casefold(), index)
            if first != index:
                message = f"{word!r} stands for {entry.data['keywords'][first]['term']!r} already"
                yield entry.problem(message, "keywords", index, code="not-unique")
    levels = [rung["level"] for rung in entry.data["ladder"]]
    if len(set(levels)) != len(levels):
        yield entry.problem("a level stands twice in the ladder", "ladder", code="not-unique")


def check_step(entry: Entry, folder: PackFolder) -> Iterator[Problem]:
    """The questions of a step are in the pack."""
    for index, slug in enumerate(entry.data.get("questions", [])):
        yield from unknown(entry, folder, "question", slug, "questions", index)


KINDS = (
    FileKind(
        name="category",
        pattern="categories.yaml",
        schema=SCHEMAS / "category.json",
        identity="slug",
        many=True,
        load=vocabulary.load_categories,
        retire=partial(vocabulary.retire, "category", Category),
    ),
    FileKind(
        name="topic",
        pattern="topics.yaml",
        schema=SCHEMAS / "topic.json",
        identity="slug",
        many=True,
        load=vocabulary.load_topics,
        retire=partial(vocabulary.retire, "topic", Topic),
    ),
    FileKind(
        name="quality",
        pattern="qualities/*.yaml",
        schema=SCHEMAS / "quality.json",
        identity="slug",
        check_all=check_anchors,
        load=vocabulary.load_qualities,
        retire=partial(vocabulary.retire, "quality", Quality),
    ),
    FileKind(
        name="role",
        pattern="roles/*.yaml",
        schema=SCHEMAS / "role.json",
        identity="slug",
        check=check_role,
        load=vocabulary.load_roles,
        retire=partial(vocabulary.retire, "role", Role),
    ),
    FileKind(
        name="question",
        pattern="questions/*/*.md",
        schema=SCHEMAS / "question.json",
        identity="uid",
        after=("category", "topic", "quality", "role"),
        check=check_question,
        check_all=check_alike,
        count=count_questions,
        load=loading.load_questions,
        retire=loading.retire_questions,
        unversioned=frozenset({"aliases", "number", "review", "slug", "status", "version"}),
        derived=runs_of,
    ),
    FileKind(
        name="step",
        pattern="steps/*.md",
        schema=SCHEMAS / "step.json",
        identity="slug",
        after=("question",),
        check=check_step,
        load=vocabulary.load_steps,
        retire=vocabulary.retire_steps,
    ),
    FileKind(
        name="exercise",
        pattern="samples/*.yaml",
        schema=SCHEMAS / "exercise.json",
        identity="slug",
        after=("question",),
        check=exercise_files.check_exercise,
        check_all=exercise_files.check_folders,
        load=exercises.load_exercises,
        retire=exercises.retire_exercises,
        derived=exercise_files.digest_of,
        made_by=exercise_files.KIT_DIGEST,
    ),
)
