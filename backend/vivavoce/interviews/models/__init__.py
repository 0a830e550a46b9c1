"""The tables of interviews, by what they are about."""

from vivavoce.interviews.models.held import Asked, FrozenKit, InterviewItem, Invitation
from vivavoce.interviews.models.interviews import (
    CardState,
    Interview,
    InterviewEvent,
    Participant,
    ParticipantRole,
    Round,
    Side,
)
from vivavoce.interviews.models.kits import Kit, KitItem, KitPurpose
from vivavoce.interviews.models.retrospectives import AskedQuestion, Feeling, Retrospective
from vivavoce.interviews.models.scorecards import (
    Debrief,
    DebriefDecision,
    Decision,
    Evidence,
    EvidenceKind,
    PrivateNote,
    Rating,
    Recommendation,
    Scorecard,
    ScorecardRevision,
)

__all__ = [
    "Asked",
    "AskedQuestion",
    "CardState",
    "Debrief",
    "DebriefDecision",
    "Decision",
    "Evidence",
    "EvidenceKind",
    "Feeling",
    "FrozenKit",
    "Interview",
    "InterviewEvent",
    "InterviewItem",
    "Invitation",
    "Kit",
    "KitItem",
    "KitPurpose",
    "Participant",
    "ParticipantRole",
    "PrivateNote",
    "Rating",
    "Recommendation",
    "Retrospective",
    "Round",
    "Scorecard",
    "ScorecardRevision",
    "Side",
]
