"""Addresses of accounts."""

from __future__ import annotations

from django.urls import URLPattern, path
from rest_framework.routers import SimpleRouter

from vivavoce.accounts.views import ColleagueViewSet, MeView, TokenViewSet

urlpatterns: list[URLPattern] = [path("me/", MeView.as_view(), name="me")]


def register(router: SimpleRouter) -> None:
    """Add the resources."""
    router.register("tokens", TokenViewSet, basename="token")
    router.register("colleagues", ColleagueViewSet, basename="person")
