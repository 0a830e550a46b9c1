"""``?version=`` of a detail address: an older text of something whose versions never change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from vivavoce.core.hints import Hint
from vivavoce.core.parameters import whole_number
from vivavoce.core.problems import Fault, InvalidParameters, fault
from vivavoce.core.viewsets import M, StrictParameters
from vivavoce.packs.readonly import PackRowsViewSet


class VersionParameter(StrictParameters):
    """Mixin of viewsets that read ``version``; put it before the viewset, and name it in ``detail_parameters``."""

    def parameter_faults(self, request: Request) -> list[Fault]:
        """Also of ``version``."""
        faults = super().parameter_faults(request)
        given = request.query_params.getlist("version") if "version" in getattr(self, "detail_parameters", ()) else []
        if getattr(self, "action", "") == "retrieve" and given and not is_version(given):
            faults.append(fault("not_a_number", "Give one version, a whole number from 1.", parameter="version"))
        return faults

    def wanted_version(self) -> int | None:
        """The version that a detail address asks for."""
        given = self.request.query_params.get("version") if getattr(self, "action", "") == "retrieve" else None
        return int(given) if given else None


def is_version(given: list[str]) -> bool:
    """True for one whole number that the database can hold."""
    return len(given) == 1 and 1 <= (whole_number(given[0]) or 0) < 2**31


def unknown_version(number: int, known: Iterable[int]) -> InvalidParameters:
    """The problem of a version that there is not, with those that there are."""
    hint = Hint("not_allowed", word=str(number), allowed=sorted(known))
    return InvalidParameters(errors=[fault(hint, f"There is no version {number}.", parameter="version")])


class VersionedRowsViewSet(VersionParameter, PackRowsViewSet[M]):
    """Pack rows of which every version is a row of its own, with ``slug``, ``version`` and ``is_current``."""

    detail_parameters = ("version",)
    lookup_description = "Slug or id"

    def lookup_query(self, value: str) -> Q:
        """A slug means the newest version, or the one that is asked for; an id means one version."""
        found, number = super().lookup_query(value), self.wanted_version()
        if found != Q(slug=value):
            return found
        if number is None:
            return found & Q(is_current=True)
        known = self.get_queryset().filter(found).values_list("version", flat=True)
        if known and number not in known:
            raise unknown_version(number, known)
        return found & Q(version=number)

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """One row a slug."""
        return super().filter_queryset(queryset).filter(is_current=True)

    @extend_schema(
        parameters=[
            OpenApiParameter("version", {"type": "integer", "minimum": 1}, description="An older version of its text")
        ]
    )
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One of them; without ``version`` its newest published text."""
        return self.represent(self.get_object())
