"""Who may use an address at all; which rows somebody sees is the queryset's business."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from vivavoce.core.problems import Forbidden

if TYPE_CHECKING:  # DRF's views import this module through the settings
    from rest_framework.views import APIView


class Authenticated(BasePermission):
    """Signed in, or with a token that has the scope of the address."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Refuse anonymous callers and tokens without the scope."""
        check_scope(request, view)
        return bool(request.user.is_authenticated)


class PublicRead(Authenticated):
    """Anyone may read; writing needs somebody who is known."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Let safe methods pass."""
        known = super().has_permission(request, view)
        return known or request.method in SAFE_METHODS


def check_scope(request: Request, view: APIView) -> None:
    """Refuse a token that was not given the scope of this address; sessions have no scopes."""
    scope = f"{getattr(view, 'scope', '')}:{'read' if request.method in SAFE_METHODS else 'write'}"
    token: Any = request.auth  # accounts stands above core
    if token is not None and not token.allows(scope):
        raise Forbidden(f'This token was not given the scope "{scope}".', required_scope=scope)
