"""Addresses of interviews."""

from __future__ import annotations

from django.urls import URLPattern, path
from rest_framework.routers import SimpleRouter

from vivavoce.interviews.retrospective_views import RetrospectiveViewSet
from vivavoce.interviews.views import InterviewViewSet

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
    """Add the resources."""
    router.register("interviews", InterviewViewSet, basename="interview")
