"""By what rubrics can be filtered."""

from __future__ import annotations

from django.db.models import QuerySet
from rest_framework.request import Request

from vivavoce.core.filters import AnyOf, AnyOfSlug, AnyOfText, Range, ResourceFilterSet
from vivavoce.packs.models import Pack
from vivavoce.questions.filters import qualities, roles
from vivavoce.questions.models import Level, Status
from vivavoce.rubrics.models import Rubric


def rubrics(request: Request) -> QuerySet[Rubric]:
    """The rubrics that the caller may name."""
    return Rubric.objects.visible_to(request.user).current()


class RubricFilterSet(ResourceFilterSet):
    """Everything that somebody would look for a rubric by."""

    slug = AnyOfSlug("pk", queryset=rubrics, help="Any of these slugs")
    title = AnyOfText("title")
    role = AnyOfSlug("role", queryset=roles)
    level = AnyOf("level", choices=Level.choices)
    quality = AnyOfSlug("criteria__quality", queryset=qualities, all_lookup=True)
    status = AnyOf("status", choices=Status.choices)
    pack = AnyOfSlug("pack", queryset=Pack.objects.all())
    version = Range("version", help="Version of its text")
