"""A whole scorecard takes two commands: POST it, submit it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rest_framework.test import APIClient

from tests.interviews.card_samples import an_assessment, held, seat, whole
from tests.people import a_person, with_token

Tell = Callable[[str, object], None]
pytestmark = pytest.mark.django_db


class CountingClient:
    """Counts what is sent with a token."""

    def __init__(self, client: APIClient) -> None:
        self.client = client
        self.commands = 0

    def post(self, path: str, body: object) -> dict[str, object]:
        """One command, which is done."""
        self.commands += 1
        reply = self.client.post(path, body)
        assert reply.status_code < 300, reply.content.decode()
        return dict(reply.json())


def test_from_a_token_to_a_submitted_card_it_takes_two_commands(record_property: Tell) -> None:
    lead, person = a_person(), a_person()
    interview = held(lead, an_assessment(lead))
    seat(interview, person)
    console = CountingClient(with_token(person, "interviews:read", "interviews:write"))
    card = console.post("/api/v1/scorecards/", {"interview": str(interview.pk), **whole()})
    submitted = console.post(f"{card['url']}submit/", {})
    assert submitted["state"] == "submitted"
    assert console.commands == 2
    record_property("summary", f"from a token to a submitted scorecard: {console.commands} commands")
