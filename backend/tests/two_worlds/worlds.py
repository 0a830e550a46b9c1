"""Our two worlds: tables at which one colleague wrote a strong yes, or a strong no, and everybody else did the same.

Carl's card is what differs: eight fours or eight ones, other texts of another length, other times, revised or not; and
Wim's, which is still a draft. Everything else is one ground under both worlds, with the same ids.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth.models import Group

from tests.interviews.card_samples import an_assessment, held, seat
from tests.interviews.kit_samples import a_kit
from tests.people import a_person
from tests.questions import samples
from tests.two_worlds import Ask, Worlds
from tests.two_worlds.frozen import Clock, Session, undone
from vivavoce.accounts.models import Person
from vivavoce.interviews.models import Interview
from vivavoce.openings.models import Opening, PanelMember
from vivavoce.rubrics.models import Criterion

BEGUN = datetime(2027, 1, 14, 10, tzinfo=UTC)
WRITTEN = BEGUN + timedelta(minutes=40)
ASKED = BEGUN + timedelta(hours=3)
EIGHT = ("databases", "django", "modelling", "performance", "security", "speaking", "testing", "web")
JUDGEMENTS = ("yes", "no")
SECRETS = {"yes": "luminous", "no": "woeful"}
"""A word that stands in each text that Carl and Wim write, and nowhere else."""


def a_judgement(judgement: str) -> dict[str, Any]:
    """A whole card: short and glad, or long and dark."""
    word, glad = SECRETS[judgement], judgement == "yes"
    text = f"{word}." if glad else " ".join([f"A {word} answer, again and again."] * 30)
    return {
        "ratings": [{"criterion": slug, "score": 4 if glad else 1} for slug in EIGHT],
        "evidence": [
            {"criterion": slug, "kind": "said", "text": text} for slug in EIGHT for _ in range(1 if glad else 3)
        ],
        "recommendation": "strong_yes" if glad else "strong_no",
        "key_takeaways": text,
        "note_for_next": text,
        "private_note": text,
        "shareable_feedback": text,
    }


def a_calm_card() -> dict[str, Any]:
    """What everybody else writes, in both worlds."""
    return {
        "ratings": [{"criterion": slug, "score": 3} for slug in EIGHT],
        "evidence": [{"criterion": slug, "kind": "did", "text": "Tried it."} for slug in EIGHT],
        "recommendation": "yes",
    }


class Writer:
    """Writes over the API, for good."""

    def __init__(self, person: Person) -> None:
        self.session = Session(person)

    def send(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        """Send, and expect that it is done."""
        tag = "*" if method == "PATCH" else None
        response: Any = self.session.write(method, f"/api/v1/{path}", body, **({"If-Match": tag} if tag else {}))
        assert response.status_code < 300, f"{method} {path}: {response.content.decode()[:400]}"
        return dict(json.loads(response.content)) if response.content else {}


@dataclass
class Ground:
    """Who is there, and at which tables; ``cards`` are ids, by table and person."""

    clock: Clock
    people: dict[str, Person] = field(default_factory=dict)
    writers: dict[str, Writer] = field(default_factory=dict)
    tables: dict[str, Interview] = field(default_factory=dict)
    cards: dict[tuple[str, str], str] = field(default_factory=dict)

    def person(self, name: str, *, interviewer: bool = True, **fields: Any) -> None:
        """Somebody, as a rule of the group of interviewers."""
        person = self.people[name] = a_person(name=name, email=f"{name.lower()}@example.org", **fields)
        if interviewer:
            person.groups.add(Group.objects.get_or_create(name="interviewers")[0])
        self.writers[name] = Writer(person)

    def table(self, name: str, owner: str, roles: dict[str, str], *, visibility: str = "") -> None:
        """A hiring interview with that visibility, or a mock; with whom, as what. Interviewers begin their cards."""
        application = None
        if visibility:
            opening = Opening.objects.create(owner=self.people[owner], title=f"Developer {name}", organization="Halden")
            application = an_assessment(self.people[owner], visibility=visibility, opening=opening)
        table = self.tables[name] = held(
            self.people[owner], application, started_at=BEGUN, starts_at=BEGUN, time_zone="Europe/Lisbon"
        )
        for person, role in roles.items():
            seat(table, self.people[person], role)
            if application:
                PanelMember.objects.get_or_create(
                    application=application, person=self.people[person], defaults={"role": role}
                )
            if role == "interviewer":
                card = self.writers[person].send("POST", "scorecards/", {"interview": str(table.pk)})
                self.cards[name, person] = card["id"]

    def write(self, table: str, person: str, body: dict[str, Any], step: str = "submit", **said: Any) -> None:
        """Write a card and take a step with it."""
        writer, card = self.writers[person], self.cards[table, person]
        if body:
            writer.send("PATCH", f"scorecards/{card}/", body)
        if step:
            writer.send("POST", f"scorecards/{card}/{step}/", said)


def lay(clock: Clock) -> Ground:
    """What both worlds stand on."""
    clock.set(BEGUN)
    ground = Ground(clock)
    kit_of_eight()
    for name in ("Vera", "Carl", "Sara", "Dora", "Wim", "Olga", "Lea", "Nora"):
        ground.person(name)
    ground.person("Xenia", interviewer=False)
    ground.person("Root", is_staff=True, is_superuser=True)
    everyone = {"Carl": "interviewer", "Wim": "interviewer", "Vera": "interviewer"}
    more = {"Sara": "interviewer", "Dora": "interviewer", "Olga": "observer"}
    ground.table("own", "Lea", {**everyone, **more}, visibility="after_own_submission")
    ground.table("all", "Nora", {**everyone, "Olga": "observer"}, visibility="after_all_submitted")
    ground.table("never", "Nora", {**everyone, "Nora": "interviewer"}, visibility="never")
    ground.table("mock", "Carl", {"Carl": "interviewer", "Wim": "interviewer", "Vera": "candidate"})
    ground.write("own", "Vera", {"key_takeaways": "So far."}, step="")
    ground.write("own", "Dora", {}, "decline", reason="I know them.")
    for table, person in (("own", "Sara"), ("all", "Vera"), ("never", "Vera"), ("never", "Wim")):
        ground.write(table, person, a_calm_card())
    belongings(ground.writers["Vera"])
    return ground


def kit_of_eight() -> None:
    """The kit that tables use, with a rubric of eight criteria."""
    asks = [samples.question(number, searchable=True) for number in range(3)]
    samples.step(0)
    rubric = a_kit(asks=asks).rubric
    rubric.criteria.all().delete()
    for position, slug in enumerate(EIGHT, start=1):
        quality = samples.quality(slug, position)
        Criterion.objects.create(
            rubric=rubric, quality=quality, position=position, weight=1, target=3, anchors=samples.ANCHORS
        )


def belongings(vera: Writer) -> None:
    """Something of one's own at every address, so that it is not only ever empty."""
    soon = (ASKED + timedelta(days=3)).isoformat()
    opening = vera.send("POST", "openings/", {"title": "Developer", "organization": "Brisk", "city": "Delft"})
    application = vera.send("POST", "applications/", {"opening": opening["id"]})
    vera.send("POST", "interviews/", {"application": application["id"], "starts_at": soon, "title": "First"})
    past = vera.send("POST", "interviews/", {"organization": "Old", "starts_at": "2027-01-10T09:00:00Z"})
    asked = [{"prompt": "Why?", "question": "question-0"}]
    vera.send("POST", f"interviews/{past['id']}/retrospective/", {"summary": "Calm.", "asked": asked})
    vera.send("POST", "tokens/", {"name": "cli", "scopes": ["interviews:read"]})
    mock = vera.send("POST", "interviews/start-now/", {"purpose": "mock", "kit": "talk-60", "my_role": "candidate"})
    vera.send("POST", "invitations/", {"interview": mock["id"], "role": "interviewer"})
    vera.send("POST", "attempts/", {"question": "question-0", "body": "It waits."})
    vera.send("POST", "reviews/", {"question": "question-0", "grade": "good"})
    vera.send("POST", "practice-sessions/", {})


def judge(ground: Ground, judgement: str) -> None:
    """What differs: Carl's cards, submitted at other times and in one world revised; Wim's drafts."""
    dark = judgement == "no"
    for number, table in enumerate(("own", "all", "never", "mock")):
        ground.clock.set(WRITTEN + timedelta(minutes=number + (20 if dark else 0)))
        ground.write(table, "Carl", a_judgement(judgement))
        if table != "never":
            ground.write(table, "Wim", a_judgement(judgement), step="")
    if dark:
        ground.clock.set(WRITTEN + timedelta(minutes=30))
        for table in ("own", "all", "never", "mock"):
            ground.write(table, "Carl", {}, "revise", reason="I slept on it.", key_takeaways="woeful, still")
    ground.clock.set(WRITTEN + timedelta(minutes=50))
    ground.write("never", "Nora", a_calm_card())
    ground.clock.set(ASKED)


def world(ground: Ground, judgement: str, *names: str) -> Worlds:
    """The world of one judgement, and a session in it for each name; ``nobody`` is not signed in."""

    @contextmanager
    def opened() -> Iterator[Mapping[str, Ask]]:
        with undone():
            judge(ground, judgement)
            yield {name: Session(ground.people.get(name)) for name in names}

    return opened


def both(ground: Ground, *names: str) -> tuple[Worlds, Worlds]:
    """The two worlds, as these people find them."""
    first, second = (world(ground, judgement, *names) for judgement in JUDGEMENTS)
    return first, second
