"""By what scorecards can be filtered: among those that one may read, nothing else is counted."""

from __future__ import annotations

from vivavoce.core.filters import AnyOf, AnyOfId, Flag, ResourceFilterSet
from vivavoce.interviews.models import Scorecard
from vivavoce.interviews.serializers.scorecards import CARD_STATES


class ScorecardFilterSet(ResourceFilterSet):
    """One's own and those that one may read."""

    interview = AnyOfId("interview", help="Of any of these interviews")
    application = AnyOfId("interview__application", help="Of any of these applications")
    state = AnyOf("state", choices=CARD_STATES)
    is_mine = Flag("is_mine", help="True for one's own")

    class Meta:
        model = Scorecard
        fields: list[str] = []
