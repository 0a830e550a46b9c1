"""``/kits/``."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from vivavoce.core.facets import Facet
from vivavoce.core.permissions import PublicRead
from vivavoce.interviews.filters.kits import KitFilterSet
from vivavoce.interviews.models import Kit, KitItem, KitPurpose
from vivavoce.interviews.serializers.kits import KitSerializer
from vivavoce.packs.readonly import PackRowsViewSet
from vivavoce.packs.versions import VersionParameter, unknown_version
from vivavoce.questions.filters import qualities, roles
from vivavoce.questions.models import Level


class KitViewSet(VersionParameter, PackRowsViewSet[Kit]):
    """Plans of interviews: the newest version of each; an older one by ``version`` or by its id."""

    permission_classes = [PublicRead]
    serializer_class = KitSerializer
    filterset_class = KitFilterSet
    ordering_fields = {
        "slug": "slug",
        "title": "title",
        "minutes": "minutes",
        "level": "level_order",
        "updated_at": "updated_at",
    }
    default_ordering = ("level", "slug")
    facets = {
        "purpose": Facet("purpose", choices=KitPurpose.choices),
        "level": Facet("level", choices=Level.choices),
        "role": Facet("role", queryset=roles, label="title"),
        "focus": Facet("focus", queryset=qualities),
    }
    scope = "bank"
    detail_parameters = ("version",)
    lookup_description = "Slug or id"

    def get_queryset(self) -> QuerySet[Kit]:
        """What the caller may see, with everything that a reply shows."""
        items = KitItem.objects.select_related("question_version__question__current")
        rows = Kit.objects.visible_to(self.request.user).select_related("pack", "role", "rubric")
        return rows.prefetch_related("focus", Prefetch("items", items))

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
        """One kit; without ``version`` its newest published text."""
        return self.represent(self.get_object())
