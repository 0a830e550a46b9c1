"""Addresses of practice."""

from __future__ import annotations

from django.urls import URLPattern, path
from rest_framework.routers import SimpleRouter

from vivavoce.practice.views import today as views
from vivavoce.practice.views.attempts import AttemptViewSet
from vivavoce.practice.views.claim import ClaimView
from vivavoce.practice.views.memory import CardViewSet, PracticeSessionViewSet, PreviewView, ReviewViewSet

BLOCKS = {
    "due": views.DueView,
    "next-interview": views.NextInterviewView,
    "plan": views.PlanView,
    "readiness": views.ReadinessView,
    "weak-spots": views.WeakSpotsView,
    "activity": views.ActivityView,
    "steps": views.StepMarksView,
}

urlpatterns: list[URLPattern] = [
    path("practice/claim/", ClaimView.as_view(), name="practice-claim"),
    path("practice/preview/", PreviewView.as_view(), name="practice-preview"),
    path("today/", views.TodayView.as_view(), name="today"),
    *(path(f"today/{block}/", view.as_view(), name=f"today-{block}") for block, view in BLOCKS.items()),
    path("today/steps/<str:slug>/", views.StepMarkView.as_view(), name="today-step"),
]


def register(router: SimpleRouter) -> None:
    """Add what this app offers."""
    router.register("attempts", AttemptViewSet, basename="attempt")
    router.register("cards", CardViewSet, basename="card")
    router.register("reviews", ReviewViewSet, basename="review")
    router.register("practice-sessions", PracticeSessionViewSet, basename="practicesession")
