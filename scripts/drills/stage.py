"""The product as `make run` starts it, with a database of its own and two workers; ends all that it started."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path

import serve
from ground import BACKEND, Trouble, say

from config.embedded_postgres import Server, dismiss
from config.postgres_programs import DatabaseProblem

WORKERS = 2


class Stage:
    """One database in a folder, and gunicorn in front of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.chmod(0o755)  # PostgreSQL runs as another where root starts it
        self.port = int(os.environ["PORT"])
        self.token = ""
        self.log = folder / "server.log"
        os.environ["LIMITS_FOLDER"] = str(folder / "limits")
        self.database = Server(folder / "postgres")
        self.master: subprocess.Popen[bytes] | None = None
        self.seen: set[int] = set()  # every worker there ever was
        self.cleaning = ExitStack()  # what goes after the server and before the folder

    def __enter__(self) -> Stage:
        try:
            say("starting PostgreSQL")
            self.start_database()
            os.environ.update(self.database.urls())
            serve.migrate(None)
            say("loading content and the demo world")
            self.token = serve.prepare(None)["token"]
            self.start_server()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
            signal.signal(number, signal.SIG_IGN)  # from here on it ends by itself
        self.stop_server()
        self.cleaning.close()
        for place in (self.database.home.parent, self.folder):  # root's database may be outside
            shutil.rmtree(place, ignore_errors=True)

    # The database

    def start_database(self) -> None:
        """Start it; its guard stops it when this program ends in whatever way."""
        if guard := self.database.start():
            self.cleaning.callback(dismiss, guard)

    def stop_database(self) -> None:
        """Stop it at once, as a crash would: no connection is served to its end."""
        self._tool("pg_ctl", "-D", str(self.database.data), "-m", "immediate", "-w", "stop")

    def sql(self, text: str) -> str:
        """Run one statement as the superuser; its bare answer."""
        host = str(self.database.home) if self.database.by_socket else "127.0.0.1"
        place = ["-h", host, "-p", str(self.database.port), "-U", "postgres", "-d", "vivavoce"]
        return self._tool("psql", "-X", "-q", "-A", "-t", *place, "-c", text)

    def _tool(self, name: str, *arguments: str) -> str:
        word = {"PGPASSWORD": self.database.passwords()["postgres"]}
        done = self.database.account.run([str(self.database.bin / name), *arguments], word)
        if done.returncode:
            raise DatabaseProblem(f"{name} failed: {done.stdout.strip()}")
        return done.stdout.strip()

    # The server

    def start_server(self) -> None:
        """Start gunicorn and wait for its word."""
        with self.log.open("ab") as log:
            self.master = subprocess.Popen(  # noqa: S603 - our own command
                serve.GUNICORN,
                cwd=BACKEND,
                stdout=log,
                stderr=log,
                env={**os.environ, "WEB_WORKERS": str(WORKERS)},
                start_new_session=True,
            )
        serve.wait_until_ready(f"http://127.0.0.1:{self.port}", self.master)
        self.full_house()

    def workers(self) -> list[int]:
        """The workers of the present master, the oldest first."""
        if self.master is None or self.master.poll() is not None:
            return []
        told = subprocess.run(
            ["/bin/ps", "-A", "-o", "pid=,ppid="],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        pairs = [tuple(map(int, line.split())) for line in told.splitlines()]
        found = sorted(pid for pid, parent in pairs if parent == self.master.pid)
        self.seen.update(found)
        return found

    def full_house(self, but: set[int] | None = None) -> list[int]:
        """Wait until all workers are there, and none of those named."""
        end = time.monotonic() + 40
        while time.monotonic() < end:
            found = self.workers()
            if len(found) == WORKERS and not set(found) & (but or set()):
                return found
            time.sleep(0.05)
        raise Trouble(f"The server has the workers {found} and should have {WORKERS} new ones; its log: {self.tail()}")

    def kill_server(self) -> None:
        """Kill -9 of the master; its workers notice within a second."""
        self.workers()
        if self.master:
            self.master.kill()
            self.master.wait()

    def hang_up(self) -> None:
        """Ask the master for a rolling reload."""
        if self.master:
            self.master.send_signal(signal.SIGHUP)

    def stop_server(self) -> None:
        """End the master gently, then every worker that outlived it."""
        self.workers()
        if self.master:
            serve.stop(self.master)
        end = time.monotonic() + 25
        while (left := [pid for pid in self.seen if alive(pid)]) and time.monotonic() < end:
            time.sleep(0.1)
        for pid in left:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def tail(self) -> str:
        """The last lines of the server's log."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-5:])


def alive(pid: int) -> bool:
    """Whether a process of ours is still there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    if sys.platform != "linux":
        return True
    try:  # the number may belong to another program by now, or to nobody yet to be buried
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        return state != "Z" and b"gunicorn" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
