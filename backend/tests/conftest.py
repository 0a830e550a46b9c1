"""What the whole suite shares: every reply of the API is held against openapi.yaml."""

from __future__ import annotations

from collections import Counter

import pytest
from django.test import Client
from hypothesis import settings

from vivavoce.core.testing.conformance import conforming

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # an example may take as long as a busy machine makes it take


@pytest.fixture(autouse=True)
def _replies_conform(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests with addresses of their own (``pytest.mark.urls``) have a contract of their own."""
    if not request.node.get_closest_marker("urls"):
        monkeypatch.setattr(Client, "request", conforming(Client.request))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Numbers that tests counted, for people to read; workers send them too.

    ``record_property("summary", ...)`` is a line; ``record_property("tally", ...)`` counts those that passed.
    """
    called = [
        (name, str(value), report.outcome)
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if getattr(report, "when", "") == "call"
    ]
    told = [value for name, value, _ in called if name == "summary"]
    tallied = Counter((value, outcome) for name, value, outcome in called if name == "tally")
    for line in {value for value, _ in tallied}:
        of = sum(number for (value, _), number in tallied.items() if value == line)
        told.append(f"{line}: {tallied[line, 'passed']} of {of}")
    if told:
        terminalreporter.section("counted")
        for line in sorted(told):
            terminalreporter.line(line)
