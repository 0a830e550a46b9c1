"""App configuration of interviews."""

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    """Kits and interviews."""

    name = "vivavoce.interviews"
