"""``/kits/``."""

from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet

from vivavoce.core.facets import Facet
from vivavoce.core.permissions import PublicRead
from vivavoce.interviews.filters.kits import KitFilterSet
from vivavoce.interviews.models import Interview, Kit, KitItem, KitPurpose
from vivavoce.interviews.serializers.kits import KitSerializer
from vivavoce.packs.versions import VersionedRowsViewSet
from vivavoce.questions.filters import qualities, roles
from vivavoce.questions.models import Level


class KitViewSet(VersionedRowsViewSet[Kit]):
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

    def get_queryset(self) -> QuerySet[Kit]:
        """What the caller may see, with everything that a reply shows."""
        items = KitItem.objects.select_related("question_version__question__current")
        person = self.request.user
        rows = Kit.objects.visible_to(person)
        if self.action == "retrieve":  # what an interview was held by stays, whatever became of its questions
            held = Interview.objects.plan_open_to(person).values("kit")
            rows = Kit.objects.filter(Q(pk__in=rows.values("pk")) | Q(pk__in=held))
        rows = rows.select_related("pack", "role", "rubric")
        return rows.prefetch_related("focus", Prefetch("items", items))
