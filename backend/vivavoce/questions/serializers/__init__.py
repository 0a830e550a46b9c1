"""How the bank looks to programs."""

from vivavoce.questions.serializers.answers import AnswerSerializer
from vivavoce.questions.serializers.questions import QuestionSerializer
from vivavoce.questions.serializers.vocabulary import (
    CategorySerializer,
    QualitySerializer,
    RoleSerializer,
    StepSerializer,
    TopicSerializer,
)

__all__ = [
    "AnswerSerializer",
    "CategorySerializer",
    "QualitySerializer",
    "QuestionSerializer",
    "RoleSerializer",
    "StepSerializer",
    "TopicSerializer",
]
