"""``ordering``: a total order that a page can be continued from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, FloatField, Model, Q, QuerySet
from django.db.models.expressions import Combinable, OrderBy
from django.db.models.functions import Cast
from django.http import QueryDict

from vivavoce.core.problems import Fault, fault
from vivavoce.core.representation import names_in

BEST = "-rank"


@dataclass(frozen=True)
class Term:
    """One key of the order. Unknown values come last in both directions."""

    alias: str
    expression: Combinable
    descending: bool
    nullable: bool

    def order_by(self, reverse: bool) -> OrderBy:
        """The ORDER BY term, in or against the order."""
        key = F(self.alias)
        nulls = ({"nulls_first": True} if reverse else {"nulls_last": True}) if self.nullable else {}
        return key.desc(**nulls) if self.descending != reverse else key.asc(**nulls)

    def equal(self, value: Any) -> Q:
        """Rows with the same key."""
        return Q((f"{self.alias}__isnull", True)) if value is None else Q((self.alias, value))

    def beyond(self, value: Any, reverse: bool) -> Q:
        """Rows whose key comes after ``value``, in or against the order."""
        if value is None:
            return Q((f"{self.alias}__isnull", False)) if reverse else Q(pk__in=[])
        after = Q((f"{self.alias}__{'lt' if self.descending != reverse else 'gt'}", value))
        return after | Q((f"{self.alias}__isnull", True)) if self.nullable and not reverse else after


def read(
    params: QueryDict, fields: Mapping[str, str | Combinable], default: Sequence[str]
) -> tuple[list[str], list[Fault]]:
    """The names of the order that the caller chose (or the default), and what is wrong with it."""
    searching = "q" in params
    known = [name for name in fields if searching or name != BEST.lstrip("-")]
    names, faults = names_in(params, "ordering", [*known, *(f"-{name}" for name in known)])
    plain = [name.lstrip("-") for name in names]
    if len(plain) != len(set(plain)):
        faults.append(fault("repeated", "Name each key of the order once.", parameter="ordering"))
    if not names:
        names = [BEST, *default] if searching and BEST.lstrip("-") in fields else list(default)
    return names, faults


def terms(queryset: QuerySet[Any], names: Sequence[str], fields: Mapping[str, str | Combinable]) -> list[Term]:
    """The keys of the order, closed by the primary key so that no two rows are equal."""
    found = []
    for index, name in enumerate(names):
        source = fields[name.lstrip("-")]
        expression: Combinable = F(source) if isinstance(source, str) else source
        nullable = not (isinstance(source, str) and is_never_null(queryset.model, source))
        annotation = queryset.query.annotations.get(source) if isinstance(source, str) else None
        if annotation is not None and isinstance(annotation.output_field, FloatField):
            # A rank is a 4-byte float; only as an 8-byte one does it come back unchanged from a cursor.
            expression = Cast(expression, FloatField())
        found.append(Term(f"order_{index}", expression, name.startswith("-"), nullable))
    return [*found, Term("pk", F("pk"), descending=False, nullable=False)]


def is_never_null(model: type[Model], path: str) -> bool:
    """True when a path of field names can never be null."""
    for part in path.split("__"):
        try:
            field = model._meta.get_field(part)
        except FieldDoesNotExist:
            return False
        if (field.is_relation and not (field.many_to_one or field.one_to_one)) or getattr(field, "null", True):
            return False
        if field.related_model is not None:
            model = field.related_model
    return True
