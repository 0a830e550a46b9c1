"""``/invitations/``: links by which a partner joins a mock interview."""

from __future__ import annotations

from typing import Any, cast

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view

from vivavoce.accounts.models import Person
from vivavoce.core.bulk import Made
from vivavoce.core.viewsets import ResourceViewSet
from vivavoce.interviews.filters.items import InvitationFilterSet
from vivavoce.interviews.models import Invitation
from vivavoce.interviews.serializers.invitations import InvitationSerializer, NewInvitationSerializer
from vivavoce.interviews.services import invitations


@extend_schema_view(create=extend_schema(request=InvitationSerializer, responses={201: NewInvitationSerializer}))
class InvitationViewSet(ResourceViewSet[Invitation]):
    """One's own invitations to mock interviews: used once, valid for a week, until they are taken back."""

    serializer_class = InvitationSerializer
    filterset_class = InvitationFilterSet
    ordering_fields = {"expires_at": "expires_at", "created_at": "created_at"}
    default_ordering = ("-created_at",)
    scope = "interviews"
    lookup_description = "Id"
    secret_members = ("secret", "link")
    http_method_names = ["get", "post", "delete", "head", "options"]

    def get_queryset(self) -> QuerySet[Invitation]:
        """Those that one made."""
        rows = Invitation.objects.visible_to(self.request.user)
        return rows.select_related("interview__application__opening")

    def create_one(self, data: Any) -> Made[Invitation]:
        """Make a link. The reply holds its secret, which is never shown again."""
        wanted = self.checked(InvitationSerializer, data)
        person = cast(Person, self.request.user)
        invitation, secret = invitations.invite(wanted["interview"], person=person, role=wanted["role"])
        return Made(invitation, shown_once={"secret": secret, "link": f"/invitation#{secret}"})

    def perform_destroy(self, instance: Invitation) -> None:
        """Take it back: the link stops working at once."""
        invitations.revoke(instance)
