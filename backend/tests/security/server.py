"""The server as it is shipped: gunicorn with our configuration, spoken to through a plain socket."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

BACKEND = Path(__file__).resolve().parents[2]


@dataclass
class Shipped:
    """A running server."""

    port: int
    log: Path
    pid: int = 0

    def open(self) -> socket.socket:
        """A connection to it."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def ask(self, raw: bytes) -> bytes:
        """All that it answers to these bytes until it closes; a connection that it keeps open is a failure."""
        with self.open() as connection:
            connection.sendall(raw)
            found = b""
            while data := connection.recv(65_536):
                found += data
        return found


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def shipped(folder: Path, *arguments: str, **environment: str) -> Iterator[Shipped]:
    """Start it with its own configuration, wait until it answers, and stop it."""
    server = Shipped(free_port(), folder / "server.log")
    variables = {"VIVAVOCE_MODE": "local", "PUBLIC_URL": f"http://127.0.0.1:{server.port}", **environment}
    with server.log.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn_conf.py", *arguments],
            cwd=BACKEND,
            env={**os.environ, "PORT": str(server.port), "WEB_WORKERS": "1", **variables},
            stdout=log,
            stderr=log,
        )
    server.pid = process.pid
    try:
        _wait(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(30)


def _wait(server: Shipped, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            server.open().close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(server.log.read_text())
