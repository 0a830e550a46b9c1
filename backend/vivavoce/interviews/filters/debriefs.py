"""By what debriefs can be filtered."""

from __future__ import annotations

from vivavoce.core.filters import AnyOf, Flag, ResourceFilterSet
from vivavoce.interviews.models import Debrief


class DebriefFilterSet(ResourceFilterSet):
    """By what they are about, and by what the caller may know of them."""

    purpose = AnyOf("purpose", choices=["hiring", "mock"])
    is_open = Flag("is_open", help="True when one may read the cards")
    decided = Flag("decided", help="True when one may read a decision")

    class Meta:
        model = Debrief
        fields: list[str] = []
