"""gunicorn's threaded worker, without its weakness for slow clients.

gunicorn gives a thread to whoever connects, and that thread waits for the request: sixteen clients that say nothing, or
one byte a second, stop the service. Here a request is collected by the loop that watches all connections, and gets a
thread once all of it has come. Writing has a limit too, and saying goodbye does not stop the loop.
"""

from __future__ import annotations

import re
import selectors
import socket
import time
from collections import deque
from contextlib import suppress
from functools import partial
from typing import Any

from gunicorn.http.errors import ParseException
from gunicorn.util import write_nonblock
from gunicorn.workers.gthread import TConn, ThreadWorker

from config.headers import HEADERS

PATIENCE = 20.0  # seconds until a whole request must be here
STALLED = 10.0  # seconds in which a client must take something of a reply
GOODBYE = 2.0  # seconds in which a client may close what the server has closed
MOST_HEAD = 65_536
MOST_BODY = 3_000_000  # more than the application reads: it refuses a longer one by its announced length
MOST_WAITING = 64_000_000  # bytes of requests that are not whole yet, in one worker
LENGTH = re.compile(rb"\r\ncontent-length[ \t]*:[ \t]*(\d{1,18})[ \t]*(?=\r\n)", re.IGNORECASE)
CHUNKED = re.compile(rb"\r\ntransfer-encoding[ \t]*:", re.IGNORECASE)
EXPECTS = re.compile(rb"\r\nexpect[ \t]*:[ \t]*100-continue[ \t]*(?=\r\n)", re.IGNORECASE)
HOST = re.compile(rb"\r\nhost[ \t]*:", re.IGNORECASE)
BARE_LINE_FEED = re.compile(rb"(?<!\r)\n")
REASONS = {
    400: "Bad Request",
    403: "Forbidden",
    408: "Request Timeout",
    413: "Content Too Large",
    414: "URI Too Long",
    417: "Expectation Failed",
    431: "Request Header Fields Too Large",
    500: "Internal Server Error",
    501: "Not Implemented",
}


class Refusal(Exception):
    """What came is no request; the status says why."""

    def __init__(self, status: int) -> None:
        self.status = status


class Connection(TConn):  # type: ignore[misc]  # gunicorn has no types
    """A connection, and what has come of its next request."""

    def __init__(self, worker: Worker, *arguments: Any) -> None:
        super().__init__(worker.cfg, *arguments)
        self.worker = worker
        self.received = bytearray()
        self.size: int | None = None  # of the whole request, once its head is here
        self.unread_body = False
        self.drained = 0

    def init(self) -> None:
        """Hand over what was collected; from here on a thread has it."""
        super().init()
        self.sock.settimeout(STALLED)
        if self.received:
            self.parser.unreader.unread(bytes(self.received))
            self.received, self.size = bytearray(), None

    def whole(self) -> bool:
        """Whether all of the request is here; a refusal as soon as it can be none."""
        if self.size is None:
            end = self.received.find(b"\r\n\r\n")
            head = bytes(self.received if end < 0 else self.received[: end + 2])
            if BARE_LINE_FEED.search(head):
                raise Refusal(400)
            if len(head) > MOST_HEAD:
                raise Refusal(431 if b"\r\n" in head else 414)
            if end < 0:
                return False
            self.size = self._measure(head)
        return len(self.received) >= self.size

    def _measure(self, head: bytes) -> int:
        """How long the request is; a body that the application will not read is not waited for."""
        if b" HTTP/1.1\r\n" in head and not HOST.search(head):
            raise Refusal(400)
        found = LENGTH.search(head)
        length = int(found[1]) if found else 0
        if length > MOST_BODY and b" /api/" not in head[:64]:
            raise Refusal(413)  # the API says so itself, in its own words
        self.unread_body = length > MOST_BODY or CHUNKED.search(head) is not None
        if self.unread_body:
            return len(head) + 2
        if length and EXPECTS.search(head):
            # The client waits for a word before it sends the body.
            shorter = EXPECTS.sub(b"", head)
            self.received[: len(head)] = shorter
            head = shorter
            with suppress(OSError):
                self.sock.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        return len(head) + 2 + length

    def close(self, graceful: bool = False) -> None:
        """Close; gracefully means that the last bytes arrive, and that nobody waits for it."""
        if graceful:
            self.worker.say_goodbye(self)
        else:
            super().close()


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Threads for whole requests only."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.leaving: deque[Connection] = deque()
        self.waiting = 0  # bytes

    def accept(self, listener: socket.socket) -> None:
        """Take a connection into the loop."""
        try:
            sock, address = listener.accept()
        except OSError:
            return
        self.nr_conns += 1
        self.enqueue_req(Connection(self, sock, address, listener.getsockname()))

    def enqueue_req(self, conn: Connection) -> None:
        """Wait for the whole request; what came behind the last one is the beginning of the next."""
        if self.cfg.is_ssl:  # the loop cannot read what is encrypted
            super().enqueue_req(conn)
            return
        conn.sock.setblocking(False)
        conn.timeout = time.monotonic() + (PATIENCE if self.alive else GOODBYE)
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_pending_socket_readable, conn))
        if conn.parser is not None:
            self._take(conn, conn.parser.unreader.take_buffered())

    def on_client_socket_readable(self, conn: Connection, client: socket.socket) -> None:
        """The next request begins on a connection that was kept."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self.enqueue_req(conn)

    def on_pending_socket_readable(self, conn: Connection, client: socket.socket) -> None:
        """Some more of a request, or its end."""
        if self.cfg.is_ssl:
            super().on_pending_socket_readable(conn, client)
            return
        try:
            data = client.recv(MOST_HEAD)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if data:
            self._take(conn, data)
        else:
            self._drop(conn)

    def _take(self, conn: Connection, data: bytes) -> None:
        """Keep what came; give the request a thread when it is whole, an answer when it is none."""
        conn.received += data
        self.waiting += len(data)
        try:
            if conn.whole():
                self._forget(conn)
                conn.data_ready = True
                super().enqueue_req(conn)
            elif self.waiting > MOST_WAITING:
                self._drop(conn)
        except Refusal as refusal:
            self._drop(conn, refusal.status)

    def _forget(self, conn: Connection) -> None:
        """No longer wait for it."""
        self.waiting -= len(conn.received)
        self.pending_conns.remove(conn)
        with suppress(OSError, KeyError, ValueError):
            self.poller.unregister(conn.sock)

    def _drop(self, conn: Connection, status: int = 0) -> None:
        """End a connection that brought no request, with an answer when there is one to give."""
        self._forget(conn)
        self.nr_conns -= 1
        if status:
            refuse(conn.sock, status)
        conn.close(graceful=bool(status))

    def murder_pending(self) -> None:
        """Let go of those whose time is over."""
        now = time.monotonic()
        for conn in [conn for conn in self.pending_conns if conn.timeout <= now]:
            self._drop(conn, 408 if conn.received else 0)
        for conn in [conn for conn in self.leaving if conn.timeout <= now]:
            self._gone(conn)

    def _cap_keepalive(self, deadline: float) -> None:
        """A server that stops waits for nobody who has said nothing yet."""
        super()._cap_keepalive(deadline)
        for conn in self.pending_conns:
            if not conn.received:
                conn.timeout = min(conn.timeout, deadline)

    def _keepalive_after(self, conn: Connection, keepalive: bool) -> bool:
        """Where the next request begins is not known behind a body that nobody read."""
        return bool(super()._keepalive_after(conn, keepalive and not conn.unread_body))

    def say_goodbye(self, conn: Connection) -> None:
        """Close our half; the client's may follow for a moment, so that it reads our last bytes."""
        try:
            conn.sock.setblocking(False)
            conn.sock.shutdown(socket.SHUT_WR)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._on_leaving, conn))
        except (OSError, ValueError, KeyError):
            TConn.close(conn)
            return
        conn.timeout = time.monotonic() + GOODBYE
        self.leaving.append(conn)

    def _on_leaving(self, conn: Connection, client: socket.socket) -> None:
        """What still comes is not read."""
        try:
            came = len(client.recv(MOST_HEAD))
        except BlockingIOError:
            return
        except OSError:
            came = 0
        conn.drained += came
        if not came or conn.drained > MOST_BODY:
            self._gone(conn)

    def _gone(self, conn: Connection) -> None:
        self.leaving.remove(conn)
        with suppress(OSError, KeyError, ValueError):
            self.poller.unregister(conn.sock)
        TConn.close(conn)

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: Exception) -> None:
        """Refuse what gunicorn could not read, without repeating any of it to the client or to the log."""
        status = REFUSED.get(type(exc).__name__, 400 if isinstance(exc, ParseException) else 500)
        if status == 500:
            self.log.error("a request broke outside the application", exc_info=exc)
        else:
            self.log.warning("refused a request with %d: %s", status, type(exc).__name__)
        refuse(client, status)


REFUSED = {
    "LimitRequestLine": 414,
    "LimitRequestHeaders": 431,
    "UnsupportedTransferCoding": 501,
    "ExpectationFailed": 417,
    "ForbiddenProxyRequest": 403,
    "SSLError": 403,
}
"""gunicorn's names of what is wrong with a request, and the status of each; all others are 400."""


def refuse(sock: socket.socket, status: int) -> None:
    """A short answer with the headers that every reply of ours carries."""
    body = f"{REASONS[status]}\n".encode()
    headers = {
        **HEADERS,
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Length": str(len(body)),
        "Cache-Control": "no-store",
        "Connection": "close",
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    with suppress(OSError):
        write_nonblock(sock, f"HTTP/1.1 {status} {REASONS[status]}\r\n{lines}\r\n".encode() + body)
