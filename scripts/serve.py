"""Runs inside the virtual environment, with a database beside it: brings that up to date, serves, says where.

python serve.py [--demo | --dev -- COMMAND | -- COMMAND]: with a command, it runs once the server is ready, and both
end together.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from ground import BACKEND, PROJECT, Stamps, Trouble, files, quiet, say

SCRIPTS = PROJECT / "scripts"
PATIENCE = 60  # seconds until the server must be ready
GUNICORN = [sys.executable, "-m", "gunicorn", "-c", str(BACKEND / "config" / "gunicorn_conf.py")]


def migrate(home: Path | None) -> None:
    """Bring the tables up to date, unless this very database has seen the same migrations."""
    found = hashlib.sha256()
    for path in sorted(files(BACKEND / "vivavoce", BACKEND / "requirements.txt")):
        if "migrations" in path.parts or path.suffix == ".txt":
            found.update(path.read_bytes())
    if home and Stamps(home).fresh("migrations", found.hexdigest()):
        return
    say("migrating the database")
    quiet("migrate", [sys.executable, "manage.py", "migrate", "--no-input"], BACKEND, foresee=True)
    if home:
        Stamps(home).set("migrations", found.hexdigest())


def prepare(home: Path | None, again: bool = False) -> dict[str, str]:
    """Load the content, and the demo world the first time; the demo's way in, empty when somebody erased it."""
    known = bool(home and Stamps(home).read().get("demo"))
    step = "again" if again else "kept" if known else "first"
    told = quiet("prepare", [sys.executable, str(SCRIPTS / "prepare.py"), step], BACKEND, foresee=True)
    if home:
        Stamps(home).set("demo", "loaded once")
    way_in: dict[str, str] = json.loads(told.strip().splitlines()[-1])
    return way_in


def wait_until_ready(url: str, server: subprocess.Popen[bytes]) -> None:
    """Wait for the server's own word."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if server.poll() is not None:
            raise Trouble("The server stopped before it was ready; its lines above say why.")
        try:
            with urllib.request.urlopen(f"{url}/readyz", timeout=5) as reply:  # noqa: S310 - our own http address
                if reply.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise Trouble(f"The server was not ready within {PATIENCE} seconds.")


def announce(url: str, way_in: dict[str, str], site: str) -> None:
    """Where everything is, and how to come in."""
    say("ready")
    lines = ["", f"  site           {site}/", f"  API            {url}/api/v1/", f"  documentation  {url}/api/docs/"]
    if way_in:
        token = way_in["token"]
        lines += [
            f"  demo sign-in   {way_in['sign_in']}  password  {way_in['password']}",
            "",
            "  The demo person's interviews, from another terminal:",
            "",
            f"    curl -s -H 'Authorization: Bearer {token}' '{url}/api/v1/interviews/?pretty'",
        ]
    else:
        lines.append("  demo           erased; `make demo` loads it again")
    print("\n".join([*lines, "", "Ctrl-C stops everything.", ""]), flush=True)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process, gently first."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(25)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def together(server: subprocess.Popen[bytes], command: list[str], url: str, way_in: dict[str, str]) -> int:
    """Run a command beside the server; its exit code."""
    known = {f"DEMO_{key.upper()}": value for key, value in way_in.items()}
    beside = subprocess.Popen(command, env={**os.environ, "BASE_URL": url, **known}, cwd=PROJECT / "frontend")  # noqa: S603
    try:
        while beside.poll() is None and server.poll() is None:
            time.sleep(0.1)
        return beside.returncode if beside.returncode is not None else 1
    finally:
        stop(beside)


def main() -> int:
    """Read the command line and do it."""
    words = sys.argv[1:]
    command = words[words.index("--") + 1 :] if "--" in words else []
    developing = "--dev" in words[:1]
    url = os.environ["PUBLIC_URL"]
    home = Path(os.environ["VIVAVOCE_DATABASE_HOME"]) if "VIVAVOCE_DATABASE_HOME" in os.environ else None
    migrate(home)
    if words[:1] == ["--demo"]:
        way_in = prepare(home, again=True)
        say(f"the demo world is there: {way_in['sign_in']}, password {way_in['password']}")
        return 0
    runserver = [sys.executable, "manage.py", "runserver", os.environ["PORT"]]
    server = subprocess.Popen(runserver if developing else GUNICORN, cwd=BACKEND)  # noqa: S603 - our own command
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    try:
        way_in = prepare(home)  # while the server starts
        wait_until_ready(url, server)
        if command and not developing:
            return together(server, command, url, way_in)
        announce(url, way_in, "http://127.0.0.1:5173" if developing else url)
        return together(server, command, url, way_in) if command else server.wait()
    except KeyboardInterrupt:
        print(flush=True)
        return 0
    finally:
        stop(server)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Trouble as trouble:
        sys.exit(str(trouble))
    except KeyboardInterrupt:
        sys.exit(130)
