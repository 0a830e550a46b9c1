"""The bank in the admin, to look at."""

from __future__ import annotations

from django.contrib import admin

from vivavoce.packs.admin import PackRowsAdmin
from vivavoce.questions.models import Category, Quality, Question, QuestionVersion, Role, Step, Topic


@admin.register(Category, Topic, Quality, Role, Step)
class TermAdmin(PackRowsAdmin):
    """Categories, topics, qualities, roles and steps."""

    list_display = ("slug", "pack", "retired", "updated_at")
    list_select_related = ("pack",)
    search_fields = ("slug",)


@admin.register(Question)
class QuestionAdmin(PackRowsAdmin):
    """Questions by number."""

    list_display = ("number", "slug", "status", "pack", "updated_at")
    list_filter = ("status", "pack")
    list_select_related = ("pack",)
    search_fields = ("slug", "number")


@admin.register(QuestionVersion)
class QuestionVersionAdmin(PackRowsAdmin):
    """The texts of questions."""

    list_display = ("question", "version", "status", "kind", "level", "category")
    list_filter = ("status", "kind", "level", "category")
    list_select_related = ("question", "category")
