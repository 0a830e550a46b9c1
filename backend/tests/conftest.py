"""What the whole suite shares: a client that holds every reply of the API against openapi.yaml."""

from __future__ import annotations

import pytest
from django.test import Client

from vivavoce.core.testing.conformance import ConformingClient


@pytest.fixture
def client(request: pytest.FixtureRequest) -> Client:
    """Django's test client. Tests with addresses of their own (``pytest.mark.urls``) have a contract of their own."""
    return Client() if request.node.get_closest_marker("urls") else ConformingClient()
