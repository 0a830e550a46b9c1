"""App configuration of openings."""

from django.apps import AppConfig


class OpeningsConfig(AppConfig):
    """Openings and applications."""

    name = "vivavoce.openings"
