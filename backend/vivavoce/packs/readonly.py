"""What a pack holds is changed in its files: every attempt to write over the API says so."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from rest_framework.response import Response

from vivavoce.core.problems import ManagedByPack
from vivavoce.core.viewsets import M, ReadOnlyResourceViewSet

_WRITES = {"POST", "PUT", "PATCH", "DELETE"}


class PackRowsViewSet(ReadOnlyResourceViewSet[M]):
    """A resource whose rows come from packs: list and detail.

    Whoever may not write at all is refused first (401, 403); a row that one may not see is 404; everything else that
    would write is 409 ``managed_by_pack``. These methods are not offered, so they stand in no list of operations.
    """

    def http_method_not_allowed(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """Say where the row is changed."""
        if request.method not in _WRITES:
            return super().http_method_not_allowed(request, *args, **kwargs)
        key = kwargs.get(self.lookup_field)
        if key is not None and not self.get_queryset().filter(self.lookup_query(key)).exists():
            raise Http404
        raise ManagedByPack
