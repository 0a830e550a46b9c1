"""A fault between client and server: answers that are cut, reset or late, after the server did what it was asked."""

from __future__ import annotations

import itertools
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress

RESET = struct.pack("ii", 1, 0)  # SO_LINGER: closing sends a reset


class FaultProxy:
    """Listens on loopback; each connection gets the next fault: pass, truncate, reset or delay."""

    def __init__(self, upstream: int, faults: Iterable[str], late: float = 1.5) -> None:
        self.upstream, self.late = upstream, late
        self.faults = itertools.cycle(faults)
        self.done: Counter[str] = Counter()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listener.getsockname()[1]
        self.sockets: set[socket.socket] = set()
        self.lock = threading.Lock()

    def __enter__(self) -> FaultProxy:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with self.lock:
            left = {self.listener, *self.sockets}
        for one in left:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self) -> None:
        with suppress(OSError):  # closed: the end
            while True:
                client, _ = self.listener.accept()
                with self.lock:
                    fault = next(self.faults)
                    self.done[fault] += 1
                threading.Thread(target=self._carry, args=(client, fault), daemon=True).start()

    def _carry(self, client: socket.socket, fault: str) -> None:
        with suppress(OSError), client, socket.create_connection(("127.0.0.1", self.upstream), 10) as server:
            both = {client, server}
            with self.lock:
                self.sockets |= both
            threading.Thread(target=self._upwards, args=(client, server), daemon=True).start()
            try:
                while data := server.recv(65536):
                    if not self._downwards(client, data, fault):
                        break
            finally:
                with self.lock:
                    self.sockets -= both

    def _upwards(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while data := client.recv(65536):
                server.sendall(data)
            server.shutdown(socket.SHUT_WR)

    def _downwards(self, client: socket.socket, data: bytes, fault: str) -> bool:
        """Hand a part of the answer on, or not; whether the connection goes on."""
        if fault == "truncate":
            client.sendall(data[:40])
            return False
        if fault == "reset":
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            return False
        if fault == "delay":
            time.sleep(self.late)
        client.sendall(data)
        return True
