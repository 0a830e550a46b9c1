"""A client that believes nothing: an answer that did not come whole is lost, and what to do then is said by others."""

from __future__ import annotations

import json
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from typing import Any

PROBLEM = "application/problem+json"


class Lost(Exception):
    """No whole answer came; nobody knows whether the request had its effect."""


@dataclass(frozen=True)
class Answer:
    """One whole answer."""

    status: int
    headers: dict[str, str]
    content: bytes

    def json(self) -> Any:
        """The body."""
        return json.loads(self.content)

    def problem(self) -> str | None:
        """What is wrong with an answer that should be a problem document; None when it is one."""
        if self.headers.get("content-type") != PROBLEM:
            return f"{self.status} is {self.headers.get('content-type')}, not a problem"
        told = self.json()
        if told.get("status") != self.status or not str(told.get("type", "")).startswith("/api/problems/"):
            return f"{self.status} does not name its type and status"
        return "a traceback in the reply" if b"Traceback" in self.content else None


class Caller:
    """One client with one connection that it keeps; it never asks twice by itself."""

    def __init__(self, port: int, token: str = "", patience: float = 15) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=patience)
        self.headers = {"Authorization": f"Bearer {token}"} if token else {}

    def __enter__(self) -> Caller:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, method: str, path: str, body: Any = None, **more: str) -> Answer:
        """Send a request; a keyword such as ``Idempotency_Key`` is a header. Raises Lost without a whole answer."""
        headers = self.headers | {name.replace("_", "-"): value for name, value in more.items()}
        content = body
        if body is not None and not isinstance(body, bytes):
            content = json.dumps(body).encode()
        if content is not None:
            headers.setdefault("Content-Type", "application/json")
        try:
            self.connection.request(method, path, content, headers)
            reply = self.connection.getresponse()
            told = {name.lower(): value for name, value in reply.getheaders()}
            found = reply.read()
        except (OSError, HTTPException) as trouble:
            self.close()
            raise Lost(f"{type(trouble).__name__}: {trouble}") from trouble
        # http.client takes the end of a connection for the end of the headers.
        if not {"content-length", "transfer-encoding"} & told.keys() and reply.status not in {204, 304}:
            self.close()
            raise Lost("cut within the headers")
        return Answer(reply.status, told, found)

    def close(self) -> None:
        """Drop the connection; the next request makes another."""
        self.connection.close()
