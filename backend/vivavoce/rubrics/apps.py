"""App configuration of rubrics."""

from django.apps import AppConfig


class RubricsConfig(AppConfig):
    """Rubrics and their criteria, loaded from packs."""

    name = "vivavoce.rubrics"

    def ready(self) -> None:
        """Tell the packs which files are ours."""
        from vivavoce.packs.registry import register
        from vivavoce.rubrics.pack_kinds import KINDS

        for kind in KINDS:
            register(kind)
