"""The one address of the demo world."""

from __future__ import annotations

from django.urls import URLPattern, path
from rest_framework.routers import SimpleRouter

from vivavoce.demo.views import EraseDemoView

urlpatterns: list[URLPattern] = [path("demo/erase/", EraseDemoView.as_view(), name="demo-erase")]


def register(router: SimpleRouter) -> None:
    """No resource of its own: the demo world is made of everybody's."""
