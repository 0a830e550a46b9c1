"""Addresses of practice."""

from __future__ import annotations

from django.urls import URLPattern, path
from rest_framework.routers import SimpleRouter

from vivavoce.practice.views.attempts import AttemptViewSet
from vivavoce.practice.views.memory import CardViewSet, PracticeSessionViewSet, PreviewView, ReviewViewSet

urlpatterns: list[URLPattern] = [path("practice/preview/", PreviewView.as_view(), name="practice-preview")]


def register(router: SimpleRouter) -> None:
    """Add what this app offers."""
    router.register("attempts", AttemptViewSet, basename="attempt")
    router.register("cards", CardViewSet, basename="card")
    router.register("reviews", ReviewViewSet, basename="review")
    router.register("practice-sessions", PracticeSessionViewSet, basename="practicesession")
