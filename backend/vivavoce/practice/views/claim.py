"""``/practice/claim/``."""

from __future__ import annotations

from typing import cast

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from vivavoce.accounts.models import Person
from vivavoce.core.viewsets import StrictParameters
from vivavoce.practice.serializers.claims import ClaimedSerializer, ClaimSerializer
from vivavoce.practice.services.claim import claim


class ClaimView(StrictParameters):
    """Takes over what somebody practised before they had an account."""

    scope = "practice"

    @extend_schema(
        summary="Claim what was practised as a guest",
        tags=["practice"],
        request=ClaimSerializer,
        responses={200: OpenApiResponse(ClaimedSerializer)},
    )
    def post(self, request: Request) -> Response:
        """Up to 200 attempts and 1,000 reviews, all of them or, when one is wrong, none.

        Entries are known by the ids that the browser chose: sent again, they change nothing and count as known.
        What a fast clock dated ahead of ours is taken as of now; a question may be retired or renamed meanwhile.
        """
        serializer = ClaimSerializer(data=request.data, context={"request": request})
        serializer.is_valid(raise_exception=True)
        entries = serializer.validated_data
        return Response(claim(cast(Person, request.user), entries["attempts"], entries["reviews"]))
