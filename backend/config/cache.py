"""The shared cache, made forgiving: when Redis or Valkey is down, requests go on without it, and the log says so."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger("vivavoce.cache")


class ForgivingRedisCache(RedisCache):
    """Limits are not counted while the cache is away (they fail open): better that than nobody signs in."""

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
