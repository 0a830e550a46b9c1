"""The ground of a test run: a throw-away PostgreSQL, a database made by its owner, tests as the service role."""

from __future__ import annotations

import os
from collections.abc import Iterator

import django
import pytest

from config.embedded_postgres import Server

# pytest-django loads settings only after the first conftest, and settings read the environment once.
os.environ["VIVAVOCE_SANDBOX"] = "1"
os.environ["VIVAVOCE_MODE"] = "test"
if not os.environ.get("DATABASE_URL"):
    _server = Server(None)
    _server.start()  # stops with this process; the workers of xdist inherit its addresses
    os.environ.update(_server.urls())
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()


def _act_as(url: str) -> None:
    """Let the default connection use another role of the same database."""
    from django.db import connection

    from config.settings import database

    connection.close()
    role = database(url)
    connection.settings_dict.update({key: role[key] for key in ("USER", "PASSWORD")})


def _owner() -> str:
    return os.environ.get("DATABASE_OWNER_URL") or os.environ["DATABASE_URL"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Let the owner make and migrate the test database (one for each worker of xdist)."""
    _act_as(_owner())


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    """Hand the migrated database to the service role, and back to the owner at the end."""
    _act_as(os.environ["DATABASE_URL"])
    yield
    _act_as(_owner())
