"""Settings: safe by default, clean in production, and refused when they are not fit for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
