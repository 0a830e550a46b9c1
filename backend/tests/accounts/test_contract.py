from datetime import timedelta
from typing import Any

from django.utils import timezone

from vivavoce.accounts import services
from vivavoce.accounts.models import Token
from vivavoce.accounts.views import TokenViewSet
from vivavoce.core.testing.contract import ResourceContract

SOON = "2100-01-01T00:00:00Z"
LONG_AGO = "2000-01-01T00:00:00Z"


class TestTokens(ResourceContract):
    path = "/api/v1/tokens/"
    viewset = TokenViewSet
    filters = {
        "name=TOKEN 0,token 1": [0, 1],
        "name__not=token 0": [1, 2],
        "name__contains=2": [2],
        "scope=me:read": [1],
        "scope=me:read,bank:read": [0, 1, 2],
        "scope__not=me:read": [0, 2],
        f"expires_at__gte={SOON}": [],
        f"expires_at__lte={SOON}": [0, 1, 2],
        f"last_used_at__gte={LONG_AGO}": [2],
        f"last_used_at__lte={SOON}": [2],
        "last_used_at__isnull=true": [0, 1],
    }

    def make(self, owner: Any, number: int) -> Token:
        scopes = ["bank:read"] if number % 2 == 0 else ["bank:read", "me:read"]
        token, _ = services.make_token(owner=owner, name=f"token {number}", scopes=scopes)
        if number % 3 == 2:
            Token.objects.filter(pk=token.pk).update(last_used_at=timezone.now() - timedelta(hours=1))
        return token

    def exact(self, row: Token) -> dict[str, Any]:
        def when(moment: Any) -> str:
            return str(moment.isoformat().replace("+00:00", "Z"))

        return {
            "id": str(row.pk),
            "url": f"/api/v1/tokens/{row.pk}/",
            "name": "token 0",
            "hint": row.hint,
            "scopes": ["bank:read"],
            "expires_at": when(row.expires_at),
            "last_used_at": None,
            "created_at": when(row.created_at),
            "updated_at": when(row.updated_at),
        }

    def remove(self, row: Token) -> None:
        services.revoke(row)
