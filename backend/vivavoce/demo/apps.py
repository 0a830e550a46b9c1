"""App configuration of demo."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """One believable small world with dates relative to today."""

    name = "vivavoce.demo"
