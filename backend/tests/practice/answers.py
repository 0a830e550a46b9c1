"""Answers for tests of practice."""

from __future__ import annotations

from typing import Any

from tests.questions import samples
from vivavoce.accounts.models import Person
from vivavoce.practice.models import Attempt
from vivavoce.practice.services import attempts
from vivavoce.questions.models import Question

HEARD = "A queryset is lazy, and so no query is sent to the database before you loop over it or ask for its rows."
"""Holds the wording of the one key point of the sample question."""
UNHEARD = "I would say that it depends on what you want to do with it, and on how many there are of them in the end."
SAID = f"{HEARD} But filter() asks at once."
"""Holds the wording of its red flag too."""


def a_question(number: int = 0) -> Question:
    """The sample question, made when it is missing."""
    return Question.objects.filter(number=100 + number).first() or samples.question(number)


def an_attempt(owner: Person, question: Question | None = None, **fields: Any) -> Attempt:
    """A draft."""
    version = (question or a_question()).current
    assert version is not None
    return attempts.begin(owner=owner, version=version, fields={"body": HEARD, **fields})[0]


def a_committed_attempt(owner: Person, **fields: Any) -> Attempt:
    """One that is closed and marked."""
    return attempts.commit(an_attempt(owner, **fields))
