"""By what attempts can be filtered."""

from __future__ import annotations

from vivavoce.core.filters import AnyOf, AnyOfId, AnyOfSlug, DateTimeRange, Flag, ResourceFilterSet
from vivavoce.practice.models import Attempt, AttemptState
from vivavoce.questions.filters import questions


class AttemptFilterSet(ResourceFilterSet):
    """Attempts by question, by how far they are, and by when."""

    id = AnyOfId("key", help="Any of these ids")
    question = AnyOfSlug("question_version__question", queryset=questions, help="At any of these questions")
    state = AnyOf("state", choices=AttemptState.choices)
    spoken = Flag("spoken", help="True: answered aloud")
    committed_at = DateTimeRange("committed_at", null=True, help="Commit")

    class Meta:
        model = Attempt
        fields: list[str] = []
