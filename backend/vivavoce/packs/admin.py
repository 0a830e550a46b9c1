"""The admin of what packs hold: to look at, never to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from vivavoce.packs.models import Pack

if TYPE_CHECKING:
    Base = admin.ModelAdmin[Any]
else:
    Base = admin.ModelAdmin  # generic for the type checker only


class PackRowsAdmin(Base):
    """Rows that come from packs: the file is the place to change them."""

    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody."""
        return False


@admin.register(Pack)
class PackAdmin(PackRowsAdmin):
    """Packs as loaded."""

    list_display = ("slug", "title", "version", "updated_at")
