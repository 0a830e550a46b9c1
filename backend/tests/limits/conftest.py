"""A store of its own for each test, and low limits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.cache import cache
from pytest_django import Settings

from vivavoce.limits.buckets import Rate

Limit = Callable[..., None]


@pytest.fixture
def limit(tmp_path: Path, settings: Settings) -> Limit:
    """Set limits by name: ``limit(known="5/m")``."""
    cache.clear()  # allauth's own counters
    settings.LIMITS_FOLDER = str(tmp_path / "limits")

    def set_(**rates: str) -> None:
        settings.RATE_LIMITS = {**settings.RATE_LIMITS, **{name: Rate.parse(text) for name, text in rates.items()}}

    return set_
