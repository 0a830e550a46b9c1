"""App configuration of core."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """What DRF and django-filter lack: strictness, keyset pages, problems, entity tags, and the testing kit."""

    name = "vivavoce.core"
