"""By what attempts can be filtered."""

from __future__ import annotations

from vivavoce.core.filters import AnyOf, AnyOfSlug, DateTimeRange, Flag, ResourceFilterSet
from vivavoce.practice.models import Attempt, AttemptState
from vivavoce.questions.filters import questions


class AttemptFilterSet(ResourceFilterSet):
    """Attempts by question, by how far they are, and by when."""

    question = AnyOfSlug("question_version__question", queryset=questions, help="At any of these questions")
    state = AnyOf("state", choices=AttemptState.choices)
    spoken = Flag("spoken", help="True: answered aloud")
    committed_at = DateTimeRange("committed_at", null=True, help="Commit")

    class Meta:
        model = Attempt
        fields: list[str] = []
