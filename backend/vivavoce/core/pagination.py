"""Pages by keyset: no row is skipped or doubled while others write, and the last page costs what the first does."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from typing import Any

from django.core.signing import BadSignature, Signer
from django.db.models import Q, QuerySet
from rest_framework.pagination import BasePagination
from rest_framework.request import Request

from vivavoce.core import ordering
from vivavoce.core.ordering import Term
from vivavoce.core.parameters import whole_number
from vivavoce.core.problems import Fault, InvalidParameters, fault

PAGE_SIZE = 25
LARGEST_PAGE = 200
COUNTED = 1000  # counts are exact up to here; a search pages its first so many hits
BAD_CURSOR = "This cursor is not of this query: start without one, and follow next and previous as they are."
NOT_OF_THE_QUERY = {"cursor", "page_size", "fields", "omit", "expand", "facets", "pretty"}


class KeysetPagination(BasePagination):
    """``cursor`` and ``page_size``; the envelope ``{count, count_is_exact, next, previous, results}``."""

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """One page of rows in the view's order."""
        self.request = request
        self.terms = ordering.terms(queryset, view.order, view.ordering_fields)
        self.count = count_up_to_limit(queryset)
        size = int(request.query_params.get("page_size", PAGE_SIZE))
        state = self._state()
        reverse, seen = bool(state.get("r")), int(state.get("n", 0))
        left = COUNTED - seen if "q" in request.query_params and not reverse else sys.maxsize
        page, more = self._some(queryset, state.get("k"), size, left, reverse)
        if reverse:
            page.reverse()
        self._links(page, state, reverse=reverse, more=more, seen=seen)
        return page

    def walk(self, queryset: Any, request: Request, view: Any) -> Iterator[list[Any]]:
        """The rows of all pages, ``LARGEST_PAGE`` at a time; one empty list when there are none."""
        self.terms = ordering.terms(queryset, view.order, view.ordering_fields)
        left = COUNTED if "q" in request.query_params else sys.maxsize
        keys: list[Any] | None = None
        more = True
        while more:
            page, more = self._some(queryset, keys, LARGEST_PAGE, left)
            left -= len(page)
            keys = self._keys(page[-1]) if more else None
            yield page

    def _some(self, queryset: Any, keys: Any, size: int, left: int, reverse: bool = False) -> tuple[list[Any], bool]:
        """So many rows beyond a position, and whether there are more of those that are left."""
        size = min(size, left)
        found = list(self._rows(queryset, keys, reverse)[: size + 1])
        return found[:size], len(found) > size and left > size

    def _rows(self, queryset: Any, keys: list[Any] | None, reverse: bool) -> Any:
        rows = queryset.annotate(**{t.alias: t.expression for t in self.terms if t.alias != "pk"})
        if keys is not None:
            rows = rows.filter(after(self.terms, keys, reverse))
        return rows.order_by(*(t.order_by(reverse) for t in self.terms))

    def _keys(self, row: Any) -> list[Any]:
        return [plain(getattr(row, term.alias)) for term in self.terms]

    def _links(self, page: list[Any], state: dict[str, Any], *, reverse: bool, more: bool, seen: int) -> None:
        forward = bool(page) and (more or reverse)
        back = bool(page) and (more if reverse else bool(state))
        before = seen - len(page) if reverse else seen
        self.next = self._link(page[-1], before + len(page), reverse=False) if forward else None
        self.previous = self._link(page[0], before, reverse=True) if back else None

    def envelope(self, results: list[Any]) -> dict[str, Any]:
        """The members of a list reply."""
        return {
            "count": min(self.count, COUNTED),
            "count_is_exact": self.count <= COUNTED,
            "next": self.next,
            "previous": self.previous,
            "results": results,
        }

    def _signer(self) -> Signer:
        params = self.request.query_params
        query = sorted((key, tuple(params.getlist(key))) for key in params if key not in NOT_OF_THE_QUERY)
        # The salt binds a cursor to its query: with other filters or another order it is refused.
        return Signer(salt=hashlib.sha256(f"{self.request.path}{query}".encode()).hexdigest())

    def _state(self) -> dict[str, Any]:
        if not (given := self.request.query_params.getlist("cursor")):
            return {}
        try:
            (text,) = given
            state: dict[str, Any] = self._signer().unsign_object(text)
        except (BadSignature, ValueError):
            raise InvalidParameters(errors=[fault("invalid_cursor", BAD_CURSOR, parameter="cursor")]) from None
        return state

    def _link(self, row: Any, seen: int, *, reverse: bool) -> str:
        state: dict[str, Any] = {"k": self._keys(row)} | ({"r": 1} if reverse else {})
        if "q" in self.request.query_params:
            state["n"] = seen
        params = self.request.query_params.copy()
        params["cursor"] = self._signer().sign_object(state)
        return f"{self.request.path}?{params.urlencode(safe=':,')}"


def after(terms: list[Term], keys: list[Any], reverse: bool) -> Q:
    """The rows beyond a position: past the first key, or level with it and past the second, and so on."""
    condition, level = Q(pk__in=[]), Q()
    for term, key in zip(terms, keys, strict=True):
        condition |= level & term.beyond(key, reverse)
        level &= term.equal(key)
    return condition


def plain(value: Any) -> Any:
    """A key as JSON holds it without loss."""
    if isinstance(value, (str, int, float, type(None))):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def count_up_to_limit(queryset: QuerySet[Any]) -> int:
    """The number of rows, or one more than is counted."""
    return queryset.order_by().values("pk")[: COUNTED + 1].count()


def page_size_faults(given: list[str]) -> list[Fault]:
    """What is wrong with ``page_size``."""
    if not given or (len(given) == 1 and 1 <= (whole_number(given[0]) or 0) <= LARGEST_PAGE):
        return []
    return [fault("out_of_range", f"Give one whole number from 1 to {LARGEST_PAGE}.", parameter="page_size")]
