"""Writes the search documents of questions from their current versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from django.db import connection

from vivavoce.questions.models import Question, QuestionVersion, SearchDocument, SearchWord
from vivavoce.questions.rendering import to_plain_text
from vivavoce.questions.words import fold_word, words

MAX_POSITION = 16_383
"""PostgreSQL's own bound on positions in a vector."""
_SHORTEST = 3
"""Letters; shorter words are no spelling to suggest."""


def index_questions(uids: Sequence[UUID]) -> None:
    """Replace the documents of these questions."""
    SearchDocument.objects.filter(question__in=uids).delete()
    versions = QuestionVersion.objects.filter(pk__in=Question.objects.filter(pk__in=uids).values("current"))
    found = versions.select_related("question").prefetch_related("answers")
    named = [(_document(version), version.question.slug.replace("-", " ")) for version in found]
    documents = [document for document, _ in named]
    _insert(named)
    SearchWord.objects.bulk_create(
        SearchWord(document_id=document.pk, word=word)
        for document in documents
        for word in sorted(_vocabulary(document))
    )


def _document(version: QuestionVersion) -> SearchDocument:
    points = [str(point["text"]) for point in version.key_points] or [to_plain_text(version.guidance)]
    answers = [to_plain_text(answer.body) for answer in version.answers.all()]
    return SearchDocument(
        question_id=version.question_id,
        prompt=version.prompt,
        key_points="\n".join(points),
        answers="\n".join(answers),
    )


def _insert(named: Sequence[tuple[SearchDocument, str]]) -> None:
    rows = [(d.question_id, d.prompt, d.key_points, d.answers, vector(d, name)) for d, name in named]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_document (question_id, prompt, key_points, answers, vector)"
            " VALUES (%s, %s, %s, %s, %s::tsvector)",
            rows,
        )


def vector(document: SearchDocument, name: str = "") -> str:
    """The text form of a tsvector: every lexeme with its positions and weights; ``name`` is the slug's words."""
    places: dict[str, list[str]] = {}
    texts = ((document.prompt, "A"), (document.key_points, "B"), (document.answers, "C"), (name, "A"))
    position = 0
    for text, weight in texts:
        for word in words(text):
            for place, lexeme in word.placed(position):
                places.setdefault(lexeme, []).append(f"{min(place, MAX_POSITION)}{weight}")
            position += word.width
    return " ".join(f"{quote(lexeme)}:{','.join(found[:255])}" for lexeme, found in places.items())


def quote(lexeme: str) -> str:
    """A lexeme as PostgreSQL reads it inside a tsvector or a tsquery."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def _vocabulary(document: SearchDocument) -> set[str]:
    """The words as people write them, not their stems."""
    return {fold_word(word) for word in _written((document.prompt, document.key_points, document.answers))}


def _written(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for word in words(text):
            written = text[word.start : word.end]
            if len(written) >= _SHORTEST and not written.isdigit():
                yield written[:80]
