"""Interviews as iCalendar (RFC 5545), for the calendar that a person already uses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from vivavoce.interviews.models import Interview

TAKES_PLACE = ("scheduled", "in_progress", "awaiting_feedback", "complete")
STATUS = {**dict.fromkeys(TAKES_PLACE, "CONFIRMED"), "cancelled": "CANCELLED"}
"""What a calendar shows of a state; the others are tentative."""


def local_time(moment: datetime, time_zone: str) -> datetime:
    """The moment on the clocks of that zone; in UTC for the hour that autumn repeats, where clocks are ambiguous."""
    local = moment.astimezone(ZoneInfo(time_zone))
    return moment.astimezone(UTC) if local.fold else local


def event(interview: Interview, starts_at: datetime) -> Event:
    """One interview. Its UID never changes, so that a moved interview moves in the calendar too."""
    end = starts_at + timedelta(minutes=interview.minutes)
    item = Event()
    item.add("uid", f"{interview.id}@vivavoce")
    item.add("dtstamp", interview.updated_at.astimezone(UTC))
    item.add("created", interview.created_at.astimezone(UTC))
    item.add("last-modified", interview.updated_at.astimezone(UTC))
    item.add("dtstart", local_time(starts_at, interview.time_zone))
    item.add("dtend", local_time(end, interview.time_zone))
    item.add("sequence", interview.sequence)
    item.add("status", STATUS.get(interview.state, "TENTATIVE"))
    item.add("summary", str(interview))
    if interview.place or interview.video_link:
        item.add("location", interview.place or interview.video_link)
    if interview.video_link:
        item.add("url", interview.video_link)
    if interview.notes:
        item.add("description", interview.notes)
    return item


def calendar(interviews: Iterable[Interview]) -> bytes:
    """A whole calendar file. Interviews without a time have no place in it."""
    timed = [(interview, interview.starts_at) for interview in interviews if interview.starts_at]
    file = Calendar()
    file.add("prodid", "-//Vivavoce//Interviews//EN")
    file.add("version", "2.0")
    file.add("x-wr-calname", "Interviews")
    for interview, starts_at in timed:
        file.add_component(event(interview, starts_at))
    if timed:
        years = [starts_at.year for _, starts_at in timed]
        file.add_missing_timezones(
            first_date=datetime(min(years) - 1, 1, 1, tzinfo=UTC).replace(tzinfo=None),
            last_date=datetime(max(years) + 2, 1, 1, tzinfo=UTC).replace(tzinfo=None),
        )
    return bytes(file.to_ical())
