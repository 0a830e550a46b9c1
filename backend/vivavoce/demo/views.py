"""``/demo/erase/``."""

from __future__ import annotations

from django.contrib.auth import logout
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from vivavoce.accounts.models import Person
from vivavoce.core.problems import Forbidden
from vivavoce.core.viewsets import StrictParameters
from vivavoce.demo import services


class EraseDemoView(StrictParameters):
    """Ends the demo world, for the demo person only."""

    scope = "me"

    @extend_schema(summary="Erase the demo world", tags=["demo"], request=None, responses={204: None})
    def post(self, request: Request) -> Response:
        """Remove the demo person and all that is theirs, and sign them out. Not offered in production mode."""
        services.refuse_in_production()
        if not (isinstance(request.user, Person) and request.user.is_demo):
            raise Forbidden("Only the demo person can erase the demo world. Sign in as them first.")
        services.erase()
        logout(request._request)
        return Response(status=status.HTTP_204_NO_CONTENT)
