"""``?version=`` of a detail address: an older text of something whose versions never change."""

from __future__ import annotations

from collections.abc import Iterable

from rest_framework.request import Request

from vivavoce.core.hints import Hint
from vivavoce.core.problems import Fault, InvalidParameters, fault
from vivavoce.core.viewsets import StrictParameters


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
    return len(given) == 1 and given[0].isascii() and given[0].isdigit() and 1 <= int(given[0][:20]) < 2**31


def unknown_version(number: int, known: Iterable[int]) -> InvalidParameters:
    """The problem of a version that there is not, with those that there are."""
    hint = Hint("not_allowed", word=str(number), allowed=sorted(known))
    return InvalidParameters(errors=[fault(hint, f"There is no version {number}.", parameter="version")])
