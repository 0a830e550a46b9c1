from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from vivavoce.interviews import rules

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize("purpose", rules.PURPOSES)
def test_every_table_speaks_of_known_states_and_reaches_an_end(purpose: str) -> None:
    table = rules.TRANSITIONS[purpose]
    assert set(table) <= set(rules.STATES)
    assert {target for steps in table.values() for target in steps.values()} <= set(table)
    assert all(table[state] == {} for state in rules.FINAL)


def test_a_tracked_interview_needs_no_feedback() -> None:
    assert rules.target("tracked", "scheduled", "complete") == "complete"
    assert "awaiting_feedback" not in rules.TRANSITIONS["tracked"]


def test_one_that_is_held_here_does() -> None:
    assert rules.target("hiring", "scheduled", "complete") is None
    assert rules.target("hiring", "in_progress", "finish") == "awaiting_feedback"


@pytest.mark.parametrize("purpose", ["hiring", "mock"])
def test_it_is_complete_by_itself_and_offers_nobody_that_step(purpose: str) -> None:
    assert rules.target(purpose, "awaiting_feedback", "all-in") == "complete"
    assert rules.target(purpose, "in_progress", "all-in") is None
    assert rules.target(purpose, "awaiting_feedback", "complete") is None
    assert rules.allowed(purpose, "awaiting_feedback") == []


@pytest.mark.parametrize(
    ("over", "why"),
    [
        ({}, ""),
        ({"revoked": True, "accepted": True}, "revoked"),
        ({"accepted": True, "final": True}, "used"),
        ({"expires_at": NOON}, "expired"),
        ({"final": True}, "held"),
    ],
)
def test_a_link_says_why_it_leads_nowhere(over: dict[str, Any], why: str) -> None:
    valid = {"revoked": False, "accepted": False, "expires_at": NOON + timedelta(seconds=1), "final": False}
    assert rules.invitation_is_over(**{**valid, **over}, now=NOON) == why


def test_nothing_leads_out_of_an_end() -> None:
    assert [rules.allowed("tracked", state) for state in sorted(rules.FINAL)] == [[], [], []]


def test_the_legal_steps_are_named_as_addresses_spell_them() -> None:
    assert rules.allowed("tracked", "scheduled") == ["reschedule", "complete", "cancel", "no-show"]


def test_it_is_over_from_its_planned_end_on() -> None:
    assert not rules.is_over(NOON, 60, NOON + timedelta(minutes=59))
    assert rules.is_over(NOON, 60, NOON + timedelta(minutes=60))
    assert not rules.is_over(None, 60, NOON)


def test_one_looks_back_on_what_began_and_was_not_called_off() -> None:
    assert rules.may_be_remembered("complete", NOON, NOON)
    assert rules.may_be_remembered("scheduled", NOON, NOON)
    assert not rules.may_be_remembered("scheduled", NOON, NOON - timedelta(minutes=1))
    assert not rules.may_be_remembered("cancelled", NOON, NOON + timedelta(days=1))
    assert not rules.may_be_remembered("no_show", NOON, NOON + timedelta(days=1))
    assert not rules.may_be_remembered("draft", None, NOON)
