"""By what kits can be filtered."""

from __future__ import annotations

from django.db.models import QuerySet
from rest_framework.request import Request

from vivavoce.core.filters import AnyOf, AnyOfSlug, AnyOfText, Range, ResourceFilterSet
from vivavoce.interviews.models import Kit, KitPurpose
from vivavoce.packs.models import Pack
from vivavoce.questions.filters import packs, qualities, questions, roles
from vivavoce.questions.models import Level, Status
from vivavoce.rubrics.filters import rubrics


def kits(request: Request) -> QuerySet[Kit]:
    """The kits that the caller may name."""
    return Kit.objects.visible_to(request.user).current()


def packs_of_kits(request: Request) -> QuerySet[Pack]:
    """The packs that may be named where kits are read."""
    return packs(request) | Pack.objects.filter(pk__in=kits(request).order_by().values("pack"))


class KitFilterSet(ResourceFilterSet):
    """Everything that somebody would look for a kit by."""

    slug = AnyOfSlug("pk", queryset=kits, help="Any of these slugs")
    title = AnyOfText("title")
    purpose = AnyOf("purpose", choices=KitPurpose.choices)
    role = AnyOfSlug("role", queryset=roles)
    level = AnyOf("level", choices=Level.choices)
    focus = AnyOfSlug("focus", queryset=qualities, all_lookup=True, help="In focus: any of these qualities")
    question = AnyOfSlug(
        "items__question_version__question", queryset=questions, all_lookup=True, help="Asks any of these questions"
    )
    rubric = AnyOfSlug("rubric", queryset=rubrics, help="Judged by any of these rubrics")
    minutes = Range("minutes", help="Length of the whole interview")
    status = AnyOf("status", choices=Status.choices)
    pack = AnyOfSlug("pack", queryset=packs_of_kits)
    version = Range("version", help="Version of its text")
