"""Settings: safe by default, clean in production, and refused when they are not fit for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from config.settings import database

BACKEND = Path(__file__).resolve().parents[2]
GOOD = {
    "PUBLIC_URL": "https://vivavoce.example",
    "SECRET_KEY": "a-key-that-is-long-enough-and-random-enough-0123456789-abcdef",
    "DATABASE_URL": os.environ["DATABASE_URL"],
}


def run(code: list[str], **more: str) -> subprocess.CompletedProcess[str]:
    ours = ("DATABASE_", "VIVAVOCE_", "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "PUBLIC_URL", "DJANGO_")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    return subprocess.run(
        [sys.executable, *code], cwd=BACKEND, env={**kept, **more}, capture_output=True, text=True, check=False
    )


def start(**more: str) -> subprocess.CompletedProcess[str]:
    return run(["-c", "import config.wsgi"], **more)


def options(url: str) -> object:
    given = database(url)["OPTIONS"]
    assert isinstance(given, dict)
    return given["options"]


def test_production_is_the_default_and_starts_with_good_settings() -> None:
    told = start(**GOOD)
    assert told.returncode == 0, told.stderr


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"SECRET_KEY": "not-secret-local-only"}, "SECRET_KEY must be set"),
        ({"SECRET_KEY": "short"}, "at least 50 random characters"),
        ({"DEBUG": "1"}, "DEBUG must be off"),
        ({"ALLOWED_HOSTS": "*"}, "not `*`"),
        ({"ALLOWED_HOSTS": "one.example, *"}, "not `*`"),
        ({"PUBLIC_URL": "http://vivavoce.example"}, "PUBLIC_URL must begin with https://"),
    ],
)
def test_production_refuses_to_start(change: dict[str, str], sentence: str) -> None:
    told = start(**GOOD | change)
    assert told.returncode == 1
    assert "ImproperlyConfigured" in told.stderr
    assert sentence in told.stderr


@pytest.mark.parametrize("mode", ["prod", "Production", " "])
def test_it_refuses_an_unknown_mode(mode: str) -> None:
    told = start(**GOOD, VIVAVOCE_MODE=mode)
    assert told.returncode == 1
    assert "VIVAVOCE_MODE must be production, local or test" in told.stderr


def test_it_takes_an_empty_mode_for_production() -> None:
    assert "SECRET_KEY must be set" in start(VIVAVOCE_MODE="").stderr


def test_it_keeps_the_published_key_on_this_machine() -> None:
    told = start(VIVAVOCE_MODE="local", PUBLIC_URL="http://vivavoce.example")
    assert told.returncode == 1
    assert "SECRET_KEY must be set where PUBLIC_URL is not this machine" in told.stderr


def test_it_ends_long_statements_of_the_service_but_not_of_the_owner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgres://owner@db/vivavoce")
    assert options("postgres://owner@db/vivavoce") == ""
    assert options("postgres://service@db/vivavoce") == "-c statement_timeout=10000"
    more = options("postgres://service@db/vivavoce?options=-c%20statement_timeout%3D0")
    assert more == "-c statement_timeout=10000 -c statement_timeout=0"


@pytest.mark.django_db
def test_it_asks_the_database_for_that_limit() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("10s",)


def test_nothing_set_at_all_refuses_too() -> None:
    assert "SECRET_KEY must be set" in start().stderr


def test_the_same_settings_are_fine_on_this_machine() -> None:
    told = start(VIVAVOCE_MODE="local", DEBUG="1")
    assert told.returncode == 0, told.stderr


def test_a_key_may_come_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "key"
    made = run(["-m", "config.secret_key"], SECRET_KEY_FILE=str(path))
    assert made.returncode == 0, made.stderr
    assert path.stat().st_mode & 0o777 == 0o600
    key = path.read_text()
    run(["-m", "config.secret_key"], SECRET_KEY_FILE=str(path))
    assert path.read_text() == key
    told = start(**{name: value for name, value in GOOD.items() if name != "SECRET_KEY"}, SECRET_KEY_FILE=str(path))
    assert told.returncode == 0, told.stderr


def test_check_deploy_has_nothing_to_say() -> None:
    told = run(["manage.py", "check", "--deploy", "--fail-level", "DEBUG"], **GOOD)
    assert told.returncode == 0, told.stderr
    assert "no issues" in told.stdout


def test_check_deploy_names_what_production_refuses() -> None:
    told = run(["manage.py", "check", "--deploy"], **GOOD | {"DEBUG": "1"})
    assert told.returncode == 1
    assert "vivavoce.E001" in told.stderr
