"""One number behaves as a bucket of tokens does."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.limits.conftest import Limit
from vivavoce.limits import buckets
from vivavoce.limits.buckets import Rate, Standing
from vivavoce.limits.table import SharedTable

RATES = st.builds(Rate, st.integers(1, 50), st.integers(1, 600))
STEPS = st.lists(st.tuples(st.integers(0, 40_000_000), st.sampled_from(["take", "take", "give back"])), max_size=80)


class Reference:
    """A bucket as a book describes it: tokens, and the moment at which they were counted."""

    def __init__(self, rate: Rate, now: int) -> None:
        self.rate, self.tokens, self.counted = rate, Fraction(rate.amount), now

    def fill(self, now: int) -> None:
        back = Fraction(now - self.counted, self.rate.interval)
        self.tokens, self.counted = min(self.tokens + back, Fraction(self.rate.amount)), now

    def take(self, now: int) -> bool:
        self.fill(now)
        admitted = self.tokens >= 1
        self.tokens -= admitted
        return admitted

    def give_back(self, now: int) -> None:
        self.fill(now)
        self.tokens = min(self.tokens + 1, Fraction(self.rate.amount))


@given(RATES, STEPS)
def test_it_is_a_token_bucket(rate: Rate, steps: list[tuple[int, str]]) -> None:
    now, full_at = 1_700_000_000_000_000, 0
    reference = Reference(rate, now)
    for later, what in steps:
        now += later
        if what == "take":
            full_at, admitted = buckets.take(full_at, now, rate)
            assert admitted == reference.take(now)
        else:
            full_at = buckets.give_back(full_at, now, rate)
            reference.give_back(now)
        assert Standing(rate, True, full_at - now).remaining == int(reference.tokens)


@given(RATES, STEPS)
def test_who_waits_as_told_is_admitted(rate: Rate, steps: list[tuple[int, str]]) -> None:
    now, full_at = 1_700_000_000_000_000, 0
    for later, _ in steps:
        now += later
        full_at, admitted = buckets.take(full_at, now, rate)
        if not admitted:
            now += Standing(rate, admitted, full_at - now).retry_after * buckets.SECOND
            full_at, admitted = buckets.take(full_at, now, rate)
        assert admitted


@given(RATES, st.lists(st.integers(0, 3_000_000), min_size=1, max_size=200))
def test_a_window_never_admits_more_than_the_burst_and_what_came_back(rate: Rate, steps: list[int]) -> None:
    now = start = 1_700_000_000_000_000
    full_at = admitted = 0
    for later in steps:
        now += later
        full_at, good = buckets.take(full_at, now, rate)
        admitted += good
    assert admitted <= rate.amount + (now - start) * rate.amount / (rate.seconds * buckets.SECOND)


def test_a_clock_that_is_put_back_locks_nobody_out_for_longer_than_the_window() -> None:
    rate = Rate.parse("5/m")
    tomorrow = 1_700_086_400_000_000
    full_at = tomorrow + rate.capacity
    today = tomorrow - 86_400_000_000
    full_at, admitted = buckets.take(full_at, today, rate)
    assert not admitted
    assert Standing(rate, False, full_at - today).retry_after == 12


@pytest.mark.parametrize(
    ("text", "amount", "seconds"), [("1200/m", 1200, 60), ("5/10m", 5, 600), ("1/s", 1, 1), ("7/2h", 7, 7200)]
)
def test_it_reads_rates(text: str, amount: int, seconds: int) -> None:
    assert Rate.parse(text) == Rate(amount, seconds)


@pytest.mark.parametrize("text", ["", "0/m", "5", "5/", "-5/m", "5/0m", "5/w", "five/m", "5/m/ip", "99999999/m"])
def test_it_refuses_what_is_no_rate(text: str) -> None:
    with pytest.raises(ValueError, match="A rate is written like"):
        Rate.parse(text)


def test_the_table_keeps_what_it_should(limit: Limit) -> None:
    now = 1_700_000_000_000_000
    table = SharedTable(clock=lambda: now)
    rate = Rate.parse("2/m")
    assert [table.take("a", rate).admitted for _ in range(3)] == [True, True, False]
    table.give_back("a", rate)
    assert [table.take("a", rate).admitted for _ in range(2)] == [True, False]
    assert table.take("b", rate).remaining == 1
    now += 30_000_000
    assert [table.take("a", rate).admitted for _ in range(2)] == [True, False]


def test_full_buckets_leave_their_slots_to_others(limit: Limit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vivavoce.limits.table.SETS", 1)  # sixteen slots
    now = 1_700_000_000_000_000
    table, rate = SharedTable(clock=lambda: now), Rate.parse("1/m")
    for number in range(16):
        assert table.take(f"first {number}", rate).admitted
        now += 1000
    assert not any(table.take(f"first {number}", rate).admitted for number in range(16))
    now += 60_000_000
    assert table.take("second", rate).admitted
    assert not table.take("second", rate).admitted
    for number in range(15):
        assert table.take(f"third {number}", rate).admitted
    assert not table.take("second", rate).admitted  # every slot was free, so none that is in use was taken
    now += 1
    assert table.take("one too many", rate).admitted  # forgets the bucket that is full soonest
    assert table.take("second", rate).admitted
