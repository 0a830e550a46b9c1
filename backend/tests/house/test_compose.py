"""docker-compose.yml without Docker: each service of ours runs its very command, environment and health check here.

Only what names another container or its disk is replaced: the database's address, the cache's, the state folder, the
port. The cache is away on purpose: the server must do without it.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest
import yaml

from config.embedded_postgres import ROLES, serving

BACKEND = Path(__file__).resolve().parents[2]
PROJECT = BACKEND.parent
COMPOSE: dict[str, Any] = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = [name for name, service in SERVICES.items() if "build" in service]


def plain(text: str) -> str:
    """The text with the defaults of its variables, as `docker compose up` sees it without an .env file."""
    return re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", text)


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def test_whoever_runs_it_can_set_every_limit() -> None:
    """What docs/decisions/limits.md offers reaches the service; what is empty is as if it were not set."""
    offered = re.findall(r"^\| `([A-Z_]+)`", (PROJECT / "docs/decisions/limits.md").read_text(), re.MULTILINE)
    assert len(offered) == 5
    given = SERVICES["web"]["environment"]
    assert {name: re.match(r"\$\{(\w+):-", given[name])[1] for name in offered} == {name: name for name in offered}  # type: ignore[index]  # it matches


class Native:
    """The services of ours, on this machine."""

    def __init__(self, state: Path, database: dict[str, str], port: int) -> None:
        self.replaced = {
            r"postgres://vivavoce:[^@]*@db:5432/vivavoce": database["DATABASE_URL"],
            r"postgres://vivavoce_owner:[^@]*@db:5432/vivavoce": database["DATABASE_OWNER_URL"],
            r"redis://cache:6379": "redis://127.0.0.1:1",
            r"/var/lib/vivavoce": str(state),
            r"\b8000\b": str(port),
            r"0\.0\.0\.0": "127.0.0.1",
        }

    def here(self, text: str) -> str:
        for pattern, replacement in self.replaced.items():
            text = re.sub(pattern, replacement, text)
        return text

    def environment(self, name: str) -> dict[str, str]:
        given = SERVICES[name]["environment"]
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        return {"PATH": path, **{key: self.here(plain(str(value))) for key, value in given.items()}}

    def start(self, name: str, command: list[str]) -> subprocess.Popen[str]:
        words = [self.here(plain(word)) for word in command]
        return subprocess.Popen(
            words, cwd=BACKEND, env=self.environment(name), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def finish(self, name: str, command: list[str]) -> tuple[int, str]:
        process = self.start(name, command)
        told, _ = process.communicate(timeout=120)
        return process.returncode, told


def test_ours_are_the_two_that_this_test_starts() -> None:
    assert OURS == ["web", "prepare"]


def test_both_services_start_as_written_and_are_healthy(tmp_path: Path, free_port: int) -> None:
    with serving(None) as database:
        native = Native(tmp_path, database, free_port)
        code, told = native.finish("prepare", SERVICES["prepare"]["command"])
        assert code == 0, told
        assert (tmp_path / "secret-key").exists()
        server = native.start("web", SERVICES["web"]["command"])
        try:
            kind, *check = SERVICES["web"]["healthcheck"]["test"]
            assert kind == "CMD"
            end = time.monotonic() + 60
            while (code := native.finish("web", check)[0]) and time.monotonic() < end:
                assert server.poll() is None, server.communicate()[0]
                time.sleep(0.2)
            assert code == 0
            with urllib.request.urlopen(f"http://127.0.0.1:{free_port}/api/v1/") as reply:
                assert reply.status == 200
        finally:
            server.terminate()
            server.communicate(timeout=30)
        assert native.finish("web", check)[0] == 1  # the check can fail, too


def test_it_is_served_on_localhost_only_and_the_database_nowhere() -> None:
    assert SERVICES["web"]["ports"] == ["127.0.0.1:8000:8000"]
    assert "ports" not in SERVICES["db"]
    assert "ports" not in SERVICES["cache"]


def test_the_database_makes_the_two_roles_with_the_script_of_the_embedded_one() -> None:
    (mounted,) = [volume for volume in SERVICES["db"]["volumes"] if volume.startswith("./")]
    source, target, mode = mounted.split(":")
    assert (PROJECT / source).resolve() == ROLES
    assert target == "/docker-entrypoint-initdb.d/roles.sql"
    assert mode == "ro"
    given = set(SERVICES["db"]["environment"])
    assert set(re.findall(r"\\getenv \w+ (\w+)", ROLES.read_text())) <= given


def test_the_image_starts_what_the_composition_starts() -> None:
    last = (PROJECT / "Dockerfile").read_text().strip().splitlines()[-1]
    assert yaml.safe_load(last.removeprefix("CMD ")) == SERVICES["web"]["command"]
