"""Addresses of rubrics."""

from __future__ import annotations

from rest_framework.routers import SimpleRouter

from vivavoce.rubrics.views import RubricViewSet


def register(router: SimpleRouter) -> None:
    """Add rubrics."""
    router.register("rubrics", RubricViewSet, basename="rubric")
