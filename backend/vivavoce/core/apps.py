"""App configuration of core."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """What DRF and django-filter lack: strictness, keyset pages, problems, ETags, and the testing kit. Knows no other app."""

    name = "vivavoce.core"
