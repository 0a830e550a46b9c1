"""gunicorn's threaded worker; only its refusals are in our words."""

from __future__ import annotations

import socket
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from gunicorn.http import errors
from gunicorn.workers.gthread import ThreadWorker

from config.headers import HEADERS

STATUSES = {
    errors.LimitRequestLine: 414,
    errors.LimitRequestHeaders: 431,
    errors.UnsupportedTransferCoding: 501,
    errors.ExpectationFailed: 417,
    errors.ForbiddenProxyRequest: 403,
    errors.ConfigurationProblem: 500,
    errors.InvalidResponseHeader: 500,  # what the application wanted to say
    errors.InvalidResponseHeaderName: 500,
}
"""What gunicorn finds wrong with a request; all else that is no request is 400, and all else is 500."""


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Answers what is no request with the headers of every reply, and repeats nothing of it, here or in the log."""

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: Exception) -> None:
        """Refuse once; the connection is closed afterwards."""
        status = HTTPStatus(STATUSES.get(type(exc), 400 if isinstance(exc, errors.ParseException) else 500))
        if status == HTTPStatus.INTERNAL_SERVER_ERROR:
            self.log.error("a request broke outside the application", exc_info=exc)
        else:
            self.log.warning("refused a request with %d: %s", status, type(exc).__name__)
        if getattr(req, "answered", False):
            return
        body = f"{status.phrase}\n"
        own = {"Content-Type": "text/plain; charset=utf-8", "Content-Length": len(body), "Cache-Control": "no-store"}
        lines = [f"HTTP/1.1 {status} {status.phrase}", *(f"{name}: {value}" for name, value in (HEADERS | own).items())]
        client.setblocking(False)  # whoever does not read is not waited for
        with suppress(OSError):
            client.sendall("\r\n".join([*lines, "Connection: close", "", body]).encode())
