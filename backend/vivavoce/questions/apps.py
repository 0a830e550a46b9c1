"""App configuration of questions."""

from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    """The bank: categories, topics, qualities, roles, steps, questions and their example answers."""

    name = "vivavoce.questions"

    def ready(self) -> None:
        """Tell the packs which files are ours."""
        from vivavoce.packs.registry import register
        from vivavoce.questions.pack_kinds import KINDS

        for kind in KINDS:
            register(kind)
