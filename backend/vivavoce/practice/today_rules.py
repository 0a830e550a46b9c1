"""What the day says in one sentence, and how days in a row are counted; without a database."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, datetime, timedelta

TENS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
TEENS = ("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
WORDS = (*TENS, *TEENS, "twenty")
WEEK = 7


def in_words(number: int) -> str:
    """A number as a sentence carries it: in words up to twenty."""
    return WORDS[number] if number < len(WORDS) else str(number)


def headline(due: int, whom: str = "", starts_at: datetime | None = None, today: date | None = None) -> str:
    """The day's sentence, from what is due and the next interview; ``starts_at`` is local time."""
    if starts_at is None or today is None:
        return f"{_due(due)}." if due else "Nothing is due today."
    return f"{_due(due) if due else 'Nothing is due today'}, and {whom} is {_when(starts_at, today)}."


def _due(count: int) -> str:
    cards = f"{in_words(count)} {'card is' if count == 1 else 'cards are'} due"
    return cards[0].upper() + cards[1:]


def _when(starts_at: datetime, today: date) -> str:
    days = (starts_at.date() - today).days
    if days == 0:
        return f"today at {starts_at:%H:%M}"
    if days == 1:
        return "tomorrow"
    if days <= WEEK:
        return f"in {in_words(days)} days"
    return f"on {starts_at:%a} {starts_at.day} {starts_at:%b}" + (f" {starts_at.year}" if days > 300 else "")


def streak(active: Container[date], today: date) -> int:
    """Days in a row with practice, up to today; a day that is not over yet breaks nothing."""
    day = today if today in active else today - timedelta(days=1)
    count = 0
    while day in active:
        count += 1
        day -= timedelta(days=1)
    return count
