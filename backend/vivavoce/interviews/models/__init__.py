"""The tables of interviews, by what they are about."""

from vivavoce.interviews.models.interviews import (
    Interview,
    InterviewEvent,
    Participant,
    ParticipantRole,
    Round,
    Side,
)
from vivavoce.interviews.models.kits import Kit, KitItem, KitPurpose
from vivavoce.interviews.models.retrospectives import AskedQuestion, Feeling, Retrospective

__all__ = [
    "AskedQuestion",
    "Feeling",
    "Interview",
    "InterviewEvent",
    "Kit",
    "KitItem",
    "KitPurpose",
    "Participant",
    "ParticipantRole",
    "Retrospective",
    "Round",
    "Side",
]
