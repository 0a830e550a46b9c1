"""The grade of the pages' security headers: the service in production mode behind TLS, seen by MDN's grader."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import install
from ground import BACKEND, FRONTEND, VAR, Trouble, python, quiet
from serving import free_port

PAGES = ("/", "/sign-in", "/questions", "/api/docs/", "/api/problems/not-found/", "/admin/login/", "/openapi.yaml")
NOWHERE = "postgres://nobody@127.0.0.1:1/none"  # none of these pages asks a database


def possible() -> bool:
    """Whether there is a program to make a certificate."""
    return shutil.which("openssl") is not None


def grade() -> str:
    """A self-signed certificate, a server, the grader; what it printed. Nothing of it needs a network."""
    with tempfile.TemporaryDirectory(dir=VAR) as folder:
        certificate, key = Path(folder) / "certificate.pem", Path(folder) / "key.pem"
        make_certificate(certificate, key)
        port = free_port()
        command = [python(), "-m", "gunicorn", "-c", "config/gunicorn_conf.py"]
        server = subprocess.Popen(  # noqa: S603 - our own command
            [*command, "--certfile", str(certificate), "--keyfile", str(key)],
            cwd=BACKEND,
            env={**os.environ, **production(port)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait(port, server)
            script = [*install.node(), "scripts/grade.js", *(f"localhost:{port}{page}" for page in PAGES)]
            return quiet("test-grade", script, FRONTEND, {"NODE_EXTRA_CA_CERTS": str(certificate)})
        finally:
            server.terminate()
            server.wait(30)


def make_certificate(certificate: Path, key: Path) -> None:
    """For ``localhost``, for two days."""
    made = ["-keyout", str(key), "-out", str(certificate), "-days", "2", "-subj", "/CN=localhost"]
    kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    quiet("test-certificate", ["openssl", "req", "-x509", *kind, *made, "-addext", "subjectAltName=DNS:localhost"])


def production(port: int) -> dict[str, str]:
    """The settings of a real installation."""
    return {
        "VIVAVOCE_MODE": "production",
        "PUBLIC_URL": f"https://localhost:{port}",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "DATABASE_URL": NOWHERE,
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "WEB_WORKERS": "1",
    }


def wait(port: int, server: subprocess.Popen[bytes]) -> None:
    """Until it listens."""
    end = time.monotonic() + 60
    while time.monotonic() < end and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            return
        except OSError:
            time.sleep(0.05)
    raise Trouble("The server that was to be graded did not start.")
