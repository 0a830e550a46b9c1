"""Rubrics in the admin, to look at."""

from __future__ import annotations

from django.contrib import admin

from vivavoce.packs.admin import PackRowsAdmin
from vivavoce.rubrics.models import Rubric


@admin.register(Rubric)
class RubricAdmin(PackRowsAdmin):
    """Every version of every rubric."""

    list_display = ("slug", "version", "status", "is_current", "level")
    list_filter = ("status", "level")
