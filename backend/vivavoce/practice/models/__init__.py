"""The tables of practice."""

from vivavoce.practice.models.attempts import Attempt, AttemptState
from vivavoce.practice.models.memory import Card, Grade, PracticeSession, Review, StepMark

__all__ = ["Attempt", "AttemptState", "Card", "Grade", "PracticeSession", "Review", "StepMark"]
