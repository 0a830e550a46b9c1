"""The rules of memory: what FSRS makes of a log, and the way to a date."""

from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from vivavoce.practice import memory_rules as rules
from vivavoce.practice.memory_rules import Graded, Memory

START = datetime(2026, 11, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)
GAPS = st.floats(min_value=0, max_value=90, allow_nan=False)


def good_when_due(times: int, longest: int = rules.LONGEST) -> list[int]:
    memory, at, days = Memory(), START, []
    for _ in range(times):
        memory = rules.after(memory, Graded(rules.GOOD, at, longest))
        assert memory.due_at is not None
        days.append((memory.due_at - at).days)
        at = memory.due_at
    return days


def test_it_spaces_good_answers_as_measured() -> None:
    assert good_when_due(5) == [2, 11, 46, 163, 497]
    assert good_when_due(4, longest=14) == [2, 11, 14, 14]


def test_it_brings_back_what_was_forgotten_in_ten_minutes() -> None:
    known = rules.replay([Graded(rules.EASY, START)])
    again = rules.after(known, Graded(rules.AGAIN, START + DAY))
    assert (again.due_at, again.state, again.lapses) == (START + DAY + rules.STEP, rules.RELEARNING, 1)


def test_it_counts_no_lapse_before_anything_was_learned() -> None:
    assert rules.replay([Graded(rules.AGAIN, START)] * 3).lapses == 0


@given(st.lists(st.tuples(st.integers(1, 4), GAPS, st.integers(1, 40)), max_size=12))
def test_it_is_the_librarys_memory(log: list[tuple[int, float, int]]) -> None:
    at, lines, card = START, [], Card(card_id=1)
    for grade, gap, longest in log:
        at += gap * DAY
        lines.append(Graded(grade, at, longest))
        scheduler = Scheduler(
            learning_steps=(rules.STEP,), relearning_steps=(rules.STEP,), maximum_interval=longest, enable_fuzzing=False
        )
        card, _ = scheduler.review_card(card, Rating(grade), at)
    memory = rules.replay(lines)
    assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
    assert memory.last_review_at == card.last_review
    if lines:
        assert memory.due_at == card.due
        for days in (0, 3, 40):
            then = at + days * DAY
            assert rules.recall(memory.stability, at, then) == pytest.approx(
                scheduler.get_card_retrievability(card, then)
            )


@given(st.integers(1, 4), GAPS, st.floats(min_value=0.01, max_value=60))
def test_no_interval_passes_a_third_of_the_way_to_the_interview(grade: int, gap: float, ahead: float) -> None:
    now = START + gap * DAY
    interview = now + ahead * DAY
    longest = rules.longest_interval(now, interview)
    memory = rules.after(rules.replay([Graded(rules.EASY, START)]), Graded(grade, now, longest))
    assert memory.due_at is not None
    assert memory.due_at - now <= max(DAY, (interview - now) / 3)


def test_after_the_date_the_schedule_is_normal_again() -> None:
    interview = START + 9 * DAY
    assert rules.longest_interval(START, interview) == 3
    assert rules.longest_interval(START + 8 * DAY, interview) == 1
    assert rules.longest_interval(interview, interview) == rules.LONGEST
    capped = rules.replay([Graded(rules.GOOD, START, 3), Graded(rules.GOOD, START + 2 * DAY, 2)])
    then = interview + DAY
    free = rules.after(capped, Graded(rules.GOOD, then, rules.longest_interval(then, interview)))
    assert free.due_at is not None
    assert free.due_at - then > 20 * DAY
    assert not rules.is_near(then, interview)
    assert rules.reviewed_too_long_ago(then, interview) is None


def test_a_story_is_told_on_fixed_days() -> None:
    told = rules.replay([Graded(rules.GOOD, START)] * 4, story=True)
    assert (told.due_at, told.stability) == (START + 7 * DAY, None)
    failed = rules.after(told, Graded(rules.AGAIN, START), story=True)
    assert (failed.due_at, failed.lapses) == (START + DAY, 1)
    assert rules.after(told, Graded(rules.EASY, START, longest=3), story=True).due_at == START + 3 * DAY


def test_the_next_times_are_those_that_each_grade_then_gives() -> None:
    memory, now = rules.replay([Graded(rules.GOOD, START)]), START + 2 * DAY
    times = rules.next_times(memory, now, 5)
    assert list(times) == ["again", "hard", "good", "easy"]
    for word, at in times.items():
        assert rules.after(memory, Graded(rules.GRADES[word], now, 5)).due_at == at
