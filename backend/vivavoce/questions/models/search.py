"""What full-text search looks through: one row for each question, written when its current version changes."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from vivavoce.questions.models.questions import Question


class SearchDocument(models.Model):
    """The words of a question's current version: prompt (weight A), key points (B), answers (C).

    The fields hold plain text; places that a search reports are code points into them. The vector is made from the
    same words in Python (``words``), because no configuration of PostgreSQL keeps identifiers whole and split.
    """

    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="document", primary_key=True)
    prompt = models.TextField()
    key_points = models.TextField()
    answers = models.TextField()
    vector = SearchVectorField()

    class Meta:
        db_table = "search_document"
        indexes = [GinIndex(fields=("vector",), name="search_document_vector")]

    def __str__(self) -> str:
        return str(self.question_id)


class SearchWord(models.Model):
    """A word as it is written in a document, for "did you mean": only words of visible documents are suggested."""

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="words")
    word = models.CharField(max_length=80)

    class Meta:
        db_table = "search_word"
        indexes = [GinIndex(fields=("word",), name="search_word_trigrams", opclasses=("gin_trgm_ops",))]

    def __str__(self) -> str:
        return self.word
