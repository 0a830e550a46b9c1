"""App configuration of interviews."""

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    """Kits and interviews."""

    name = "vivavoce.interviews"

    def ready(self) -> None:
        """Tell the packs which files are ours."""
        from vivavoce.interviews.pack_kinds import KINDS
        from vivavoce.packs.registry import register

        for kind in KINDS:
            register(kind)
