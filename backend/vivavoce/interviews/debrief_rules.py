"""The sums of a debrief, without a database. No mean as a verdict, no pass mark: medians, spreads and counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from statistics import fmean, median
from typing import NamedTuple

DISAGREEMENT = 2
"""Points between two scores of one criterion from which on the panel should talk about it."""


class Middle(NamedTuple):
    """What the scores of one criterion say together; ``median`` and ``spread`` are null without any."""

    median: float | None
    spread: int | None
    n: int
    disagreement: bool


class Agreement(NamedTuple):
    """Pairs of two people's scores of one criterion, and how many of them are equal or at most a point apart."""

    pairs: int
    exact: int
    within_one: int


def middle(scores: Sequence[int]) -> Middle:
    """Median, distance between the outermost, how many, and whether that distance is a disagreement."""
    if not scores:
        return Middle(None, None, 0, disagreement=False)
    spread = max(scores) - min(scores)
    return Middle(float(median(scores)), spread, len(scores), spread >= DISAGREEMENT)


def agreement(criteria: Iterable[Sequence[tuple[str, int]]]) -> Agreement:
    """Counts over the pairs of every criterion; a score is ``(person, score)``, and nobody agrees with themself."""
    apart = [
        abs(score - other)
        for scores in criteria
        for (one, score), (somebody, other) in combinations(scores, 2)
        if one != somebody
    ]
    return Agreement(len(apart), apart.count(0), sum(distance <= 1 for distance in apart))


def strictness(criteria: Iterable[Sequence[tuple[str, int]]]) -> dict[str, float]:
    """For each person the mean distance of their scores from the median of the others', criterion by criterion.

    Below zero is stricter than the others, above it more generous. Who scored nothing beside others is left out.
    """
    distances: dict[str, list[float]] = {}
    for scores in criteria:
        for person, score in scores:
            others = [other for somebody, other in scores if somebody != person]
            if others:
                distances.setdefault(person, []).append(score - median(others))
    return {person: round(fmean(found), 2) for person, found in distances.items()}
