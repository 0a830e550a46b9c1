from __future__ import annotations

from typing import Any

from django.db.models import F, FloatField, QuerySet
from django.db.models.functions import Cast

from tests.core.planted.models import Mark, Shelf, State
from vivavoce.core.filters import AnyOf, AnyOfSlug, AnyOfText, DateTimeRange, Range, ResourceFilterSet, Search


class ThingFilterSet(ResourceFilterSet):
    """Everything that somebody would look for a thing by."""

    name = AnyOfText("name")
    size = Range("size")
    state = AnyOf("state", choices=State.choices)
    bought_at = DateTimeRange("bought_at", null=True)
    shelf = AnyOfSlug("shelf", queryset=Shelf.objects.all())
    mark = AnyOfSlug("marks__slug", queryset=Mark.objects.all(), all_lookup=True)
    q = Search()

    def search(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Names that hold the word; the bigger a thing, the better it matches."""
        rank = Cast(F("size"), FloatField()) / 3
        found: QuerySet[Any] = queryset.filter(name__icontains=value).annotate(rank=rank)
        return found
