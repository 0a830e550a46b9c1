"""Serializers of resources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Model
from rest_framework import serializers

from vivavoce.core.relations import AddressField, RelatedObject, is_root
from vivavoce.core.strictness import StrictBody, StrictSerializer

__all__ = ["AddressField", "RelatedObject", "ResourceSerializer", "StrictSerializer"]

M = TypeVar("M", bound=Model)


class ResourceSerializer(StrictBody, serializers.ModelSerializer[M]):
    """A ModelSerializer that is strict, knows its address, and shows what ``fields``, ``omit`` and ``expand`` choose.

    ``Meta.fields`` begins with ``id`` and ``url`` and ends with ``created_at`` and ``updated_at``.
    """

    url = AddressField()

    @classmethod
    def members(cls) -> list[str]:
        """All members of a reply."""
        return list(cls.Meta.fields)

    @classmethod
    def expandable(cls) -> list[str]:
        """The members that ``expand`` knows: those of ``Meta.expandable``, else every related object."""
        chosen: Iterable[str] | None = getattr(cls.Meta, "expandable", None)
        if chosen is not None:
            return list(chosen)
        return [name for name, field in cls._declared_fields.items() if isinstance(field, RelatedObject)]

    @property
    def _readable_fields(self) -> Any:
        # DRF asks once a row; the choice is the same for all of them.
        try:
            return self.__dict__["_shown"]
        except KeyError:
            shown = self.__dict__["_shown"] = [
                field for name, field in self.fields.items() if not field.write_only and self._shows(name)
            ]
            return shown

    def _shows(self, name: str) -> bool:
        if isinstance(self.parent, RelatedObject):
            return self.parent.expanded or name in self.parent.brief
        representation = self.context.get("representation")
        return representation is None or not is_root(self) or bool(representation.shows(name))
