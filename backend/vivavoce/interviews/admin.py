"""Kits in the admin, to look at. Interviews are not there: they are nobody's business but their owner's."""

from __future__ import annotations

from django.contrib import admin

from vivavoce.interviews.models import Kit
from vivavoce.packs.admin import PackRowsAdmin


@admin.register(Kit)
class KitAdmin(PackRowsAdmin):
    """Every version of every kit."""

    list_display = ("slug", "version", "status", "is_current", "purpose", "level", "minutes")
    list_filter = ("status", "purpose", "level")
