"""Addresses of interviews."""

from __future__ import annotations

from django.urls import URLPattern, path
from rest_framework.routers import SimpleRouter

from vivavoce.interviews.views.interviews import InterviewViewSet
from vivavoce.interviews.views.kits import KitViewSet
from vivavoce.interviews.views.retrospectives import RetrospectiveViewSet

urlpatterns: list[URLPattern] = [
    path(
        "interviews/<str:interview>/retrospective/",
        RetrospectiveViewSet.as_view(
            {"get": "retrieve", "post": "create", "patch": "partial_update", "delete": "destroy"}
        ),
        name="interview-retrospective",
    )
]


def register(router: SimpleRouter) -> None:
    """Add kits and interviews."""
    router.register("kits", KitViewSet, basename="kit")
    router.register("interviews", InterviewViewSet, basename="interview")
