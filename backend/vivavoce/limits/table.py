"""Buckets in a file that every worker of this host maps into its memory."""

from __future__ import annotations

import fcntl
import mmap
import os
import struct
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from vivavoce.limits import buckets
from vivavoce.limits.buckets import Rate, Standing, digest
from vivavoce.limits.places import in_private_folder

SLOT = struct.Struct("<16sq")  # digest of the key, and when the bucket is full
WAYS = 16  # slots in which a key may stand
SETS = 4096
SIZE = SETS * WAYS * SLOT.size  # 1.5 MiB
LAYOUT = "buckets-1"  # another number when it changes
BOOT = Path("/proc/sys/kernel/random/boot_id")


def microseconds() -> int:
    """The time since this host was started: the same for all its processes, and nobody puts it back."""
    return time.monotonic_ns() // 1000


class SharedTable:
    """A table of fixed size. A full bucket is as good as none, so its slot is free: nothing has to be cleaned up.

    One lock for all: each process waits for or holds a single one. With a lock for each part of the table the kernel
    sees deadlocks between processes of many threads that are none, and refuses.
    """

    def __init__(self, clock: Callable[[], int] = microseconds) -> None:
        self.clock = clock
        self._threads = threading.Lock()
        self._owner = 0
        self._fd = -1
        self._path = Path()
        self._map: mmap.mmap | None = None

    def take(self, key: str, rate: Rate) -> Standing:
        """Ask for one token."""
        with self._slot(key) as (memory, offset, name, found):
            now = self.clock()
            full_at, admitted = buckets.take(found, now, rate)
            SLOT.pack_into(memory, offset, name, full_at)
            return Standing(rate, admitted, full_at - now)

    def give_back(self, key: str, rate: Rate) -> None:
        """Return one token."""
        with self._slot(key) as (memory, offset, name, full_at):
            SLOT.pack_into(memory, offset, name, buckets.give_back(full_at, self.clock(), rate))

    @contextmanager
    def _slot(self, key: str) -> Iterator[tuple[mmap.mmap, int, bytes, int]]:
        name = digest(key)
        with self._threads:
            memory = self._memory()
            fcntl.lockf(self._fd, fcntl.LOCK_EX)
            try:
                offset, full_at = self._find(memory, name)
                yield memory, offset, name, full_at
            finally:
                fcntl.lockf(self._fd, fcntl.LOCK_UN)

    def _find(self, memory: mmap.mmap, name: bytes) -> tuple[int, int]:
        """The key's slot; else the one that is full soonest: a free one, or the bucket that forgets least."""
        start = int.from_bytes(name[:4], "little") % SETS * WAYS * SLOT.size
        soonest, chosen = None, start
        for offset in range(start, start + WAYS * SLOT.size, SLOT.size):
            held, full_at = SLOT.unpack_from(memory, offset)
            if held == name:
                return offset, full_at
            if soonest is None or full_at < soonest:
                soonest, chosen = full_at, offset
        return chosen, 0

    def _memory(self) -> mmap.mmap:
        """The mapped file; opened anew in a forked process, and when somebody cleaned the folder up."""
        if self._map is None or self._owner != os.getpid() or not same_file(self._path, self._fd):
            if self._owner == os.getpid() and self._fd >= 0:
                os.close(self._fd)
            self._map, self._owner = None, os.getpid()
            self._path, self._fd = in_private_folder(opened)
            self._map = mmap.mmap(self._fd, SIZE)
        return self._map


def opened(folder: Path) -> tuple[Path, int]:
    """The file of a folder. Made whole under another name first: nobody sees half of it, and the first one wins."""
    path = folder / f"{LAYOUT}-{boot()}"
    if not path.exists():
        fd, draft = tempfile.mkstemp(prefix="draft-", dir=folder)
        try:
            with os.fdopen(fd, "wb") as file:
                file.write(bytes(SIZE))  # takes the room now: a full disk met later would end the process
            os.link(draft, path)
            for older in set(folder.glob("buckets-*")) - {path}:
                older.unlink(missing_ok=True)
        except FileExistsError:
            pass
        finally:
            Path(draft).unlink()
    fd = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    if os.fstat(fd).st_size != SIZE:
        os.close(fd)
        raise OSError(f"{path} is not a table of limits")
    return path, fd


def boot() -> str:
    """Which start of the host this is, where it says so: the times of an earlier one mean nothing now."""
    try:
        return BOOT.read_text().strip()
    except OSError:
        return "any"


def same_file(path: Path, fd: int) -> bool:
    """True while the path still names the open file, and nobody has cut it: reading beyond its end kills a process."""
    try:
        held = os.fstat(fd)
        return held.st_size == SIZE and os.path.samestat(path.stat(), held)
    except OSError:
        return False
