"""App configuration of packs."""

from django.apps import AppConfig


class PacksConfig(AppConfig):
    """Content packs: folders of text files that are linted, compared with the database and loaded."""

    name = "vivavoce.packs"
