"""The shared cache, made forgiving: when it is away, requests go on without it, and the log says so.

Redis or Valkey when ``REDIS_URL`` names one; else files that all workers of the host share. allauth counts in it.
"""

from __future__ import annotations

import fcntl
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

from vivavoce.limits.places import in_private_folder

logger = logging.getLogger("vivavoce.cache")


class LockedFileCache(FileBasedCache):
    """Django's, in a folder that nobody else can write to, with an ``add`` that one of many workers wins.

    It keeps a few numbers for each address that signs up or asks for a new password; old ones are thrown away.
    """

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        BaseCache.__init__(self, params)  # Django's would make the folder at once, where nobody forgives it
        self._location = location

    @property
    def _dir(self) -> str:
        return str(in_private_folder(lambda folder: folder / self._location))

    def add(self, *arguments: Any, **options: Any) -> bool:
        """Keep a value unless there is one; one caller at a time."""
        with in_private_folder(opened_lock) as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # released when the file is closed
            return super().add(*arguments, **options)


def opened_lock(folder: Path) -> Any:
    """The file that callers of ``add`` queue at."""
    return (folder / "cache.lock").open("a")


class Forgiving(BaseCache):
    """Mixin: allauth's limits are not counted while the cache is away: better that than nobody signs up."""

    def _try(self, call: Callable[..., Any], fallback: Any, *arguments: Any, **options: Any) -> Any:
        try:
            return call(*arguments, **options)
        except (RedisError, OSError) as failure:
            logger.error("cache away: %s", failure)
            return fallback

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """The value, or the default."""
        return self._try(super().get, default, key, default, version)

    def set(self, *arguments: Any, **options: Any) -> None:
        """Keep a value."""
        self._try(super().set, None, *arguments, **options)

    def add(self, *arguments: Any, **options: Any) -> bool:
        """Keep a value unless there is one; true while the cache is away, as if it were the first."""
        return bool(self._try(super().add, True, *arguments, **options))

    def incr(self, *arguments: Any, **options: Any) -> int:
        """Count; one while the cache is away."""
        return int(self._try(super().incr, 1, *arguments, **options))

    def delete(self, *arguments: Any, **options: Any) -> bool:
        """Forget a value."""
        return bool(self._try(super().delete, False, *arguments, **options))


class ForgivingRedisCache(Forgiving, RedisCache):
    """Redis or Valkey, which may be away."""


class ForgivingFileCache(Forgiving, LockedFileCache):
    """Files, whose disk may be full."""
