"""What we say about our API beside openapi.yaml: which rows to ask for, bodies that mean something, a few words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import yaml
from django.conf import settings

from tests.two_worlds import Document, Operation, Project
from tests.two_worlds.values import NOBODY
from tests.two_worlds.worlds import SECRETS, Ground, a_calm_card
from vivavoce.interviews.models import Debrief, Participant

TABLES = ("own", "all", "never", "mock")
ABOUT_TABLES = frozenset(
    {
        "applications",
        "debriefs",
        "interview-items",
        "interviews",
        "scorecards",
    }
)
"""First words of addresses that tables are near to; elsewhere all values of a list are tried at once."""
AS_USUAL = 2
"""How deep `make test` asks near to tables, planted leaks too: each filter in a request of its own. Together they leave
no row, and a list without rows does not show what a filter looks at."""
WHO_HAS_EVERYTHING = "Vera"
WORDS = {
    "q": [*SECRETS.values(), "Developer"],
    "applies_to": ["django:5.2"],
    "checked": ["django:5.2.19"],
    "asked": ["question-0"],
    "candidate_name": ["Candidate"],
}


@cache
def document() -> Document:
    """openapi.yaml."""
    return Document(yaml.load(settings.OPENAPI_FILE.read_text(), yaml.CSafeLoader))


def first_word(operation: Operation) -> str:
    """Of the address: ``scorecards``."""
    return operation.path.removeprefix("/api/v1/").partition("/")[0]


def about_tables(operation: Operation) -> bool:
    """Whether it is near to where scorecards are."""
    return first_word(operation) in ABOUT_TABLES


class Asking:
    """The project of one person on a ground."""

    def __init__(self, ground: Ground, person: str) -> None:
        self.ground = ground
        self.person = person

    def project(self, concerns: Callable[[Operation], bool] | None = None, *, near: int, far: int = 0) -> Project:
        """What to ask, and how deep near to tables and far from them; of nothing else when ``concerns`` says so."""
        return Project(
            addresses=self.addresses,
            bodies=self.bodies,
            words=WORDS,
            concerns=concerns or (lambda operation: True),
            depth=lambda operation: near if about_tables(operation) else far,
        )

    def addresses(self, operation: Operation) -> Sequence[Mapping[str, str]]:
        """One's own row first, then those that one has no business with."""
        name = next(one.name for one in operation.parameters if one.where == "path")
        keys = {"scorecards": self._cards, "debriefs": self._debriefs, "applications": self._applications}
        keys |= {"interviews": self._interviews, "interview-items": self._items}
        if name == "slug":
            return [{name: "step-0"}]
        # Who has everything finds rows of their own in their lists; from others nothing is expected there.
        nobodys = [] if self.person == WHO_HAS_EVERYTHING else [NOBODY]
        return [{name: str(key)} for key in keys.get(first_word(operation), lambda: nobodys)()]

    def _cards(self) -> list[str]:
        cards = self.ground.cards
        own = [card for (_, person), card in cards.items() if person == self.person]
        return [*own[:2], *(cards[table, "Carl"] for table in TABLES), cards["own", "Wim"]]

    def _interviews(self) -> list[Any]:
        return [self.ground.tables[name].pk for name in TABLES]

    def _applications(self) -> list[Any]:
        return [self.ground.tables[name].application_id for name in TABLES[:3]]

    def _debriefs(self) -> list[Any]:
        of_mock = Debrief.objects.filter(interview=self.ground.tables["mock"])
        of_hiring = Debrief.objects.filter(application__in=self._applications()).order_by("id")
        return [*of_hiring.values_list("pk", flat=True), *of_mock.values_list("pk", flat=True)]

    def _items(self) -> list[Any]:
        return [item.pk for table in ("own", "mock") for item in self.ground.tables[table].items.all()[:1]]

    def bodies(self, operation: Operation) -> Sequence[Any]:
        """What somebody would send who does what they may, or tries what they may not."""
        table = self.ground.tables["own"]
        seats = list(Participant.objects.filter(interview=table).order_by("position"))
        people = [{"person": str(one.person_id), "role": one.role} for one in seats]
        said: dict[str, list[Any]] = {
            "POST /api/v1/scorecards/": [
                {"interview": str(other.pk), **a_calm_card()} for other in self.ground.tables.values()
            ],
            "PATCH /api/v1/scorecards/{id}/": [a_calm_card(), {"ratings": [{"criterion": "x", "score": 5}]}],
            "POST /api/v1/scorecards/{id}/revise/": [{"reason": "Later.", **a_calm_card()}],
            "POST /api/v1/scorecards/{id}/decline/": [{"reason": "No time."}],
            "POST /api/v1/debriefs/{id}/decide/": [{"decision": "reject", "rationale": "Enough seen."}],
            "PATCH /api/v1/interviews/{id}/": [{"notes": "Read."}, {"participants": people[1:]}],
            "POST /api/v1/interviews/{id}/cancel/": [{"reason": "Ill."}],
            "POST /api/v1/interviews/{id}/no-show/": [{"by": "candidate"}],
            "POST /api/v1/interviews/{id}/reschedule/": [{"starts_at": "2027-02-01T09:00:00Z"}],
            "POST /api/v1/interviews/": [
                {"purpose": "hiring", "kit": "talk-60", "application": str(table.application_id)},
                {"organization": "Halden"},
            ],
            "POST /api/v1/interviews/start-now/": [
                {"purpose": "hiring", "kit": "talk-60", "candidate_name": "Ivo"},
                {"purpose": "mock", "kit": "talk-60"},
            ],
            "PATCH /api/v1/interview-items/{id}/": [{"asked": "yes"}],
            "PATCH /api/v1/applications/{id}/": [{"notes": "Call."}, {"visibility": "never"}],
            "POST /api/v1/applications/{id}/move/": [{"stage": "offer"}],
            "POST /api/v1/invitations/": [{"interview": str(table.pk), "role": "interviewer"}],
            "PATCH /api/v1/me/": [{"name": "Vera"}],
        }
        return said.get(str(operation), [])
