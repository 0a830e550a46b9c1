"""Bodies that say exactly what they mean: unknown members, wrong JSON types and unknown choices are refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.dateparse import parse_datetime
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError

from vivavoce.core.hints import Hint

# What JSON must hold for a field of DRF; the first class that matches decides. DRF itself would convert.
TEXTS = (serializers.CharField, serializers.UUIDField, serializers.DateTimeField, serializers.DateField)
LISTS = (serializers.ListField, serializers.ListSerializer, serializers.ManyRelatedField)
JSON_TYPES: tuple[tuple[tuple[type, ...], tuple[type, ...], str], ...] = (
    ((serializers.MultipleChoiceField, *LISTS), (list,), "a list"),
    ((serializers.ChoiceField,), (str, int), "one of the allowed values"),
    ((serializers.BooleanField,), (bool,), "true or false"),
    ((serializers.IntegerField,), (int,), "a whole number"),
    ((serializers.FloatField, serializers.DecimalField), (int, float), "a number"),
    ((serializers.DictField, serializers.BaseSerializer), (dict,), "an object"),
    ((*TEXTS, serializers.TimeField, serializers.DurationField, serializers.RelatedField), (str,), "a text"),
)


def type_error(field: Any, value: Any) -> ErrorDetail | None:
    """What is wrong with the JSON type of a value, if anything."""
    if value is None:
        return None
    for fields, types, name in JSON_TYPES:
        if isinstance(field, fields):
            wrong = not isinstance(value, types) or (isinstance(value, bool) and bool not in types)
            return ErrorDetail(f"This must be {name}.", "wrong_type") if wrong else special_error(field, value)
    return None


def special_error(field: Any, value: Any) -> ErrorDetail | None:
    """A list that is too long, an unknown choice, or a time without an offset."""
    if isinstance(field, serializers.ListField) and len(value) > (field.max_length or len(value)):
        return ErrorDetail(field.error_messages["max_length"].format(max_length=field.max_length), "max_length")
    single = isinstance(field, serializers.ChoiceField) and not isinstance(field, serializers.MultipleChoiceField)
    if single and value not in field.choices and (value or not field.allow_blank):
        hint = Hint("not_allowed", word=value, allowed=list(field.choices))
        return ErrorDetail(f'"{value}" is not one of the allowed values.', hint)
    if isinstance(field, serializers.DateTimeField):
        try:
            moment = parse_datetime(value)
        except ValueError:
            return None
        if moment is not None and moment.tzinfo is None:
            return ErrorDetail("A time needs an offset, like 2026-11-22T09:30:00Z.", "naive_time")
    return None


def member_errors(fields: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The unknown, the read-only and the wrongly typed members of a body."""
    writable = [name for name, field in fields.items() if not field.read_only]
    errors: dict[str, list[Any]] = {}
    for name, value in data.items():
        field = fields.get(name)
        if field is None:
            code = Hint("unknown_member", word=name, allowed=writable)
            errors[name] = [ErrorDetail(f'"{name}" is not a member of this body.', code)]
        elif field.read_only:
            errors[name] = [ErrorDetail("This member cannot be written.", "read_only")]
        elif error := type_error(field, value):
            errors[name] = [error]
        elif isinstance(field, serializers.ListField) and value:
            inner = {index: [error] for index, item in enumerate(value) if (error := type_error(field.child, item))}
            if inner:
                errors[name] = [inner.get(index, []) for index in range(len(value))]
    return errors


class StrictBody:
    """Mixin of serializers: checks members and types before DRF converts anything."""

    def to_internal_value(self, data: Any) -> Any:
        """DRF's, with all errors of both checks together."""
        if not isinstance(data, Mapping):
            return super().to_internal_value(data)  # type: ignore[misc]  # a mixin
        errors = member_errors(self.fields, data)  # type: ignore[attr-defined]  # a mixin
        rest = {name: value for name, value in data.items() if name not in errors}
        try:
            value = super().to_internal_value(rest)  # type: ignore[misc]  # a mixin
        except ValidationError as error:
            found = error.detail if isinstance(error.detail, dict) else {}
            raise ValidationError({**found, **errors}) from error
        if errors:
            raise ValidationError(errors)
        return value


class StrictSerializer(StrictBody, serializers.Serializer[Any]):
    """A strict body that is not a resource, such as that of ``reschedule/``."""
