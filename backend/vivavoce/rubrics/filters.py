"""By what rubrics can be filtered."""

from __future__ import annotations

from django.db.models import QuerySet
from rest_framework.request import Request

from vivavoce.core.filters import AnyOf, AnyOfSlug, AnyOfText, Range, ResourceFilterSet
from vivavoce.packs.models import Pack
from vivavoce.questions.filters import packs, qualities, roles
from vivavoce.questions.models import Level, Status
from vivavoce.rubrics.models import Rubric


def rubrics(request: Request) -> QuerySet[Rubric]:
    """The rubrics that the caller may name."""
    return Rubric.objects.visible_to(request.user).current()


def packs_of_rubrics(request: Request) -> QuerySet[Pack]:
    """The packs that may be named where rubrics are read."""
    return packs(request) | Pack.objects.filter(pk__in=rubrics(request).order_by().values("pack"))


class RubricFilterSet(ResourceFilterSet):
    """Everything that somebody would look for a rubric by."""

    slug = AnyOfSlug("pk", queryset=rubrics, help="Any of these slugs")
    title = AnyOfText("title")
    role = AnyOfSlug("role", queryset=roles)
    level = AnyOf("level", choices=Level.choices)
    quality = AnyOfSlug("criteria__quality", queryset=qualities, all_lookup=True)
    status = AnyOf("status", choices=Status.choices)
    pack = AnyOfSlug("pack", queryset=packs_of_rubrics)
    version = Range("version", help="Version of its text")
