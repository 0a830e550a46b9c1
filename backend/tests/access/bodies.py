"""What is sent: for every operation that takes a body, one that does something where it is allowed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.access.tables import Line
from tests.access.world import NOW, World
from tests.interviews.card_samples import whole

Body = Callable[[World], dict[str, Any]]


def stays(_: World) -> dict[str, Any]:
    """A body that says nothing."""
    return {}


BODIES: dict[str, Body] = {
    "PATCH /api/v1/me/": lambda _: {"name": "Ana"},
    "POST /api/v1/tokens/": lambda _: {"name": "x", "scopes": ["tokens:write"]},
    "POST /api/v1/openings/": lambda _: {"title": "Developer", "organization": "Halden"},
    "PATCH /api/v1/openings/{id}/": lambda _: {"city": "Delft"},
    "POST /api/v1/applications/": lambda world: {"opening": world.key("openings", "unused")},
    "POST /api/v1/applications/@hiring": lambda _: {"side": "hiring", "candidate_name": "Ivo"},
    "PATCH /api/v1/applications/{id}/": lambda _: {"notes": "Call."},
    "POST /api/v1/applications/{id}/move/": lambda _: {"stage": "offer"},
    "POST /api/v1/interviews/": lambda _: {"organization": "Halden"},
    "POST /api/v1/interviews/@mine": lambda world: {"application": world.key("applications")},
    "POST /api/v1/interviews/@hiring": lambda world: {
        "purpose": "hiring",
        "kit": "talk-60",
        "application": world.key("applications", "hiring"),
    },
    "POST /api/v1/interviews/start-now/": lambda _: {"purpose": "mock", "kit": "talk-60"},
    "POST /api/v1/interviews/start-now/@hiring": lambda _: {
        "purpose": "hiring",
        "kit": "talk-60",
        "candidate_name": "Ivo",
    },
    "PATCH /api/v1/interviews/{id}/": lambda _: {"notes": "Read."},
    "POST /api/v1/interviews/{id}/reschedule/": lambda _: {"starts_at": "2027-04-01T09:00:00Z"},
    "POST /api/v1/interviews/{id}/cancel/": lambda _: {"reason": "Ill."},
    "POST /api/v1/interviews/{id}/no-show/": lambda _: {"by": "candidate"},
    "POST /api/v1/interviews/{interview}/retrospective/": lambda _: {"summary": "Calm."},
    "PATCH /api/v1/interviews/{interview}/retrospective/": lambda _: {"summary": "Calm, again."},
    "POST /api/v1/interview-items/@running": lambda world: _item(world, "running"),
    "POST /api/v1/interview-items/@mock": lambda world: _item(world, "mock"),
    "PATCH /api/v1/interview-items/{id}/": lambda _: {"asked": "yes"},
    "POST /api/v1/scorecards/@running": lambda world: {"interview": world.key("interviews", "running"), **whole()},
    "POST /api/v1/scorecards/@mock": lambda world: {"interview": world.key("interviews", "mock"), **whole()},
    "PATCH /api/v1/scorecards/{id}/": lambda _: {"key_takeaways": "Careful."},
    "POST /api/v1/scorecards/{id}/decline/": lambda _: {"reason": "Ill."},
    "POST /api/v1/scorecards/{id}/revise/": lambda _: {"reason": "Heard more."},
    "POST /api/v1/debriefs/{id}/decide/": lambda _: {"decision": "hold", "rationale": "Nobody is in yet."},
    "POST /api/v1/invitations/": lambda world: {"interview": world.key("interviews", "alone")},
    "POST /api/v1/invitations/accept/": lambda world: {"secret": world.words["secret"]},
    "POST /api/v1/attempts/": lambda _: {"question": "question-0"},
    "PATCH /api/v1/attempts/{id}/": lambda _: {"body": "It waits."},
    "POST /api/v1/practice/claim/": lambda _: {"reviews": []},
    "POST /api/v1/practice/preview/": lambda _: {"reviews": [{"grade": "good", "reviewed_at": NOW.isoformat()}]},
    "POST /api/v1/reviews/": lambda _: {"question": "question-4", "grade": "good"},
    "POST /api/v1/practice-sessions/": lambda _: {"limit": 5},
    "PATCH /api/v1/today/steps/{slug}/": lambda _: {"done": True},
}


def _item(world: World, row: str) -> dict[str, Any]:
    return {"interview": world.key("interviews", row), "question": "question-4"}


def body_of(line: Line, world: World) -> dict[str, Any]:
    """What is sent for a line: a body of its own, the operation's, or one that says nothing."""
    own = BODIES.get(line.name) or BODIES.get(f"{line.method} {line.path}", stays)
    return own(world)
