"""Leaks of four kinds, planted past both walls: each is caught."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import F, QuerySet

from tests.two_worlds import Operation, audits
from tests.two_worlds.asking import AS_USUAL, Asking, document
from tests.two_worlds.worlds import Ground, both
from vivavoce.core.problems import Conflict
from vivavoce.interviews import blindness
from vivavoce.interviews.models import Interview, Rating, Scorecard
from vivavoce.interviews.serializers.interviews import InterviewSerializer
from vivavoce.interviews.services import debriefs, scorecards
from vivavoce.interviews.views.scorecards import ScorecardViewSet

Tell = Callable[[str, object], None]
Plant = Callable[[Ground, pytest.MonkeyPatch], None]


def scores(ground: Ground) -> list[int | None]:
    """Carl's, as somebody finds them who goes around the first wall, and around the second too."""
    with blindness.acting_as(ground.people["Carl"]):
        ratings = Rating.objects.filter(scorecard__id=ground.cards["own", "Carl"])
        return list(ratings.values_list("score", flat=True))


def an_average_beside_the_interview(ground: Ground, patch: pytest.MonkeyPatch) -> None:
    shown = InterviewSerializer.to_representation

    def shown_with_average(self: InterviewSerializer, instance: Any) -> Any:
        return {**shown(self, instance), "average": sum(score or 0 for score in scores(ground)) / 8}

    patch.setattr(InterviewSerializer, "to_representation", shown_with_average)


def a_revision_that_touches_the_interview(ground: Ground, patch: pytest.MonkeyPatch) -> None:
    revise = scorecards.revise

    def revise_and_touch(card: Scorecard, **fields: Any) -> Scorecard:
        Interview.objects.filter(pk=card.interview_id).update(title=F("title"))
        return revise(card, **fields)

    patch.setattr(scorecards, "revise", revise_and_touch)


def a_filter_that_looks_at_scores(ground: Ground, patch: pytest.MonkeyPatch) -> None:
    plain = ScorecardViewSet.filter_queryset

    def filtered(self: ScorecardViewSet, queryset: QuerySet[Any]) -> QuerySet[Any]:
        rows = plain(self, queryset)
        hidden = "is_mine" in self.request.query_params and 4 in scores(ground)
        return rows.exclude(interview=ground.tables["own"]) if hidden else rows

    patch.setattr(ScorecardViewSet, "filter_queryset", filtered)


def an_error_that_says_why(ground: Ground, patch: pytest.MonkeyPatch) -> None:
    def decide(*_: Any, **__: Any) -> None:
        raise Conflict(f"Wait for the others: {scores(ground)[0]} points so far.")

    patch.setattr(debriefs, "decide", decide)


@pytest.mark.parametrize(
    ("plant", "where"),
    [
        (an_average_beside_the_interview, "GET /api/v1/interviews/{id}/"),
        (a_revision_that_touches_the_interview, "GET /api/v1/interviews/{id}/"),
        (a_filter_that_looks_at_scores, "GET /api/v1/scorecards/"),
        (an_error_that_says_why, "POST /api/v1/debriefs/{id}/decide/"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_it_is_caught(
    ground: Ground,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Tell,
    plant: Plant,
    where: str,
) -> None:
    plant(ground, monkeypatch)

    def there(operation: Operation) -> bool:
        return str(operation) == where

    report = audits(document(), {"Vera": Asking(ground, "Vera").project(there, near=AS_USUAL)}, *both(ground, "Vera"))[
        "Vera"
    ]
    record_property("summary", f"two worlds, planted {plant.__name__}: {len(report.found)} differences")
    assert {one.request.operation for one in report.found} == {where}
