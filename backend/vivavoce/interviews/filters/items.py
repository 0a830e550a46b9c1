"""What the questions of an interview and the invitations to it can be filtered by."""

from __future__ import annotations

from vivavoce.core.filters import AnyOf, AnyOfId, DateTimeRange, ResourceFilterSet
from vivavoce.interviews.models import Asked, InterviewItem, Invitation


class InterviewItemFilterSet(ResourceFilterSet):
    """Items by their interview and what became of them."""

    interview = AnyOfId("interview", help="Of any of these interviews")
    asked = AnyOf("asked", choices=[choice for choice in Asked.choices if choice[0]], help="What became of it")

    class Meta:
        model = InterviewItem
        fields: list[str] = []


class InvitationFilterSet(ResourceFilterSet):
    """Invitations by their interview and whether somebody followed them."""

    interview = AnyOfId("interview", help="To any of these interviews")
    accepted_at = DateTimeRange("accepted_at", null=True, help="Time of the acceptance")

    class Meta:
        model = Invitation
        fields: list[str] = []
