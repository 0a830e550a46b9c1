"""Strict filters: a family of parameters declared in one line, and a value that is not allowed is said to be so.

``level = AnyOf("level", choices=...)`` gives ``level`` and ``level__not``; see each family for what it adds.
"""

from __future__ import annotations

import csv
import re
import uuid
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, Q, QuerySet
from django.utils.dateparse import parse_date, parse_datetime
from django_filters.filterset import FilterSetMetaclass
from rest_framework.request import Request

from vivavoce.core.hints import Hint
from vivavoce.core.problems import Fault, fault

Rows = QuerySet[Any]
Visible = Rows | Callable[[Request], Rows]


def bad_value(message: str, code: str = "invalid_value", **hints: Any) -> forms.ValidationError:
    """The error of one value of a parameter; ``word`` and ``allowed`` become hints."""
    return forms.ValidationError(message, code=Hint(code, **hints))


class EveryValue(forms.Widget):
    """All values that a parameter was given, in order."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """A list, empty when the parameter is absent."""
        return data.getlist(name)


class ParameterField(forms.Field):
    """Hands the values to the filter, which knows what they mean."""

    widget = EveryValue

    def __init__(self, *, read: Callable[[list[str]], Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.read = read

    def clean(self, value: list[str]) -> Any:
        """None when the parameter is absent."""
        return self.read(value) if value else None


class Parameter(django_filters.Filter):  # type: ignore[misc]  # django-filter has no types
    """One query parameter. ``many`` takes several values, repeated or with commas; quotes protect a comma."""

    field_class = ParameterField

    def __init__(
        self,
        field_name: str | None = None,
        *,
        parse: Callable[[str], Any] = str,
        many: bool = False,
        schema: dict[str, Any] | None = None,
        description: str = "",
        effect: str = "any",
        **kwargs: Any,
    ) -> None:
        super().__init__(field_name, **kwargs)
        self.parse = parse
        self.many = many
        self.schema = schema or {"type": "string"}
        self.description = description
        self.effect = effect

    @property
    def field(self) -> forms.Field:
        """The form field that django-filter asks for."""
        return ParameterField(read=self.read, required=False)

    def read(self, given: list[str]) -> Any:
        """The checked value, or all checked values."""
        words = [word for text in given for word in split(text)] if self.many else given
        if len(words) > 1 and not self.many:
            raise bad_value("Give this parameter once.", "repeated")
        if any(not word.strip() for word in words):
            raise bad_value("A value is missing: leave the parameter out, or give it one.", "blank")
        if any("\0" in word for word in words):
            raise bad_value("A null character is not allowed.", "invalid_value")
        values = self.read_words(words)
        return values if self.many else values[0]

    def read_words(self, words: list[str]) -> list[Any]:
        """Parse each word; report all that are wrong."""
        values, wrong = [], []
        for word in words:
            try:
                values.append(self.parse(word))
            except forms.ValidationError as error:
                wrong.append(error)
        if wrong:
            raise forms.ValidationError(wrong)
        return values

    def filter(self, qs: Rows, value: Any) -> Rows:
        """Narrow the rows."""
        if value is None:
            return qs
        path = str(self.field_name)
        if self.effect == "all":
            for one in value:
                qs = narrow(qs, path, Q((path, one)))
            return qs
        if not self.many:
            condition = Q((f"{path}__{self.lookup_expr}", value))
        elif self.lookup_expr == "exact":
            condition = Q((f"{path}__in", value))
        else:
            condition = Q(*((f"{path}__{self.lookup_expr}", one) for one in value), _connector=Q.OR)
        return narrow(qs, path, condition, negate=self.effect == "not")


def split(text: str) -> list[str]:
    """The words between commas; double quotes protect a comma inside a word."""
    return [word.strip() for word in next(csv.reader([text], skipinitialspace=True)) or [""]]


def narrow(qs: Rows, path: str, condition: Q, *, negate: bool = False) -> Rows:
    """Filter without doubling rows: a condition over many related rows becomes a semi-join."""
    if crosses_many(qs.model, path):
        condition = Q(pk__in=qs.model._base_manager.filter(condition).values("pk"))
    return qs.exclude(condition) if negate else qs.filter(condition)


def crosses_many(model: type[Model], path: str) -> bool:
    """True when a lookup path crosses a relation to many rows."""
    for part in path.split("__"):
        try:
            field = model._meta.get_field(part)
        except FieldDoesNotExist:
            return False
        if field.many_to_many or field.one_to_many:
            return True
        if field.related_model is None:
            return False
        model = field.related_model
    return False


class Family:
    """A declaration that stands for several parameters."""

    def parameters(self, name: str) -> dict[str, Parameter]:
        """The parameters by name."""
        raise NotImplementedError


class AnyOf(Family):
    """Any of some values: ``name`` and ``name__not``."""

    def __init__(self, path: str, choices: Iterable[Any] = (), *, all_lookup: bool = False, help: str = "") -> None:
        # A choice may be (value, label), as Django's ``choices`` are.
        self.allowed = [choice[0] if isinstance(choice, (tuple, list)) else choice for choice in choices]
        self.path = path
        self.all_lookup = all_lookup
        self.help = help

    def parameters(self, name: str) -> dict[str, Parameter]:
        """``name``, ``name__not`` and, where asked for, ``name__all``."""
        about = self.help or f"Any of these values of {name.replace('_', ' ')}"
        made = {name: self.make(about), f"{name}__not": self.make(f"None of these ({name})", effect="not")}
        if self.all_lookup:
            made[f"{name}__all"] = self.make(f"All of these ({name})", effect="all")
        return made

    def make(self, description: str, **options: Any) -> Parameter:
        """One parameter of the family."""
        return Parameter(
            self.path, parse=self.parse, many=True, schema=self.schema(), description=description, **options
        )

    def parse(self, word: str) -> Any:
        """The choice that the word names."""
        for choice in self.allowed:
            if str(choice) == word:
                return choice
        raise bad_value(f'"{word}" is not one of the allowed values.', "not_allowed", word=word, allowed=self.allowed)

    def schema(self) -> dict[str, Any]:
        """JSON Schema of one value."""
        kind = "integer" if self.allowed and all(isinstance(value, int) for value in self.allowed) else "string"
        return {"type": kind, "enum": self.allowed}


class AnyOfText(AnyOf):
    """Any of some free texts, whatever their case: ``name``, ``name__not`` and ``name__contains``."""

    def parameters(self, name: str) -> dict[str, Parameter]:
        """``name``, ``name__not`` and ``name__contains``."""
        contains = Parameter(
            self.path,
            lookup_expr="icontains",
            parse=limited_text,
            description=f"Text inside {name}, whatever its case",
        )
        return super().parameters(name) | {f"{name}__contains": contains}

    def make(self, description: str, **options: Any) -> Parameter:
        """A parameter that compares without case."""
        return super().make(description, lookup_expr="iexact", **options)

    def parse(self, word: str) -> str:
        """The word as it is, at most 200 characters."""
        return limited_text(word)

    def schema(self) -> dict[str, Any]:
        """JSON Schema of one value."""
        return {"type": "string", "maxLength": 200}


class AnyOfId(AnyOf):
    """Any of some UUIDs: ``name`` and ``name__not``."""

    def parse(self, word: str) -> uuid.UUID:
        """The UUID that the word spells."""
        try:
            return uuid.UUID(word)
        except ValueError:
            raise bad_value(f'"{word}" is not a UUID.') from None

    def schema(self) -> dict[str, Any]:
        """JSON Schema of one value."""
        return {"type": "string", "format": "uuid"}


class VisibleParameter(Parameter):
    """Values that must name rows which the caller may see; a hidden row answers as if there were none."""

    def __init__(self, *args: Any, queryset: Visible, lookup: str = "slug", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.queryset = queryset
        self.lookup = lookup

    def read_words(self, words: list[str]) -> list[Any]:
        """The keys of the rows, by one query."""
        rows = self.queryset(self.parent.request) if callable(self.queryset) else self.queryset.all()
        keys = dict(rows.filter(**{f"{self.lookup}__in": words}).values_list(self.lookup, "pk"))
        unknown = [word for word in words if word not in keys]
        if unknown:
            allowed = list(rows.order_by(self.lookup).values_list(self.lookup, flat=True)[:500])
            raise forms.ValidationError(
                [
                    bad_value(
                        f'"{word}" is not one of the allowed values.',
                        "not_allowed",
                        word=word,
                        allowed=allowed,
                    )
                    for word in unknown
                ]
            )
        return [keys[word] for word in words]


class AnyOfSlug(AnyOf):
    """Any of some related rows, named by their slugs: ``name``, ``name__not`` and, when asked for, ``name__all``.

    ``path`` leads to the related row or to its slug (``current__category`` or ``current__category__slug``).
    """

    def __init__(self, path: str, *, queryset: Visible, lookup: str = "slug", **options: Any) -> None:
        super().__init__(path.removesuffix(f"__{lookup}"), **options)
        self.queryset = queryset
        self.lookup = lookup

    def make(self, description: str, **options: Any) -> Parameter:
        """A parameter that looks its values up among the visible rows."""
        return VisibleParameter(
            self.path,
            queryset=self.queryset,
            lookup=self.lookup,
            many=True,
            description=description,
            **options,
        )


class Range(Family):
    """A whole number: ``name`` (any of), ``name__gte``, ``name__lte`` and, when it may be null, ``name__isnull``."""

    item: dict[str, Any] = {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1}
    exact = True

    def __init__(self, path: str, *, null: bool = False, help: str = "") -> None:
        self.path = path
        self.null = null
        self.help = help

    def parameters(self, name: str) -> dict[str, Parameter]:
        """The parameters by name."""
        about = self.help or name.replace("_", " ").capitalize()
        options: dict[str, Any] = {"parse": self.parse, "schema": self.item}
        made = {
            f"{name}__gte": Parameter(self.path, lookup_expr="gte", description=f"{about}: at least", **options),
            f"{name}__lte": Parameter(self.path, lookup_expr="lte", description=f"{about}: at most", **options),
        }
        if self.exact:
            made = {name: Parameter(self.path, many=True, description=f"{about}: any of", **options)} | made
        if self.null:
            made |= Flag(self.path, lookup="isnull", help=f"{about}: true when it is not known").parameters(
                f"{name}__isnull"
            )
        return made

    def parse(self, word: str) -> Any:
        """The number, inside what the database holds."""
        if not re.fullmatch(r"-?\d{1,18}", word):
            raise bad_value(f'"{word}" is not a whole number.', "not_a_number")
        if not self.item["minimum"] <= int(word) <= self.item["maximum"]:
            raise bad_value(
                f"{word} is out of range: {self.item['minimum']} to {self.item['maximum']}.", "out_of_range"
            )
        return int(word)


class DateRange(Range):
    """A day: ``name`` (any of), ``name__gte``, ``name__lte``, ``name__isnull``; ``2026-11-22``."""

    item = {"type": "string", "format": "date"}

    def parse(self, word: str) -> date:
        """The day."""
        try:
            found = parse_date(word)
        except ValueError:
            found = None
        if found is None:
            raise bad_value(f'"{word}" is not a day; write it like 2026-11-22.', "not_a_date")
        return found


class DateTimeRange(Range):
    """A moment: ``name__gte``, ``name__lte``, ``name__isnull``; RFC 3339 with an offset."""

    item = {"type": "string", "format": "date-time"}
    exact = False

    def parse(self, word: str) -> datetime:
        """The moment, which must say its offset."""
        try:
            found = parse_datetime(word)
        except ValueError:
            found = None
        if found is None and " " in word and parse_datetime(word.replace(" ", "+")):
            raise bad_value('A "+" in an address means a space: write the offset as %2B01:00.', "not_a_time")
        if found is None or found.tzinfo is None:
            raise bad_value(f'"{word}" is not a time with an offset; write it like 2026-11-22T09:30:00Z.', "not_a_time")
        return found


class Flag(Family):
    """``true`` or ``false``."""

    def __init__(self, path: str, *, lookup: str = "exact", help: str = "") -> None:
        self.path = path
        self.lookup = lookup
        self.help = help

    def parameters(self, name: str) -> dict[str, Parameter]:
        """The one parameter."""
        about = self.help or name.replace("_", " ").capitalize()
        return {
            name: Parameter(
                self.path,
                lookup_expr=self.lookup,
                parse=self.parse,
                schema={"type": "boolean"},
                description=about,
            )
        }

    def parse(self, word: str) -> bool:
        """True or False, in exactly these two words."""
        if word not in {"true", "false"}:
            raise bad_value(f'"{word}" is neither true nor false.', "not_allowed", word=word, allowed=["true", "false"])
        return word == "true"


class Search(Family):
    """Full text, ``q``: the FilterSet's method ``search(queryset, name, value)`` finds and annotates ``rank``."""

    def __init__(self, *, method: str = "search", help: str = "") -> None:
        self.method = method
        self.help = help

    def parameters(self, name: str) -> dict[str, Parameter]:
        """The one parameter."""
        about = self.help or "Words to search for, best match first"
        return {
            name: Parameter(
                parse=limited_text,
                method=self.method,
                schema={"type": "string", "maxLength": 200},
                description=about,
            )
        }


def limited_text(word: str) -> str:
    """A text of at most 200 characters."""
    if len(word) > 200:
        raise bad_value("At most 200 characters.", "too_long")
    return word


class ResourceFilterSetMetaclass(FilterSetMetaclass):  # type: ignore[misc]  # django-filter has no types
    """Replaces each family by its parameters."""

    def __new__(cls, name: str, bases: tuple[type, ...], attrs: dict[str, Any]) -> Any:
        """Build the class as django-filter does, with the families written out."""
        for key, value in list(attrs.items()):
            if isinstance(value, Family):
                del attrs[key]
                attrs.update(value.parameters(key))
        return super().__new__(cls, name, bases, attrs)


class ResourceFilterSet(django_filters.FilterSet, metaclass=ResourceFilterSetMetaclass):  # type: ignore[misc]  # same
    """A django-filter FilterSet that every resource can be filtered by: ``id`` and both times."""

    id = AnyOfId("id", help="Any of these ids")
    created_at = DateTimeRange("created_at", help="Time of creation")
    updated_at = DateTimeRange("updated_at", help="Time of the last change")

    def without(self, name: str) -> Rows:
        """The rows as if the parameters of one family had not been given."""
        data = self.data.copy()
        for key in list(data):
            if key == name or key.startswith(f"{name}__"):
                del data[key]
        return type(self)(data, queryset=self.queryset, request=self.request).qs  # type: ignore[no-any-return]  # same

    def faults(self) -> list[Fault]:
        """What is wrong with the values."""
        return [
            fault(error.code, " ".join(error.messages), parameter=name)
            for name, errors in self.form.errors.as_data().items()
            for error in errors
        ]
