"""Plans toward a date: the same log and clock, the same plan; more minutes, never less recall; missed days spread."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler, State
from hypothesis import assume, given
from hypothesis import strategies as st

from vivavoce.practice import plan_rules
from vivavoce.practice.memory_rules import LONGEST, recall_after
from vivavoce.practice.plan_rules import Frame, Known, best_plan, plans

SEEN = st.builds(
    Known,
    key=st.uuids(),
    minutes=st.integers(1, 12),
    stability=st.floats(0.1, 80),
    difficulty=st.floats(1, 10),
    days_since=st.floats(0, 60),
    due_day=st.integers(-20, 30),
)
UNSEEN = st.builds(Known, key=st.uuids(), minutes=st.integers(1, 12))
STORY = st.builds(
    Known, key=st.uuids(), minutes=st.integers(1, 12), due_day=st.none() | st.integers(-5, 5), is_story=st.just(True)
)
QUESTIONS = st.lists(st.one_of(SEEN, UNSEEN, STORY), max_size=14, unique_by=lambda one: one.key)
FRAMES = st.builds(
    Frame,
    ends_in=st.floats(0.05, 40),
    has_date=st.booleans(),
    new_today=st.integers(0, 5),
    spent_today=st.integers(0, 60),
)
MINUTES = st.integers(0, 90)


@given(QUESTIONS, FRAMES, MINUTES)
def test_the_same_log_and_clock_give_the_same_plan(questions: list[Known], frame: Frame, minutes: int) -> None:
    assert best_plan(questions, frame, minutes) == best_plan(list(questions), frame, minutes)


@given(QUESTIONS, FRAMES, MINUTES, MINUTES)
def test_more_minutes_never_lower_the_recall(questions: list[Known], frame: Frame, one: int, other: int) -> None:
    found = plans(questions, frame, one, other)
    assert 0 <= found[min(one, other)].best <= found[max(one, other)].best <= 1
    for plan in found.values():
        assert plan.best - plan_rules.ACCIDENT <= plan.recall <= plan.best


@given(QUESTIONS, FRAMES, MINUTES)
def test_no_day_holds_more_than_its_minutes(questions: list[Known], frame: Frame, minutes: int) -> None:
    length = {one.key: one.minutes for one in questions}
    unseen = {one.key for one in questions if one.due_day is None}
    for number, day in enumerate(best_plan(questions, frame, minutes).days):
        assert sum(length[key] for key in day) <= max(0, minutes - (frame.spent_today if number == 0 else 0))
        assert len(day) == len(set(day))
        begun = unseen.intersection(day)
        unseen -= begun
        assert len(begun) <= (frame.new_today if number == 0 else frame.new_a_day)


@given(st.integers(8, 30), st.integers(1, 12))
def test_missed_days_are_spread_and_not_piled(missed: int, days: int) -> None:
    """However much is late, each day takes its share, and none of it is lost while there is room."""
    late = [Known(number, 5, 3.0, 5.0, 9.0, -number) for number in range(missed)]
    plan = best_plan(late, Frame(ends_in=float(days)), 25)
    firsts = [set(day) for day in plan.days]
    assert all(len(day) <= 5 for day in plan.days)
    covered = set().union(*firsts)
    assert len(covered) >= min(missed, 5 * min(2, days))


@given(st.floats(0.5, 80), st.floats(1, 10), st.floats(1, 60))
def test_the_expectation_lies_between_forgetting_and_recalling(
    stability: float, difficulty: float, days: float
) -> None:
    """With whole days, as the library counts them, it is the library's own stability weighed by the chance."""
    assume(days >= 1)
    whole = float(int(days))
    recall = recall_after(stability, whole)
    scheduler = Scheduler(enable_fuzzing=False)
    expected = 0.0
    for rating, chance in ((Rating.Good, recall), (Rating.Again, 1 - recall)):
        then = datetime(2026, 11, 1, tzinfo=UTC)
        card = Card(1, State.Review, None, stability, difficulty, then, then)
        after, _ = scheduler.review_card(card, rating, then + timedelta(days=whole))
        assert after.stability is not None
        expected += chance * after.stability
    assert plan_rules.after_review(stability, difficulty, recall) == pytest.approx(expected, rel=1e-9)


def test_in_the_last_two_days_the_weakest_come_first_whatever_their_cards_say() -> None:
    known = [
        Known(name, 5, stability, 5.0, 6.0, 90) for name, stability in (("firm", 60.0), ("soft", 3.0), ("gone", 0.5))
    ]
    assert best_plan(known, Frame(ends_in=2.0), 60).days[0] == ["gone", "soft"]
    assert best_plan(known, Frame(ends_in=2.0, has_date=False), 60).days[0] == []


def test_intervals_are_a_third_of_the_way_and_free_without_a_date() -> None:
    frame = Frame(ends_in=14.0)
    assert [frame.longest(day) for day in (0, 5, 9, 13)] == [4, 3, 1, 1]
    assert Frame(ends_in=14.0, has_date=False).longest(0) == LONGEST


def test_questions_that_were_never_seen_count_as_not_known() -> None:
    plan = best_plan([Known("seen", 5, 50.0, 5.0, 0.0, 9), Known("unseen", 5)], Frame(ends_in=5.0), 0)
    assert plan.recalls["unseen"] == 0
    assert plan.recall == plan.recalls["seen"] / 2


def test_new_questions_go_ahead_of_what_was_just_seen() -> None:
    """Near a date every card returns daily; with little time that would keep the rest unseen."""
    plan = best_plan([Known(number, 5) for number in range(24)], Frame(ends_in=5.5), 25)
    assert len({key for day in plan.days for key in day}) >= 20
    assert plan.best > 0.75


def test_stories_are_planned_and_have_no_recall() -> None:
    plan = best_plan([Known("story", 5, due_day=0, is_story=True), Known("q", 5)], Frame(ends_in=10.0), 30)
    assert [number for number, day in enumerate(plan.days) if "story" in day] == [0, 3, 5, 6, 7, 8, 9]
    assert set(plan.recalls) == {"q"}


def test_a_question_is_looked_at_once_a_day_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each rung that the minutes allow: the work grows with questions and days, and no faster."""
    known = [
        Known(n, (2, 4, 8)[n % 3], 0.5 + n * 7 % 40, 1 + n * 5 % 10, n * 11 % 30, n % 20) for n in range(200)
    ]  # fmt: skip
    known += [Known(200 + n, 5) for n in range(100)]
    frame = Frame(ends_in=30.3)
    looks: list[None] = []
    monkeypatch.setattr(plan_rules, "recall_after", _counted(recall_after, looks))
    monkeypatch.setattr(plan_rules._Play, "_fading", _counted(plan_rules._Play._fading, looks))
    plans(known, frame, 0, 15, 25, 45)
    rungs = sum(rung <= 45 for rung in plan_rules.RUNGS)
    assert len(known) * rungs < len(looks) <= len(known) * frame.days * rungs


def _counted(function: Callable[..., float], calls: list[None]) -> Callable[..., float]:
    def counted(*args: Any) -> float:
        calls.append(None)
        return function(*args)

    return counted
