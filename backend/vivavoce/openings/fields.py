"""Members that several resources share the shape of."""

from __future__ import annotations

from typing import Any

from django.core.validators import URLValidator
from drf_spectacular.extensions import OpenApiSerializerFieldExtension
from rest_framework import serializers


class OptionalChoice(serializers.ChoiceField):
    """A choice that may be missing: null for programs, blank in the database, so that there is one kind of nothing."""

    def __init__(self, choices: Any, **kwargs: Any) -> None:
        super().__init__(choices, allow_null=True, **({"required": False} | kwargs))

    def to_representation(self, value: Any) -> Any:
        """Null for blank."""
        return super().to_representation(value) or None

    def validate_empty_values(self, data: Any) -> tuple[bool, Any]:
        """Blank for null."""
        is_settled, value = super().validate_empty_values(data)
        return is_settled, "" if value is None and is_settled else value


class OptionalChoiceExtension(OpenApiSerializerFieldExtension):  # type: ignore[no-untyped-call]  # registers itself
    """Says that null is one of the values, which spectacular's named enumerations leave out."""

    target_class = OptionalChoice

    def map_serializer_field(self, auto_schema: Any, direction: str) -> dict[str, Any]:
        """One of the words; spectacular adds the null."""
        return {"anyOf": [{"type": "string", "enum": list(self.target.choices)}]}


def web_address(value: str) -> None:
    """Refuse what is not http(s), scripts above all."""
    URLValidator(schemes=["http", "https"])(value)


class OptionalLink(serializers.CharField):
    """An http(s) address, or blank; a plain text in the schema, since "blank or a URI" reads differently everywhere."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{"required": False, "allow_blank": True, "max_length": 500, "validators": [web_address], **kwargs}
        )
