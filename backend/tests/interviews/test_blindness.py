"""The rule in one function, the same rule as policies of the database, and both against product.md written out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.interviews.card_samples import a_card, an_assessment, held, seat, two_at_a_table, whole
from tests.people import a_person, signed_in
from vivavoce.accounts.models import Person
from vivavoce.core.known import known
from vivavoce.interviews import blindness
from vivavoce.interviews.models import (
    Evidence,
    Interview,
    Participant,
    PrivateNote,
    Rating,
    Scorecard,
    ScorecardRevision,
)
from vivavoce.openings.models import PanelMember

pytestmark = pytest.mark.django_db
TABLES = (Scorecard, Rating, Evidence, ScorecardRevision, PrivateNote)
POLICIES = ("after_own_submission", "after_all_submitted", "never")


@dataclass(frozen=True)
class Place:
    """One seat: whose (0 asks), in which of two interviews, in which role, and how far the card is."""

    who: int
    interview: int
    role: str
    state: str


@dataclass(frozen=True)
class World:
    """A table with its places; ``panel`` is the role of the one who asks."""

    purpose: str
    policy: str
    states: tuple[str, str]
    panel: str
    places: tuple[Place, ...]


def told(world: World, interview: int) -> bool:
    """product.md and the brief in plain words; the third writing of the rule, for tests only."""
    table = [place for place in world.places if world.purpose == "hiring" or place.interview == interview]
    mine = [place for place in table if place.who == 0]
    waiting = [place for place in table if place.state == "expected" and held_state(world, place) == "held"]
    if not mine and not world.panel:
        return False
    rehearsed = world.purpose == "mock" and world.states[interview] == "complete"
    if any(place.role == "candidate" for place in mine) and not rehearsed:
        return False
    policy = "after_own_submission" if world.purpose == "mock" else world.policy
    if policy == "after_own_submission":
        done = any(place.state == "submitted" for place in mine)
        if done and not any(place.who == 0 for place in waiting):
            return True
    return not waiting and (policy != "never" or world.panel == "lead")


def held_state(world: World, place: Place) -> str:
    return "off" if world.states[place.interview] in {"cancelled", "no_show"} else "held"


places = st.builds(
    Place,
    who=st.sampled_from([0, 0, 1, 2]),
    interview=st.integers(0, 1),
    role=st.sampled_from(["interviewer"] * 4 + ["lead", "observer", "candidate"]),
    state=st.sampled_from(["expected", "submitted", "declined"]),
)
worlds = st.builds(
    World,
    purpose=st.sampled_from(["hiring", "hiring", "mock"]),
    policy=st.sampled_from(POLICIES),
    states=st.tuples(*[st.sampled_from(["in_progress"] * 3 + ["scheduled", "complete", "cancelled", "no_show"])] * 2),
    panel=st.sampled_from(["", "lead", "interviewer", "observer"]),
    places=st.lists(places, min_size=1, max_size=6, unique_by=lambda place: (place.who, place.interview)).map(tuple),
)


BOTH = ("in_progress", "in_progress")
ONE_OF_TWO_CARDS = (Place(0, 0, "interviewer", "submitted"), Place(0, 1, "interviewer", "expected"))
ALL_IN = (Place(0, 0, "interviewer", "submitted"), Place(1, 0, "interviewer", "submitted"))
"""Situations that chance finds too seldom."""


def build(world: World, people: list[Person]) -> list[Interview]:
    """The rows, without the services: also situations that no step leads to."""
    stranger = people[3]
    application = None
    if world.purpose == "hiring":
        application = an_assessment(stranger, visibility=world.policy)
        if world.panel:
            PanelMember.objects.create(application=application, person=people[0], role=world.panel)
    made = []
    for state in world.states:
        reason = {"cancel_reason": "Ill"} if state == "cancelled" else {}
        reason |= {"no_show_by": "candidate"} if state == "no_show" else {}
        # A mock has no panel: whoever would sit on one owns it instead.
        owner = people[0] if world.purpose == "mock" and world.panel else stranger
        made.append(held(owner, application, state=state, **reason))
    for place in world.places:
        state = place.state if place.role in {"lead", "interviewer"} else ""
        there = seat(made[place.interview], people[place.who], place.role, state)
        if state:
            with blindness.acting_as(people[place.who]):
                kit: Any = made[place.interview].kit
                Scorecard.objects.create(
                    participant=there,
                    interview=there.interview,
                    interviewer=people[place.who],
                    rubric=kit.rubric,
                )
    return made


def with_cards(world: World) -> World:
    """The same world, with card states only where a role has cards."""
    cleaned = tuple(
        place if place.role in {"lead", "interviewer"} else Place(place.who, place.interview, place.role, "")
        for place in world.places
    )
    return World(world.purpose, world.policy, world.states, world.panel, cleaned)


@pytest.fixture
def people() -> list[Person]:
    """Who asks, two others, and the owner of what the others do not own."""
    return [a_person() for _ in range(4)]


@example(world=World("hiring", "after_own_submission", BOTH, "", ONE_OF_TWO_CARDS))
@example(world=World("hiring", "after_own_submission", ("in_progress", "cancelled"), "", ONE_OF_TWO_CARDS))
@example(world=World("hiring", "never", BOTH, "", ALL_IN))
@example(world=World("hiring", "never", BOTH, "lead", ALL_IN))
@example(world=World("hiring", "after_all_submitted", BOTH, "", (*ALL_IN, Place(2, 1, "interviewer", "expected"))))
@example(world=World("hiring", "after_own_submission", BOTH, "", (*ALL_IN, Place(2, 1, "interviewer", "expected"))))
@example(world=World("mock", "never", ("complete", "in_progress"), "", (*ALL_IN[1:], Place(0, 0, "candidate", ""))))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(world=worlds)
def test_rule_and_policy_and_words_agree(people: list[Person], world: World) -> None:
    world = with_cards(world)
    interviews = build(world, people)
    me = people[0]
    expected = {one.pk for number, one in enumerate(interviews) if told(world, number)}
    opened = set(blindness.open_to(me).filter(pk__in=[one.pk for one in interviews]).values_list("pk", flat=True))
    assert opened == expected
    with blindness.acting_as(me):
        shown = set(Scorecard.objects.values_list("pk", flat=True))  # what the database alone lets through
        chosen = set(blindness.readable_cards(me).values_list("pk", flat=True))
        for one in interviews:
            with connection.cursor() as cursor:
                cursor.execute("SELECT interviews_cards_are_open(%s)", [one.pk])
                assert cursor.fetchone() == (one.pk in expected,)
    assert shown == chosen
    Interview.objects.filter(pk__in=[one.pk for one in interviews]).delete()


def rows_read(person: Person | None) -> tuple[int, ...]:
    with blindness.acting_as(person):
        return tuple(model._default_manager.count() for model in TABLES)


def noted(place: Participant, **fields: Any) -> Scorecard:
    return a_card(place, whole(private_note="Between us.", **fields), "submit")


def test_the_second_wall_alone_shows_each_what_they_may_read(capsys: pytest.CaptureFixture[str]) -> None:
    holder, submitter = two_at_a_table()
    noted(submitter)
    a_card(holder, whole())
    assert holder.person is not None
    assert submitter.person is not None
    found = {
        "draft holder": rows_read(holder.person),
        "submitter": rows_read(submitter.person),
        "stranger": rows_read(a_person()),
        "nobody": rows_read(None),
    }
    with capsys.disabled():
        names = ", ".join(model.__name__ for model in TABLES)
        print(f"\n  rows read past the first wall ({names}): {found}")
    assert found == {
        "draft holder": (1, 1, 1, 0, 0),
        "submitter": (1, 1, 1, 1, 1),  # the holder's draft is nobody else's
        "stranger": (0, 0, 0, 0, 0),
        "nobody": (0, 0, 0, 0, 0),
    }
    with blindness.acting_as(holder.person):
        from vivavoce.interviews.services import scorecards

        scorecards.submit(Scorecard.objects.get())
    assert rows_read(holder.person) == (2, 2, 2, 2, 0)  # never a colleague's private note
    assert rows_read(submitter.person) == (2, 2, 2, 2, 1)


def test_with_the_first_wall_deleted_the_contents_stay_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    mine, theirs = two_at_a_table()
    card = noted(theirs, recommendation="strong_yes")
    a_card(mine, whole())
    assert mine.person is not None
    everything = Interview.objects.annotate(table=blindness.TABLE)
    monkeypatch.setattr(blindness, "open_to", lambda person: everything)
    monkeypatch.setattr(
        blindness, "readable_cards", lambda person: blindness.marked(Scorecard.objects.all(), mine.person)
    )
    client = signed_in(mine.person)
    assert client.get("/api/v1/scorecards/").json()["count"] == 1
    assert client.get(f"/api/v1/scorecards/{card.pk}/").status_code == 404
    (board,) = client.get("/api/v1/debriefs/").json()["results"]
    assert board["is_open"], "the first wall is gone"
    assert board["criteria"] == []
    assert (board["recommendations"], board["notes"], board["strictness"]) == ([], [], [])


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_nobody_writes_a_colleagues_rows(model: Any) -> None:
    mine, theirs = two_at_a_table()
    noted(theirs)
    noted(mine)
    with blindness.acting_as(mine.person):
        others = (
            model.objects.exclude(interviewer=mine.person)
            if model is Scorecard
            else model.objects.exclude(scorecard__interviewer=mine.person)
        )
        assert others.update(updated_at=None) == 0 if model is Scorecard else others.delete()[0] == 0
    assert rows_read(theirs.person)[TABLES.index(model)] >= 1


@pytest.mark.parametrize(("policy", "role"), list(product(POLICIES, ["lead", "interviewer", "observer"])))
def test_the_candidate_of_a_hiring_interview_never_reads(policy: str, role: str) -> None:
    mine, theirs = two_at_a_table(visibility=policy)
    noted(theirs)
    noted(mine)
    candidate = a_person()
    seat(mine.interview, candidate, "candidate")
    assert mine.interview.application is not None
    PanelMember.objects.create(application=mine.interview.application, person=candidate, role=role)
    assert rows_read(candidate) == (0, 0, 0, 0, 0)
    assert signed_in(candidate).get("/api/v1/debriefs/").json()["count"] == 0
    assert signed_in(candidate).get("/api/v1/scorecards/").json()["count"] == 0


def test_the_database_forgets_who_asked() -> None:
    person = a_person()
    with blindness.acting_as(person):
        assert known() == str(person.pk)
        with blindness.acting_as(None):
            assert known() == ""
        assert known() == str(person.pk)
    assert known() == ""


def test_an_error_inside_leaves_nobody_behind() -> None:
    with pytest.raises(ZeroDivisionError), blindness.acting_as(a_person()):
        1 / 0  # noqa: B018 - the error is the point
    assert known() == ""


@pytest.mark.django_db(transaction=True)
def test_no_connection_keeps_a_person_after_a_request() -> None:
    mine, _ = two_at_a_table()
    assert mine.person is not None
    a_card(mine, whole())
    client = signed_in(mine.person)
    for path in ("/api/v1/scorecards/", "/api/v1/debriefs/", "/api/v1/interviews/", "/api/v1/scorecards/?nonsense=1"):
        assert client.get(path).status_code in {200, 400}
        assert connection.connection is not None, "the connection persists"
        assert known() == "", path
        assert Scorecard.objects.count() == 0


def test_the_walls_bind_the_role_that_serves() -> None:
    with connection.cursor() as cursor:
        for model in TABLES:
            cursor.execute("SELECT row_security_active(%s)", [model._meta.db_table])
            assert cursor.fetchone() == (True,)
