"""Members that point elsewhere: related objects, and the address of the resource itself."""

from __future__ import annotations

import uuid
from functools import cached_property, lru_cache
from typing import Any, ClassVar

from django.db.models import Manager, Q
from django.urls import reverse
from django.utils.module_loading import import_string
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from vivavoce.core.hints import Hint
from vivavoce.core.parameters import Visible

LONGEST_KEY = 200  # characters of an id or slug
BRIEF = ("id", "slug", "name", "url")


@lru_cache(maxsize=256)
def collection(view_name: str) -> str:
    """The path of a list, from the name of its detail address."""
    return reverse(view_name, args=["_"]).removesuffix("_/")


class AddressField(serializers.Field[Any, Any, str, Any]):
    """The host-less path of a resource, by slug where it has one, else by id."""

    def __init__(self, view_name: str | None = None, lookup: str | None = None, **kwargs: Any) -> None:
        self.view_name = view_name
        self.lookup = lookup
        super().__init__(**{"read_only": True, "source": "*", "help_text": "Path, without a host", **kwargs})

    def to_representation(self, value: Any) -> str:
        """The path."""
        model = type(value)
        key = getattr(value, self.lookup or ("slug" if hasattr(model, "slug") else "pk"))
        return f"{collection(self.view_name or f'{model._meta.model_name}-detail')}{key}/"


class RelatedObject(serializers.Field[Any, Any, Any, Any]):
    """A related resource as ``{id, slug, name, url}``; ``expand`` adds its other members.

    Read-only unless ``queryset`` (or a function of the request) says which rows may be chosen: then a body names one
    by id or slug. The target's ``Meta.brief`` may choose other members than the usual four.
    """

    most: ClassVar[int] = 200  # of a list

    def __init__(
        self, serializer_class: Any, *, many: bool = False, queryset: Visible | None = None, **kwargs: Any
    ) -> None:
        self._serializer_class = serializer_class
        self.many = many
        self.queryset = queryset
        if queryset is None:
            kwargs.setdefault("read_only", True)
        super().__init__(**kwargs)

    @cached_property
    def child(self) -> Any:
        """The serializer of the target; bound to this field, it shows the brief members or all."""
        found = self._serializer_class
        child = (import_string(found) if isinstance(found, str) else found)()
        child.bind("", self)
        return child

    @property
    def brief(self) -> tuple[str, ...]:
        """The members that are shown without ``expand``."""
        chosen = getattr(self.child.Meta, "brief", None)
        return tuple(chosen or (name for name in BRIEF if name in self.child.Meta.fields))

    @cached_property
    def expanded(self) -> bool:
        """True when the caller asked for all members."""
        representation = self.context.get("representation")
        return bool(representation and representation.expands(self.field_name) and is_root(self.parent))

    def to_representation(self, value: Any) -> Any:
        """One object or a list of them."""
        if not self.many:
            return self.child.to_representation(value)
        rows = value.all() if isinstance(value, Manager) else value
        return [self.child.to_representation(row) for row in rows]

    def to_internal_value(self, data: Any) -> Any:
        """The rows that ids or slugs name, among those that the caller may choose."""
        if self.many:
            if not isinstance(data, list):
                raise ValidationError("This must be a list of ids or slugs.", "wrong_type")
            if len(data) > self.most:  # each is looked up
                raise ValidationError(f"Name at most {self.most}.", "max_length")
            return [self._find(item) for item in data]
        return self._find(data)

    def _find(self, key: Any) -> Any:
        if not isinstance(key, str) or len(key) > LONGEST_KEY:
            raise ValidationError(f"This must be an id or a slug, at most {LONGEST_KEY} characters.", "wrong_type")
        rows = self.queryset(self.context["request"]) if callable(self.queryset) else self.queryset
        assert rows is not None  # noqa: S101 - a field without a queryset is read-only
        has_slug = hasattr(rows.model, "slug")
        try:
            condition = Q(pk=uuid.UUID(key))
        except ValueError:
            condition = Q(slug=key) if has_slug else Q(pk__in=[])
        found = rows.filter(condition).first()
        if found is None:
            allowed = list(rows.order_by("slug").values_list("slug", flat=True)[:500]) if has_slug else []
            raise ValidationError(f'"{key}" is not known.', Hint("not_found", word=key, allowed=allowed))
        return found


def is_root(serializer: Any) -> bool:
    """True for the serializer of the resource itself, not of one inside it."""
    parent = serializer.parent
    return parent is None or (isinstance(parent, serializers.ListSerializer) and parent.parent is None)
