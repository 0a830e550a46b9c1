"""The one store of an installation, and what holds while it is away: everybody is admitted, and the log says so."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from functools import lru_cache
from typing import Protocol, TypeVar

from django.conf import settings
from redis.exceptions import RedisError

from vivavoce.limits.buckets import Rate, Standing
from vivavoce.limits.redis_buckets import RedisBuckets
from vivavoce.limits.table import SharedTable

logger = logging.getLogger("vivavoce.limits")
T = TypeVar("T")
REST = 2.0  # seconds for which a store that failed is not asked again, so that nobody waits for it
SILENCE = 60.0  # seconds between two lines in the log


class Buckets(Protocol):
    """Where buckets are kept."""

    def take(self, key: str, rate: Rate) -> Standing:
        """Ask for one token."""

    def give_back(self, key: str, rate: Rate) -> None:
        """Return one token."""


class Store:
    """Buckets that may be away."""

    def __init__(self, kept: Buckets, clock: Callable[[], float] = time.monotonic) -> None:
        self._kept = kept
        self._clock = clock
        self._lock = threading.Lock()
        self._asked_again_at = self._told_again_at = float("-inf")

    def take(self, key: str, rate: Rate) -> Standing | None:
        """Ask for one token; None when nobody counts."""
        return self._try(lambda: self._kept.take(key, rate))

    def give_back(self, key: str, rate: Rate) -> None:
        """Return one token."""
        self._try(lambda: self._kept.give_back(key, rate))

    def _try(self, call: Callable[[], T]) -> T | None:
        if self._clock() < self._asked_again_at:
            return None
        try:
            return call()
        except (RedisError, OSError) as failure:
            self._away(failure)
            return None

    def _away(self, failure: Exception) -> None:
        now = self._clock()
        with self._lock:
            self._asked_again_at = now + REST
            if silent := now < self._told_again_at:
                return
            self._told_again_at = now + SILENCE
        if not silent:
            logger.error("limits are not counted, their store is away: %s", failure)


def store() -> Store:
    """The store that the settings name."""
    return _store(settings.REDIS_URL, settings.LIMITS_FOLDER)


@lru_cache(maxsize=8)
def _store(redis_url: str, folder: str) -> Store:
    return Store(RedisBuckets(redis_url) if redis_url else SharedTable())
