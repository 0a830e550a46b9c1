from datetime import UTC, datetime
from typing import Any

import pytest
from icalendar import Calendar
from rest_framework.test import APIClient

from tests.interviews.samples import an_interview, path
from tests.people import a_person, signed_in
from vivavoce.interviews.calendar import local_time
from vivavoce.interviews.models import Interview

pytestmark = pytest.mark.django_db
WINTER = datetime(2026, 12, 3, 15, tzinfo=UTC)


def events(client: APIClient, url: str, **query: str) -> list[dict[str, str]]:
    reply = client.get(url, query, headers={"Accept": "text/calendar"})
    assert reply.status_code == 200
    assert reply["Content-Type"] == "text/calendar; charset=utf-8"
    found = Calendar.from_ical(reply.content).walk("VEVENT")
    return [
        {key: text(item, key) for key in item} | {"TZID": str(item["DTSTART"].params.get("TZID"))} for item in found
    ]


def text(item: Any, key: str) -> str:
    return str(item[key].to_ical().decode())


def test_an_interview_is_an_entry_in_its_own_zone() -> None:
    person = a_person()
    interview = an_interview(person, starts_at=WINTER, time_zone="Europe/Berlin", place="Torstrasse 140, Berlin")
    [entry] = events(signed_in(person), path(interview))
    assert entry["UID"] == f"{interview.id}@vivavoce"
    assert (entry["DTSTART"], entry["DTEND"], entry["TZID"]) == ("20261203T160000", "20261203T170000", "Europe/Berlin")
    assert (entry["SUMMARY"], entry["STATUS"], entry["SEQUENCE"]) == ("Technical\\, Halden", "CONFIRMED", "0")
    assert entry["LOCATION"] == "Torstrasse 140\\, Berlin"


def test_a_moved_interview_keeps_its_uid_and_raises_its_sequence() -> None:
    person = a_person()
    interview, client = an_interview(person, starts_at=WINTER), signed_in(person)
    [before] = events(client, path(interview))
    client.post(path(interview, "reschedule/"), {"starts_at": "2026-12-04T15:00:00Z"})
    [after] = events(client, path(interview))
    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == ("0", "1")


def test_one_called_off_is_shown_as_cancelled() -> None:
    person = a_person()
    interview, client = an_interview(person, starts_at=WINTER), signed_in(person)
    client.post(path(interview, "cancel/"), {"reason": "Ill"})
    [entry] = events(client, path(interview))
    assert (entry["STATUS"], entry["SEQUENCE"]) == ("CANCELLED", "1")


def test_the_list_holds_all_that_the_filters_leave_and_nothing_of_others() -> None:
    person = a_person()
    for index in range(30):
        an_interview(person, title=f"Round {index}", starts_at=WINTER)
    an_interview(person, title="Draft", starts_at=None)
    an_interview(a_person(), title="Hidden", starts_at=WINTER)
    client = signed_in(person)
    assert len(events(client, "/api/v1/interviews/")) == 30
    assert len(events(client, "/api/v1/interviews/", title="Round 7")) == 1


def test_a_link_asks_by_its_address() -> None:
    person = a_person()
    interview = an_interview(person, starts_at=WINTER)
    reply = signed_in(person).get(path(interview), {"format": "ics"})
    assert reply.content.startswith(b"BEGIN:VCALENDAR")
    assert reply["Content-Disposition"] == 'attachment; filename="interview.ics"'
    wrong = signed_in(person).get(path(interview), {"format": "ical"})
    assert wrong.status_code == 400
    assert wrong.json()["errors"][0]["parameter"] == "format"


def test_text_cannot_break_out_of_its_line() -> None:
    person = a_person()
    evil = "Talk\r\nATTENDEE:mailto:a@example.org\r\nX:"
    interview = an_interview(person, title=evil, notes=evil, place=evil, starts_at=WINTER)
    [entry] = events(signed_in(person), path(interview))
    assert "ATTENDEE" not in entry


def test_the_same_state_is_the_same_file() -> None:
    person = a_person()
    interview, client = an_interview(person, starts_at=WINTER), signed_in(person)
    first = client.get(path(interview), {"format": "ics"})
    assert client.get(path(interview), {"format": "ics"}, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_the_hour_that_autumn_repeats_is_written_in_utc() -> None:
    once = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    again = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert local_time(once, "Europe/Berlin").strftime("%H:%M %Z") == "02:30 CEST"
    assert local_time(again, "Europe/Berlin").strftime("%H:%M %Z") == "01:30 UTC"


def test_nobody_without_a_session_gets_a_calendar() -> None:
    an_interview(a_person())
    reply = APIClient().get("/api/v1/interviews/", headers={"Accept": "text/calendar"})
    assert reply.status_code == 401
    assert reply["Content-Type"] == "application/problem+json"
    assert Interview.objects.count() == 1
