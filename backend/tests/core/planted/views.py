from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from rest_framework.serializers import BaseSerializer

from tests.core.planted.filters import ThingFilterSet
from tests.core.planted.models import Mark, Shelf, State, Thing
from tests.core.planted.serializers import MarkSerializer, ShelfSerializer, ThingSerializer
from vivavoce.core.facets import Facet
from vivavoce.core.permissions import PublicRead
from vivavoce.core.viewsets import ReadOnlyResourceViewSet, ResourceViewSet


class ShelfViewSet(ReadOnlyResourceViewSet[Shelf]):
    """Shelves, which everybody may see."""

    serializer_class = ShelfSerializer
    permission_classes = [PublicRead]
    queryset = Shelf.objects.all()
    scope = "shelves"


class MarkViewSet(ReadOnlyResourceViewSet[Mark]):
    """Marks, which everybody may see."""

    serializer_class = MarkSerializer
    permission_classes = [PublicRead]
    queryset = Mark.objects.all()
    scope = "shelves"


class ThingViewSet(ResourceViewSet[Thing]):
    """One's own things."""

    serializer_class = ThingSerializer
    filterset_class = ThingFilterSet
    ordering_fields = {"name": "name", "size": "size", "bought_at": "bought_at", "rank": "rank"}
    default_ordering = ("name",)
    facets = {
        "state": Facet("state", choices=State.choices),
        "shelf": Facet("shelf", queryset=lambda _: Shelf.objects.all()),
        "mark": Facet("marks", queryset=lambda _: Mark.objects.order_by("slug")),
    }
    scope = "things"

    def get_queryset(self) -> QuerySet[Thing]:
        """One's own."""
        return Thing.objects.visible_to(self.request.user).select_related("shelf").prefetch_related("marks")

    def spelling(self, text: str) -> str | None:
        """A word that would find something."""
        return "kettle" if text == "ketle" else None

    def perform_create(self, serializer: BaseSerializer[Any]) -> None:
        """Whoever makes it owns it."""
        serializer.save(owner=self.request.user)
