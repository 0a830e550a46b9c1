"""How invitations to mock interviews look to programs."""

from __future__ import annotations

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.request import Request

from vivavoce.core.serializers import RelatedObject, ResourceSerializer, StrictSerializer
from vivavoce.interviews.models import Interview, Invitation
from vivavoce.interviews.serializers.interviews import InterviewSerializer

ROLES = [("interviewer", "Interviewer"), ("candidate", "Candidate")]


def own_mocks(request: Request) -> QuerySet[Interview]:
    """The interviews that the caller may invite a partner to."""
    return Interview.objects.filter(owner=request.user.pk).select_related("application__opening")


class InvitationSerializer(ResourceSerializer[Invitation]):
    """A link that lets one partner join a mock interview within seven days."""

    interview = RelatedObject(InterviewSerializer, queryset=own_mocks)
    role = serializers.ChoiceField(choices=ROLES, default="interviewer", help_text="What the partner will be.")

    class Meta:
        model = Invitation
        fields: tuple[str, ...] = (
            "id", "url", "interview", "role", "expires_at", "accepted_at", "created_at", "updated_at",
        )  # fmt: skip
        expandable = ()
        read_only_fields = ("expires_at", "accepted_at")


class NewInvitationSerializer(InvitationSerializer):
    """An invitation just made, with its secret and link: shown now and never again."""

    secret = serializers.CharField(read_only=True, allow_null=True, help_text="Null when the reply is replayed.")
    link = serializers.CharField(
        read_only=True, allow_null=True, help_text="Path of the page that accepts it; null when the reply is replayed."
    )

    class Meta(InvitationSerializer.Meta):
        fields = (*InvitationSerializer.Meta.fields, "secret", "link")


class AcceptSerializer(StrictSerializer):
    """What a link holds behind its #."""

    secret = serializers.CharField(max_length=100)
