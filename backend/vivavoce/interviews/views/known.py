"""Views of scorecards, and of whatever shows something of them."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

from django.db import connection, transaction
from django.http.response import HttpResponseBase
from rest_framework import status
from rest_framework.request import Request
from rest_framework.views import APIView

from vivavoce.accounts.models import Person
from vivavoce.core.known import let_know
from vivavoce.interviews import blindness


class KnownToTheDatabase(APIView):
    """Mixin: runs the whole request in one transaction in which the database knows who asks.

    It is local to that transaction: a connection that serves the next request keeps nobody.
    """

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """DRF's; what is refused leaves nothing written."""
        with transaction.atomic():
            response = super().dispatch(request, *args, **kwargs)
            if response.status_code >= status.HTTP_400_BAD_REQUEST:
                transaction.set_rollback(True)
        if connection.in_atomic_block:
            let_know("")  # inside somebody's transaction (tests): forget by hand what the end would forget
        return response

    def perform_authentication(self, request: Request) -> None:
        """DRF's, and the database learns who it is."""
        super().perform_authentication(request)
        let_know(str(request.user.pk) if isinstance(request.user, Person) else "")

    def reading(self) -> AbstractContextManager[None]:
        """A stream reads on after the request's transaction has ended: each page in one of its own."""
        return blindness.acting_as(self.request.user)
