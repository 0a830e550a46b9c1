"""``/invitations/``: links by which a partner joins a mock interview."""

from __future__ import annotations

from typing import Any, cast

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from vivavoce.accounts.models import Person
from vivavoce.core.viewsets import ResourceViewSet
from vivavoce.interviews.filters.items import InvitationFilterSet
from vivavoce.interviews.models import Invitation
from vivavoce.interviews.serializers.invitations import InvitationSerializer, NewInvitationSerializer
from vivavoce.interviews.services import invitations


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

    @extend_schema(request=InvitationSerializer, responses={201: NewInvitationSerializer})
    @transaction.atomic
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Make a link. The reply holds its secret, which is never shown again."""
        wanted = self.body(InvitationSerializer)
        invitation, secret = invitations.invite(
            wanted["interview"], person=cast(Person, request.user), role=wanted["role"]
        )
        response = self.represent(invitation, status.HTTP_201_CREATED)
        response.data = {**response.data, "secret": secret, "link": f"/invitation#{secret}"}
        response["Location"] = f"{request.path}{invitation.pk}/"
        return response

    def perform_destroy(self, instance: Invitation) -> None:
        """Take it back: the link stops working at once."""
        invitations.revoke(instance)
