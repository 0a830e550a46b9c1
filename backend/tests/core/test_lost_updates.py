"""Two people write one row at the same moment: one wins, the other is told, and nothing is lost unseen."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from tests.openings.test_hiring import APPLICATIONS, hiring
from tests.people import an_interviewer, signed_in

Tell = Callable[[str, object], None]


def at_once(first: Callable[[], Any], second: Callable[[], Any]) -> list[Any]:
    """Both replies; each request on a connection of its own."""
    together = Barrier(2)

    def run(ask: Callable[[], Any]) -> Any:
        try:
            together.wait(10)
            return ask()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(run, (first, second)))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("second", ["PATCH", "DELETE"])
def test_one_wins_and_the_other_is_told(second: str, record_property: Tell) -> None:
    owner, lead = an_interviewer(), an_interviewer()
    application = hiring(owner, (lead, "lead"))
    url = f"{APPLICATIONS}{application.pk}/"
    mine, theirs = signed_in(owner), signed_in(lead)
    read = {"If-Match": mine.get(url)["ETag"]}
    writes = {
        "PATCH": lambda: mine.patch(url, {"notes": "The owner's."}, headers=read),
        "DELETE": lambda: mine.delete(url, headers=read),
    }
    replies = at_once(lambda: theirs.patch(url, {"notes": "The lead's."}, headers=read), writes[second])
    won = [one for one in replies if one.status_code < 300]
    told = [one for one in replies if one.status_code in {404, 412}]
    record_property("summary", f"two writers of one row, PATCH and {second}: {len(won)} won, {len(told)} told")
    assert (len(won), len(told)) == (1, 1), replies
    now = mine.get(url)
    if won[0].status_code == 204:
        assert (told[0].status_code, now.status_code) == (404, 404)
    else:
        assert (told[0].status_code, now.json()["notes"]) == (412, won[0].json()["notes"])
        assert told[0]["ETag"] == now["ETag"] == won[0]["ETag"]


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
def test_who_does_not_say_what_was_read_is_told_the_present_tag(method: str) -> None:
    owner = an_interviewer()
    client, url = signed_in(owner), f"{APPLICATIONS}{hiring(owner).pk}/"
    refused = client.generic(method, url, "{}", content_type="application/json")
    assert (refused.status_code, refused["ETag"]) == (428, client.get(url)["ETag"])
