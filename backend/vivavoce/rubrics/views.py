"""Rubrics over the API."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from vivavoce.core.facets import Facet
from vivavoce.core.permissions import PublicRead
from vivavoce.packs.versions import VersionedRowsViewSet
from vivavoce.questions.filters import qualities, roles
from vivavoce.questions.models import Level
from vivavoce.rubrics.filters import RubricFilterSet
from vivavoce.rubrics.models import Criterion, Rubric
from vivavoce.rubrics.serializers import RubricSerializer


class RubricViewSet(VersionedRowsViewSet[Rubric]):
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

    def get_queryset(self) -> QuerySet[Rubric]:
        """What the caller may see; lists hold one version of each."""
        criteria = Criterion.objects.select_related("quality")
        rows = Rubric.objects.visible_to(self.request.user).select_related("pack", "role")
        return rows.prefetch_related(Prefetch("criteria", criteria))
