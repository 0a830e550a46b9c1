"""Strict filters: a family of parameters declared in one line.

``level = AnyOf("level", choices=...)`` gives ``level`` and ``level__not``; each family says what it gives.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import django_filters
from django.utils.dateparse import parse_date, parse_datetime
from django_filters.filterset import FilterSetMetaclass

from vivavoce.core.parameters import Parameter, Rows, Visible, VisibleParameter, bad_value, not_allowed
from vivavoce.core.problems import Fault, fault

__all__ = [
    "AnyOf", "AnyOfId", "AnyOfSlug", "AnyOfText", "DateRange", "DateTimeRange", "Family", "Flag", "Parameter", "Range",
    "ResourceFilterSet", "Rows", "Search", "bad_value",
]  # fmt: skip


class Family:
    """A declaration that stands for several parameters over one path; ``item`` is the JSON Schema of a value."""

    item: dict[str, Any] = {"type": "string", "maxLength": 200}

    def __init__(self, path: str = "", *, null: bool = False, help: str = "") -> None:
        self.path = path
        self.null = null
        self.help = help

    def parameters(self, name: str) -> dict[str, Parameter]:
        """The parameters by name."""
        raise NotImplementedError

    def parse(self, word: str) -> Any:
        """The value that a word means; a text of at most 200 characters unless a family knows better."""
        if len(word) > 200:
            raise bad_value("At most 200 characters.", "too_long")
        return word

    def make(self, description: str, **options: Any) -> Parameter:
        """One parameter of the family."""
        settings = {"parse": self.parse, "schema": self.item, "description": description, **options}
        return Parameter(self.path or None, **settings)


class AnyOf(Family):
    """Any of some values: ``name`` and ``name__not``; ``all_lookup`` adds ``name__all``."""

    def __init__(self, path: str, choices: Iterable[Any] = (), *, all_lookup: bool = False, **options: Any) -> None:
        super().__init__(path, **options)
        # A choice may be (value, label), as Django's are.
        self.allowed = [choice[0] if isinstance(choice, (tuple, list)) else choice for choice in choices]
        self.all_lookup = all_lookup
        if self.allowed:
            self.item = {"type": "integer" if isinstance(self.allowed[0], int) else "string", "enum": self.allowed}

    def parameters(self, name: str) -> dict[str, Parameter]:
        """``name``, ``name__not`` and, where asked for, ``name__all``."""
        made = {
            name: self.make(self.help or f"Any of these values of {name.replace('_', ' ')}"),
            f"{name}__not": self.make(f"None of these ({name})", effect="not"),
        }
        return made | ({f"{name}__all": self.make(f"All of these ({name})", effect="all")} if self.all_lookup else {})

    def make(self, description: str, **options: Any) -> Parameter:
        """One parameter of the family, for several values."""
        return super().make(description, many=True, **options)

    def parse(self, word: str) -> Any:
        """The choice that the word names."""
        for choice in self.allowed:
            if str(choice) == word:
                return choice
        raise not_allowed(word, self.allowed)


class AnyOfText(AnyOf):
    """Any of some free texts, whatever their case: ``name``, ``name__not`` and ``name__contains``."""

    parse = Family.parse

    def parameters(self, name: str) -> dict[str, Parameter]:
        """``name``, ``name__not`` and ``name__contains``."""
        about = f"Text inside {name.replace('_', ' ')}, whatever its case"
        contains = Family.make(self, about, lookup_expr="icontains")
        return super().parameters(name) | {f"{name}__contains": contains}

    def make(self, description: str, **options: Any) -> Parameter:
        """A parameter that compares without case."""
        return super().make(description, lookup_expr="iexact", **options)


class AnyOfId(AnyOf):
    """Any of some UUIDs: ``name`` and ``name__not``."""

    item = {"type": "string", "format": "uuid"}

    def parse(self, word: str) -> uuid.UUID:
        """The UUID that the word spells."""
        try:
            return uuid.UUID(word)
        except ValueError:
            raise bad_value(f'"{word}" is not a UUID.') from None


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
        options |= {"many": True, "description": description}
        return VisibleParameter(self.path, queryset=self.queryset, lookup=self.lookup, **options)


class Range(Family):
    """A whole number: ``name`` (any of), ``name__gte``, ``name__lte`` and, when it may be null, ``name__isnull``."""

    item = {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1}
    exact = True

    def parameters(self, name: str) -> dict[str, Parameter]:
        """The parameters by name."""
        about = self.help or name.replace("_", " ").capitalize()
        made = {name: self.make(f"{about}: any of", many=True)} if self.exact else {}
        made[f"{name}__gte"] = self.make(f"{about}: at least", lookup_expr="gte")
        made[f"{name}__lte"] = self.make(f"{about}: at most", lookup_expr="lte")
        if self.null:
            unknown = Flag(self.path, lookup="isnull", help=f"{about}: true when it is not known")
            made |= unknown.parameters(f"{name}__isnull")
        return made

    def parse(self, word: str) -> Any:
        """The number, inside what the database holds."""
        least, most = self.item["minimum"], self.item["maximum"]
        if not re.fullmatch(r"-?[0-9]{1,18}", word):
            raise bad_value(f'"{word}" is not a whole number.', "not_a_number")
        if not least <= int(word) <= most:
            raise bad_value(f"{word} is out of range: {least} to {most}.", "out_of_range")
        return int(word)


class DateRange(Range):
    """A day: ``name`` (any of), ``name__gte``, ``name__lte``, ``name__isnull``; ``2026-11-22``."""

    item = {"type": "string", "format": "date"}

    def parse(self, word: str) -> date:
        """The day."""
        if found := quietly(parse_date, word):
            return date(found.year, found.month, found.day)
        raise bad_value(f'"{word}" is not a day; write it like 2026-11-22.', "not_a_date")


class DateTimeRange(Range):
    """A moment: ``name__gte``, ``name__lte``, ``name__isnull``; RFC 3339 with an offset."""

    item = {"type": "string", "format": "date-time"}
    exact = False

    def parse(self, word: str) -> datetime:
        """The moment, which must say its offset."""
        found: datetime | None = quietly(in_utc, word)
        if found:
            return found
        if " " in word and quietly(in_utc, word.replace(" ", "+")):
            raise bad_value('A "+" in an address means a space: write the offset as %2B01:00.', "not_a_time")
        raise bad_value(f'"{word}" is not a time with an offset; write it like 2026-11-22T09:30:00Z.', "not_a_time")


def in_utc(word: str) -> datetime | None:
    """A moment, in the one offset that PostgreSQL always takes; None without an offset."""
    found = parse_datetime(word)
    return found.astimezone(UTC) if found and found.tzinfo else None


def quietly(parse: Any, word: str) -> Any:
    """What Django's parser makes of a word; None also for a day that no calendar has."""
    try:
        return parse(word)
    except (ValueError, OverflowError):
        return None


class Flag(Family):
    """``true`` or ``false``."""

    item = {"type": "boolean"}

    def __init__(self, path: str, *, lookup: str = "exact", **options: Any) -> None:
        super().__init__(path, **options)
        self.lookup = lookup

    def parameters(self, name: str) -> dict[str, Parameter]:
        """The one parameter."""
        return {name: self.make(self.help or name.replace("_", " ").capitalize(), lookup_expr=self.lookup)}

    def parse(self, word: str) -> bool:
        """True or False, in exactly these two words."""
        if word not in {"true", "false"}:
            raise not_allowed(word, ["true", "false"])
        return word == "true"


class Search(Family):
    """Full text, ``q``: the FilterSet's method ``search(queryset, name, value)`` finds and annotates ``rank``."""

    def parameters(self, name: str) -> dict[str, Parameter]:
        """The one parameter."""
        return {name: self.make(self.help or "Words to search for, best match first", method="search")}


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
        rows: Rows = self.queryset.all()
        for key, value in self.form.cleaned_data.items():
            if key.partition("__")[0] != name:
                rows = self.filters[key].filter(rows, value)
        return rows

    def faults(self) -> list[Fault]:
        """What is wrong with the values."""
        found = self.form.errors.as_data().items()
        return [fault(one.code, " ".join(one.messages), parameter=name) for name, errors in found for one in errors]
