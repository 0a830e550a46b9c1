"""The bank: its vocabulary, questions with immutable versions, example answers, and the search documents."""

from vivavoce.questions.models.choices import Audience, Format, Kind, Level, Status
from vivavoce.questions.models.exercises import Exercise
from vivavoce.questions.models.questions import Answer, Question, QuestionQuality, QuestionVersion
from vivavoce.questions.models.search import SearchDocument, SearchWord
from vivavoce.questions.models.vocabulary import Category, Quality, Role, Step, StepQuestion, Topic

__all__ = [
    "Answer",
    "Audience",
    "Category",
    "Exercise",
    "Format",
    "Kind",
    "Level",
    "Quality",
    "Question",
    "QuestionQuality",
    "QuestionVersion",
    "Role",
    "SearchDocument",
    "SearchWord",
    "Status",
    "Step",
    "StepQuestion",
    "Topic",
]
