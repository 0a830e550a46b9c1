"""Rows that several people write: a change must say which state of the row it was made from."""

from __future__ import annotations

from typing import Any

from vivavoce.core.problems import Problem
from vivavoce.core.viewsets import M, ResourceView


class PreconditionRequired(Problem, status=428, title="Say which state you read"):
    """Several people may write this row, and your request does not say which state of it you saw. Nothing was written.

    Read the row, and send ``If-Match`` with the ``ETag`` of that reply.
    """

    example = {"headers": {"ETag": '"4-6bd3f51e0a1c2f5d9e77"'}}


class IfMatchRequired(ResourceView[M]):
    """Mixin of viewsets, before the viewset: changing and deleting need ``If-Match``. Add 428 to ``extra_statuses``."""

    def is_shared(self, row: Any) -> bool:
        """True when several people may write this row; by default each may be."""
        return True

    def get_object(self) -> M:
        """The row, unless a change does not say what it was made from; the problem names the present tag."""
        row = super().get_object()
        if (
            self.request.method in {"PATCH", "DELETE"}
            and "If-Match" not in self.request.headers
            and self.is_shared(row)
        ):
            raise PreconditionRequired(headers={"ETag": self._tag_of(row)})
        return row
