"""One strict query parameter of a FilterSet: how its values are read, checked and turned into conditions."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, Q, QuerySet
from rest_framework.request import Request

from vivavoce.core.hints import Hint

Rows = QuerySet[Any]
Visible = Rows | Callable[[Request], Rows]
MOST_VALUES = {"all": 20}  # each value costs a semi-join
MOST = 200


def bad_value(message: str, code: str = "invalid_value", **hints: Any) -> forms.ValidationError:
    """The error of one value of a parameter; ``word`` and ``allowed`` become hints."""
    return forms.ValidationError(message, code=Hint(code, **hints))


def not_allowed(word: str, allowed: list[Any]) -> forms.ValidationError:
    """The error of a value outside a closed list."""
    return bad_value(f'"{word}" is not one of the allowed values.', "not_allowed", word=word, allowed=allowed)


class ParameterField(forms.Field):
    """Hands all values of a parameter to the filter, which knows what they mean."""

    widget = forms.MultipleHiddenInput  # reads them all

    def __init__(self, read: Callable[[list[str]], Any]) -> None:
        super().__init__(required=False)
        self.read = read

    def clean(self, value: list[str]) -> Any:
        """None when the parameter is absent."""
        return self.read(value) if value else None


class Parameter(django_filters.Filter):  # type: ignore[misc]  # django-filter has no types
    """One query parameter. ``many`` takes several values, repeated or with commas; quotes protect a comma."""

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
        return ParameterField(self.read)

    def read(self, given: list[str]) -> Any:
        """The checked value, or all checked values."""
        words = list(dict.fromkeys(word for text in given for word in split(text))) if self.many else given
        if len(words) > 1 and not self.many:
            raise bad_value("Give this parameter once.", "repeated")
        if len(words) > (most := MOST_VALUES.get(self.effect, MOST)):
            raise bad_value(f"At most {most} values.", "too_many")
        if any(not word.strip() for word in words):
            raise bad_value("A value is missing: leave the parameter out, or give it one.", "blank")
        if any("\0" in word for word in words):
            raise bad_value("A null character is not allowed.")
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
        if self.many and self.lookup_expr == "exact":
            condition = Q((f"{path}__in", value))
        else:
            values = value if self.many else [value]
            condition = Q(*((f"{path}__{self.lookup_expr}", one) for one in values), _connector=Q.OR)
        return narrow(qs, path, condition, negate=self.effect == "not")


class VisibleParameter(Parameter):
    """Values that must name rows which the caller may see; a hidden row answers as if there were none."""

    def __init__(self, *args: Any, queryset: Visible, lookup: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.queryset = queryset
        self.lookup = lookup

    def read_words(self, words: list[str]) -> list[Any]:
        """The keys of the rows, by one query."""
        rows = self.queryset(self.parent.request) if callable(self.queryset) else self.queryset.all()
        keys = dict(rows.filter(**{f"{self.lookup}__in": words}).values_list(self.lookup, "pk"))
        if unknown := [word for word in words if word not in keys]:
            allowed = list(rows.order_by(self.lookup).values_list(self.lookup, flat=True)[:500])
            raise forms.ValidationError([not_allowed(word, allowed) for word in unknown])
        return [keys[word] for word in words]


def split(text: str) -> list[str]:
    """The words between commas; double quotes protect a comma inside a word."""
    try:
        return [word.strip() for word in next(csv.reader([text], skipinitialspace=True)) or [""]]
    except csv.Error:
        raise bad_value("This cannot be read as values between commas; is there a line break in it?") from None


def whole_number(text: str) -> int | None:
    """The number that at most ten digits spell; longer ones are not even read."""
    return int(text) if re.fullmatch("[0-9]{1,10}", text) else None


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
        except FieldDoesNotExist:  # an annotation or a lookup
            return False
        if field.many_to_many or field.one_to_many:
            return True
        if field.related_model is None:
            return False
        model = field.related_model
    return False
