"""Attempts keep the contract of every resource."""

from __future__ import annotations

from typing import Any

from tests.practice.answers import HEARD, a_question
from vivavoce.core.testing.contract import ResourceContract
from vivavoce.practice.models import Attempt
from vivavoce.practice.services import attempts
from vivavoce.practice.views.attempts import AttemptViewSet


def when(moment: Any) -> str:
    return str(moment.isoformat().replace("+00:00", "Z"))


class TestAttempts(ResourceContract):
    path = "/api/v1/attempts/"
    viewset = AttemptViewSet
    filters = {
        "question=question-0": [0],
        "question__not=question-0": [1, 2],
        "state=committed,revealed": [0, 1],
        "state__not=drafting": [0, 1],
        "spoken=true": [1],
        "committed_at__gte=2026-01-01T00:00:00Z": [0, 1],
        "committed_at__lte=2026-01-01T00:00:00Z": [],
        "committed_at__isnull=true": [2],
    }

    def make(self, owner: Any, number: int) -> Attempt:
        turn = number % 3
        version = a_question(turn).current
        assert version is not None
        attempt, _ = attempts.begin(owner=owner, version=version, fields={"body": HEARD, "spoken": turn == 1})
        if turn < 2:
            attempts.commit(attempt)
        if turn == 1:
            attempts.reveal(attempt)
        return attempt

    def exact(self, row: Attempt) -> dict[str, Any]:
        row.refresh_from_db()
        question = row.question_version.question
        return {
            "id": str(row.pk),
            "url": f"/api/v1/attempts/{row.pk}/",
            "question": {
                "id": str(question.pk),
                "slug": "question-0",
                "name": "Why is a queryset lazy?",
                "url": "/api/v1/questions/question-0/",
            },
            "version": 1,
            "state": "committed",
            "body": HEARD,
            "spoken": False,
            "seconds": 0,
            "committed_at": when(row.committed_at),
            "revealed_at": None,
            "graded_at": None,
            "advisory": True,
            "found": [
                {
                    "id": "kp1",
                    "text": "Nothing is sent before rows are needed.",
                    "crucial": True,
                    "state": "found",
                    "sentence": HEARD,
                }
            ],
            "flags": [],
            "overrules": {},
            "self_scores": [],
            "self_score": None,
            "reflection": "",
            "suggested_grade": "good",
            "created_at": when(row.created_at),
            "updated_at": when(row.updated_at),
        }
