"""``facets``: how many rows each value of a filter would leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from rest_framework.request import Request

from vivavoce.core.pagination import COUNTED


class CappedCount(Subquery):
    """The number of rows of a limited subquery."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) capped)"
    output_field = IntegerField()


@dataclass(frozen=True)
class Facet:
    """The values of one filter in the domain's order, those without rows included.

    Give ``choices`` (value, label) for a field, or ``queryset`` (in its order) for a relation at ``path``.
    """

    path: str
    choices: Sequence[tuple[Any, Any]] = ()
    queryset: Callable[[Request], QuerySet[Any]] | None = None
    value: str = "slug"
    label: str = "name"

    def count(self, rows: QuerySet[Any], request: Request) -> list[dict[str, Any]]:
        """One query: value, label, count and whether the count is exact."""
        if self.queryset is not None:
            return self._count_related(rows, self.queryset(request))
        numbers = dict(rows.order_by().values_list(self.path).annotate(number=Count("pk", distinct=True)))
        return [entry(value, str(label), numbers.get(value, 0)) for value, label in self.choices]

    def _count_related(self, rows: QuerySet[Any], domain: QuerySet[Any]) -> list[dict[str, Any]]:
        here = rows.filter(**{self.path: OuterRef("pk")}).order_by().values("pk")[: COUNTED + 1]
        counted = domain.annotate(facet_count=CappedCount(here))
        return [entry(*row) for row in counted.values_list(self.value, self.label, "facet_count")]


def entry(value: Any, label: str, number: int) -> dict[str, Any]:
    """One line of a facet."""
    return {"value": value, "label": label, "count": min(number, COUNTED), "is_exact": number <= COUNTED}
