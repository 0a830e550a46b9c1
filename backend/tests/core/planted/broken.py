"""The good resource with one fault each; every test that resources inherit has to notice its own."""

from __future__ import annotations

import secrets
from typing import Any

from django.db.models import QuerySet
from django.urls import URLPattern, URLResolver, include, path
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from tests.core.planted.filters import ThingFilterSet
from tests.core.planted.models import Thing
from tests.core.planted.serializers import ThingSerializer
from tests.core.planted.urls import urlpatterns as good
from tests.core.planted.views import ThingViewSet
from vivavoce.core.filters import Parameter, Rows
from vivavoce.core.pagination import KeysetPagination
from vivavoce.core.problems import Fault


class Open(ThingViewSet):
    """Lets strangers in."""

    permission_classes = [AllowAny]


class Leaking(ThingViewSet):
    """Shows everybody's rows."""

    def get_queryset(self) -> QuerySet[Thing]:
        """All of them."""
        return Thing.objects.select_related("shelf").prefetch_related("marks")


class NullWhenEmpty(ThingViewSet):
    """Answers null instead of an empty list."""

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Null for nothing."""
        reply: Response = super().list(request, *args, **kwargs)
        reply.data["results"] = reply.data["results"] or None
        return reply


class OffByOneSerializer(ThingSerializer):
    """Says another size."""

    def to_representation(self, instance: Thing) -> Any:
        """One too many."""
        return {**super().to_representation(instance), "size": instance.size + 1}


class OffByOne(ThingViewSet):
    """Replies wrongly."""

    serializer_class = OffByOneSerializer


class ChattySerializer(ThingSerializer):
    """Says more than its schema."""

    def to_representation(self, instance: Thing) -> Any:
        """One member too many."""
        return {**super().to_representation(instance), "secret": "yes"}


class Chatty(ThingViewSet):
    """Replies what it does not document."""

    serializer_class = ChattySerializer


class Lenient(ThingViewSet):
    """Ignores what it does not know."""

    def parameter_faults(self, request: Request) -> list[Fault]:
        """None, ever."""
        super().parameter_faults(request)
        return []


class OffsetPagination(KeysetPagination):
    """Counts rows instead of remembering a position."""

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """Skip so many rows."""
        self.count = queryset.count()
        start, size = int(request.query_params.get("cursor", 0)), int(request.query_params.get("page_size", 25))
        rows = list(queryset.order_by("name")[start : start + size])
        self.previous = None
        more = start + size < self.count
        self.next = f"{request.path}?page_size={size}&cursor={start + size}" if more else None
        return rows


class Offset(ThingViewSet):
    """Pages by offset."""

    pagination_class = OffsetPagination


class TiesPagination(KeysetPagination):
    """Forgets what decides between equal rows."""

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """Continue after the first key alone."""
        found = super().paginate_queryset(queryset, request, view)
        if found and self.next:
            self.terms = self.terms[:1]
            self.next = self._link(found[-1], len(found), reverse=False)
        return found

    def _state(self) -> dict[str, Any]:
        state = super()._state()
        self.terms = self.terms[:1] if state else self.terms
        return state


class Ties(ThingViewSet):
    """Skips rows that are equal in the order."""

    pagination_class = TiesPagination


class OneByOne(ThingViewSet):
    """Asks for the marks of each row."""

    def get_queryset(self) -> QuerySet[Thing]:
        """Without what the serializer needs."""
        return super().get_queryset().prefetch_related(None)


class SilentFilterSet(ThingFilterSet):
    """Has a filter that says nothing of itself."""

    colour = Parameter("name")


class SilentFilter(ThingViewSet):
    """Does not document a filter."""

    filterset_class = SilentFilterSet


class IdleFilterSet(ThingFilterSet):
    """Has filters that do nothing."""

    def filter_queryset(self, queryset: Rows) -> Rows:
        """All rows."""
        return queryset


class IdleFilter(ThingViewSet):
    """Does not filter."""

    filterset_class = IdleFilterSet


class ShrinkingFilterSet(ThingFilterSet):
    """Forgets that a group's own choice is not its own filter."""

    def without(self, name: str) -> Rows:
        """With it all the same."""
        return self.qs  # type: ignore[no-any-return]  # django-filter has no types


class Shrinking(ThingViewSet):
    """Counts facets among the chosen rows."""

    filterset_class = ShrinkingFilterSet


class Restless(ThingViewSet):
    """Never says the same twice."""

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """With a random member."""
        reply = super().retrieve(request, *args, **kwargs)
        return Response({**reply.data, "nonce": secrets.token_hex(4)})


BROKEN: list[type[ThingViewSet]] = [
    Open, Leaking, NullWhenEmpty, OffByOne, Chatty, Lenient, Offset, Ties, OneByOne, SilentFilter, IdleFilter,
    Shrinking, Restless,
]  # fmt: skip

router = SimpleRouter(use_regex_path=False)
for viewset in BROKEN:
    name = viewset.__name__.lower()
    router.register(f"broken-{name}", viewset, basename=f"broken-{name}")

urlpatterns: list[URLPattern | URLResolver] = [path("api/v1/", include(router.urls)), *good]
