"""Rubrics over the API."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from vivavoce.core.facets import Facet
from vivavoce.core.permissions import PublicRead
from vivavoce.packs.readonly import PackRowsViewSet
from vivavoce.packs.versions import VersionParameter, unknown_version
from vivavoce.questions.filters import qualities, roles
from vivavoce.questions.models import Level
from vivavoce.rubrics.filters import RubricFilterSet
from vivavoce.rubrics.models import Criterion, Rubric
from vivavoce.rubrics.serializers import RubricSerializer


class RubricViewSet(VersionParameter, PackRowsViewSet[Rubric]):
    """Rubrics by role and level: the newest version of each; an older one by ``version`` or by its id."""

    permission_classes = [PublicRead]
    serializer_class = RubricSerializer
    filterset_class = RubricFilterSet
    ordering_fields = {"slug": "slug", "title": "title", "level": "level_order", "updated_at": "updated_at"}
    default_ordering = ("level", "slug")
    facets = {
        "level": Facet("level", choices=Level.choices),
        "role": Facet("role", queryset=roles, label="title"),
        "quality": Facet("criteria__quality", queryset=qualities),
    }
    scope = "bank"
    detail_parameters = ("version",)
    lookup_description = "Slug or id"

    def get_queryset(self) -> QuerySet[Rubric]:
        """What the caller may see; lists hold one version of each."""
        criteria = Criterion.objects.select_related("quality")
        rows = Rubric.objects.visible_to(self.request.user).select_related("pack", "role")
        return rows.prefetch_related(Prefetch("criteria", criteria))

    def lookup_query(self, value: str) -> Q:
        """A slug means the newest version, or the one that is asked for; an id means one version."""
        found, number = super().lookup_query(value), self.wanted_version()
        if found != Q(slug=value):
            return found
        if number is None:
            return found & Q(is_current=True)
        known = self.get_queryset().filter(found).values_list("version", flat=True)
        if known and number not in known:
            raise unknown_version(number, known)
        return found & Q(version=number)

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """One row a slug."""
        return super().filter_queryset(queryset).filter(is_current=True)

    @extend_schema(
        parameters=[OpenApiParameter("version", OpenApiTypes.INT, description="An older version of its text")]
    )
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One rubric; without ``version`` its newest published text."""
        return self.represent(self.get_object())
