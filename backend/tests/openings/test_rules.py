from datetime import date

from vivavoce.openings import rules

TODAY = date(2026, 11, 22)


def test_quiet_days_are_whole_days_since_the_last_move() -> None:
    assert rules.quiet_days("applied", date(2026, 11, 10), TODAY) == 12
    assert rules.quiet_days("applied", TODAY, TODAY) == 0


def test_nobody_waits_once_it_is_closed() -> None:
    assert [rules.quiet_days(stage, date(2026, 1, 1), TODAY) for stage in rules.CLOSED] == [None] * 3


def test_a_move_noted_for_tomorrow_does_not_count_backwards() -> None:
    assert rules.quiet_days("applied", date(2026, 11, 23), TODAY) == 0


def test_one_may_go_anywhere_but_where_one_is() -> None:
    assert rules.allowed_moves("offer") == [stage for stage in rules.STAGES if stage != "offer"]
