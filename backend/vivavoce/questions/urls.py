"""Addresses of the bank."""

from __future__ import annotations

from django.urls import URLPattern, path
from rest_framework.routers import SimpleRouter

from vivavoce.questions import views
from vivavoce.questions.exercise_view import ExerciseViewSet

urlpatterns: list[URLPattern] = [
    path("questions/<str:pk>/exercise/", ExerciseViewSet.as_view({"get": "exercise"}), name="question-exercise"),
]


def register(router: SimpleRouter) -> None:
    """Add the bank's resources."""
    router.register("categories", views.CategoryViewSet, basename="category")
    router.register("topics", views.TopicViewSet, basename="topic")
    router.register("qualities", views.QualityViewSet, basename="quality")
    router.register("roles", views.RoleViewSet, basename="role")
    router.register("steps", views.StepViewSet, basename="step")
    router.register("questions", views.QuestionViewSet, basename="question")
    router.register("answers", views.AnswerViewSet, basename="answer")
