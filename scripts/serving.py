"""Starts and stops the product on this machine: `make run`, `dev`, `demo`, `reset`."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import install
from ground import BACKEND, PROJECT, VAR, Trouble, python, ready_folders, say

sys.path.insert(0, str(BACKEND))
from config.secret_key import ensure

SERVE = str(PROJECT / "scripts" / "serve.py")
HOME = VAR / "postgres"


def port() -> int:
    """The port to serve on, free at this moment."""
    told = os.environ.get("PORT", "8000")
    if not told.isdigit() or not 0 < int(told) < 65536:
        raise Trouble(f"PORT must be a number from 1 to 65535, not {told!r}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(told)))
        except PermissionError as refusal:
            raise Trouble(f"Port {told} needs privileges; choose one from 1024 up: make run PORT=8000.") from refusal
        except OSError as refusal:
            other = int(told) + 1 if int(told) < 65535 else 8000
            raise Trouble(
                f"Port {told} is taken by another program; choose another: make run PORT={other}"
            ) from refusal
    return int(told)


def free_port() -> int:
    """Any free port."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def environment(number: int) -> dict[str, str]:
    """What the server reads, for this machine only; its key outlives a restart, so sessions and the demo do."""
    ready_folders()
    return {
        "LOG_LEVEL": "WARNING",
        "WEB_WORKERS": "1",
        "LIMITS_FOLDER": str(VAR / "limits"),
        **os.environ,
        "HOST": "127.0.0.1",
        "PORT": str(number),
        "PUBLIC_URL": f"http://127.0.0.1:{number}",
        "SECRET_KEY": ensure(VAR / "secret-key"),
        "VIVAVOCE_MODE": "local",
    }


def with_database(*command: str, throwaway: bool = False) -> list[str]:
    """The command, with the embedded PostgreSQL beside it (or with DATABASE_URL's, when that is set)."""
    options = ["--throwaway"] if throwaway else ["--home", str(HOME)]
    return [python(), "-m", "config.embedded_postgres", "run", *options, "--", *command]


def become(command: list[str], variables: dict[str, str]) -> int:
    """Go on as another program, so that a signal meets it and not us."""
    os.chdir(BACKEND)
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, variables)  # noqa: S606 - our own command
    return subprocess.call(command, env=variables)  # noqa: S603 - our own command


def run() -> int:
    """Serve the site, the API and its documentation."""
    number = port()
    install.everything()
    say("starting PostgreSQL" if not os.environ.get("DATABASE_URL") else "using the PostgreSQL of DATABASE_URL")
    return become(with_database(python(), SERVE), environment(number))


def dev() -> int:
    """Serve both halves, each reloading when its files change."""
    number = port()
    install.everything(checks=True, build=False)
    variables = environment(number) | {"DEBUG": "1", "LOG_LEVEL": "INFO"}
    variables |= install.site_environment() | {"VIVAVOCE_API": f"http://127.0.0.1:{number}"}
    variables |= {"CORS_ALLOWED_ORIGINS": "http://127.0.0.1:5173,http://localhost:5173"}
    return become(with_database(python(), SERVE, "--dev", "--", *install.npm(), "run", "dev"), variables)


def demo() -> int:
    """Erase the demo world and load it again, with dates around today."""
    install.everything(build=False)
    return become(with_database(python(), SERVE, "--demo"), environment(8000))


def reset() -> int:
    """Erase the local database and what was made for it."""
    if os.environ.get("DATABASE_URL"):
        raise Trouble("DATABASE_URL is set: `make reset` erases only the local database; unset it first.")
    outside = HOME / "outside"
    places = [HOME, VAR / "secret-key", VAR / "limits"]
    if outside.exists():
        places.append(Path(outside.read_text()).parent)
    for place in places:
        if (place / "data" / "postmaster.pid").exists() or (place / "server" / "data" / "postmaster.pid").exists():
            raise Trouble("The database is in use: stop `make run` first (Ctrl-C), then `make reset`.")
    try:
        for place in places:
            if place.is_dir():
                shutil.rmtree(place)
            else:
                place.unlink(missing_ok=True)
    except PermissionError as refusal:
        raise Trouble(f"{refusal.filename} belongs to another user; run `make reset` as that user.") from refusal
    say("the local database and the demo world are erased; `make run` makes them anew")
    return 0
