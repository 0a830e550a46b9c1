"""What can go wrong in practice alone."""

from __future__ import annotations

from vivavoce.core.problems import Conflict


class CommittedText(Conflict, title="What was committed does not change"):
    """An answer is written while drafting, and judged after its commit.

    To answer again, make a new attempt.
    """


class ReviewIsKnown(Conflict, title="This id was sent with another content"):
    """A review arrived under this id before, and says something else. What was recorded stays.

    Choose a new id for what is another review; what is the same one is recorded already.
    """


class TooLateToUndo(Conflict, title="It is too late to take this back"):
    """A review can be taken back within 30 seconds, and these are over.

    Grade the question again instead.
    """
