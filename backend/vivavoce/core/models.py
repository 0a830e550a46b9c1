"""The rows of every resource: a UUIDv7 key, two times, and where several may write, a counter; and kept replies."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.db import models
from uuid6 import uuid7

if TYPE_CHECKING:
    _Uuids = models.UUIDField[uuid.UUID | str | None, uuid.UUID]
else:
    _Uuids = models.UUIDField


def new_id() -> uuid.UUID:
    """A new UUIDv7: unique, and sorted by the time of its making."""
    return uuid.UUID(int=uuid7().int)


class Resource(models.Model):
    """What every resource has: ``id``, ``created_at`` and ``updated_at`` (UTC)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class KeyField(_Uuids):
    """The id that a reply shows, where callers may choose it; of what nobody chose it is the row's own.

    It is unique among the rows of its owner only: the same id in another's hands is neither refused nor noticed.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"default": None, "editable": False, **options})

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Django's; what was not chosen is set now."""
        if getattr(model_instance, self.attname) is None:
            setattr(model_instance, self.attname, model_instance.pk)
        return super().pre_save(model_instance, add)


class Counted(Resource):
    """A row that several may write: the database raises ``row_version`` at each update, so that no lost update hides.

    Needs ``CountChanges`` (core.operations) in a migration of its app.
    """

    row_version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


class StoredReply(models.Model):
    """The reply of a POST that was sent with an ``Idempotency-Key`` (core.idempotency); its secrets are null.

    The person is no foreign key: core stands below accounts. Row-level security binds the row to them.
    """

    claim = models.UUIDField(primary_key=True, editable=False)  # of person, route and key
    person = models.UUIDField()
    route = models.TextField()
    key = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)  # of what makes two requests the same
    status = models.PositiveSmallIntegerField()
    headers = models.JSONField()
    body = models.TextField(blank=True)
    created_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.status} of {self.route}"
