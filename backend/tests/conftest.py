"""What the whole suite shares: every reply of the API is held against openapi.yaml."""

from __future__ import annotations

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
    """Numbers that tests counted (``record_property("summary", ...)``), for people to read; workers send them too."""
    told = [
        str(value)
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == "summary" and getattr(report, "when", "") == "call"
    ]
    if told:
        terminalreporter.section("counted")
        for line in sorted(told):
            terminalreporter.line(line)
