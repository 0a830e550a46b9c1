"""A folder of this installation on this host that nobody else can write to: in memory where there is such a place."""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from django.conf import settings

T = TypeVar("T")


def in_private_folder(use: Callable[[Path], T]) -> T:
    """Use the first folder in which that works: ``LIMITS_FOLDER`` alone when it is set."""
    failure: OSError = FileNotFoundError("no folder for limits")
    for folder in candidates():
        try:
            return use(private(folder))
        except OSError as error:
            failure = error
    raise failure


def candidates() -> Iterator[Path]:
    """Where to look. /dev/shm is there in a container whose file system is read-only, and tmpfs has /tmp."""
    if settings.LIMITS_FOLDER:
        yield Path(settings.LIMITS_FOLDER)
        return
    told = "\n".join((settings.SECRET_KEY, settings.PUBLIC_URL, str(settings.PROJECT)))
    name = f"vivavoce-{os.geteuid()}-{hashlib.sha256(told.encode()).hexdigest()[:16]}"
    yield Path("/dev/shm") / name  # noqa: S108 - private() makes it ours, or refuses it
    yield Path(tempfile.gettempdir()) / name


def private(folder: Path) -> Path:
    """The folder, made when it is missing; refused when it is not ours alone, for others may have put it there."""
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o022:
        raise PermissionError(f"{folder} is not a folder that only this user writes to")
    return folder
