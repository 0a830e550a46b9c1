"""App configuration of rubrics."""

from django.apps import AppConfig


class RubricsConfig(AppConfig):
    """Rubrics: weighted criteria with an anchor text at each score."""

    name = "vivavoce.rubrics"
