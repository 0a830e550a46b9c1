"""Addresses of practice."""

from __future__ import annotations

from rest_framework.routers import SimpleRouter

from vivavoce.practice.views.attempts import AttemptViewSet


def register(router: SimpleRouter) -> None:
    """Add what this app offers."""
    router.register("attempts", AttemptViewSet, basename="attempt")
