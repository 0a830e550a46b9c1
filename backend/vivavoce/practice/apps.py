"""The app."""

from __future__ import annotations

from django.apps import AppConfig


class PracticeConfig(AppConfig):
    """Practice."""

    name = "vivavoce.practice"
