"""App configuration of questions."""

from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    """The bank: categories, topics, qualities, roles, steps, questions and their example answers."""

    name = "vivavoce.questions"
