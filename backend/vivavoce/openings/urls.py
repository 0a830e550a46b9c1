"""Addresses of openings and applications."""

from __future__ import annotations

from rest_framework.routers import SimpleRouter

from vivavoce.openings.views import ApplicationViewSet, OpeningViewSet


def register(router: SimpleRouter) -> None:
    """Add the resources."""
    router.register("openings", OpeningViewSet, basename="opening")
    router.register("applications", ApplicationViewSet, basename="application")
