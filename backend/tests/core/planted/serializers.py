from __future__ import annotations

from tests.core.planted.models import Mark, Shelf, Thing
from vivavoce.core.serializers import RelatedObject, ResourceSerializer


class ShelfSerializer(ResourceSerializer[Shelf]):
    """Where a thing stands."""

    class Meta:
        model = Shelf
        fields = ("id", "url", "slug", "name", "created_at", "updated_at")


class MarkSerializer(ResourceSerializer[Mark]):
    """What can be said of many things."""

    class Meta:
        model = Mark
        fields = ("id", "url", "slug", "name", "created_at", "updated_at")


class ThingSerializer(ResourceSerializer[Thing]):
    """Something that one person owns."""

    shelf = RelatedObject(ShelfSerializer, queryset=Shelf.objects.all())
    marks = RelatedObject(MarkSerializer, many=True, queryset=Mark.objects.all(), required=False)

    class Meta:
        model = Thing
        fields = ("id", "url", "name", "size", "state", "bought_at", "shelf", "marks", "created_at", "updated_at")
