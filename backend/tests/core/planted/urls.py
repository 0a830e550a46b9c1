from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path
from rest_framework.routers import SimpleRouter

from config.urls import handler400, handler500
from config.urls import urlpatterns as project
from tests.core.planted.views import MarkViewSet, ShelfViewSet, ThingViewSet

router = SimpleRouter(use_regex_path=False)
router.register("things", ThingViewSet, basename="thing")
router.register("shelves", ShelfViewSet, basename="shelf")
router.register("marks", MarkViewSet, basename="mark")

urlpatterns: list[URLPattern | URLResolver] = [path("api/v1/", include(router.urls)), *project]

__all__ = ["handler400", "handler500", "urlpatterns"]
