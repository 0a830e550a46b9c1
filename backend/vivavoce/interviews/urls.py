"""Addresses of interviews."""

from __future__ import annotations

from django.urls import URLPattern, path
from rest_framework.routers import SimpleRouter

from vivavoce.interviews.views.debriefs import DebriefViewSet
from vivavoce.interviews.views.interviews import InterviewViewSet
from vivavoce.interviews.views.invitations import InvitationViewSet
from vivavoce.interviews.views.items import InterviewItemViewSet
from vivavoce.interviews.views.kits import KitViewSet
from vivavoce.interviews.views.retrospectives import RetrospectiveViewSet
from vivavoce.interviews.views.scorecards import ScorecardViewSet

urlpatterns: list[URLPattern] = [
    path(
        "interviews/<str:interview>/retrospective/",
        RetrospectiveViewSet.as_view(
            {"get": "retrieve", "post": "create", "patch": "partial_update", "delete": "destroy"}
        ),
        name="interview-retrospective",
    ),
    path("invitations/accept/", InterviewViewSet.as_view({"post": "accept"}), name="invitation-accept"),
]


def register(router: SimpleRouter) -> None:
    """Add kits and interviews."""
    router.register("kits", KitViewSet, basename="kit")
    router.register("interviews", InterviewViewSet, basename="interview")
    router.register("interview-items", InterviewItemViewSet, basename="interviewitem")
    router.register("invitations", InvitationViewSet, basename="invitation")
    router.register("scorecards", ScorecardViewSet, basename="scorecard")
    router.register("debriefs", DebriefViewSet, basename="debrief")
