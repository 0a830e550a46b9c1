"""Buckets in Redis or Valkey, shared by several hosts. One script, so one step; the clock is the server's."""

from __future__ import annotations

import redis

from vivavoce.limits.buckets import Rate, Standing, digest

PATIENCE = 0.25  # seconds; a limiter that takes longer is as good as away
# The same arithmetic as buckets.py: KEYS[1], interval, capacity, and 1 to take or -1 to give back.
SCRIPT = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local interval, capacity, taken = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local full_at = math.min(math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now), now + capacity)
local after, admitted = full_at + taken * interval, 1
if after > now + capacity then
  after, admitted = full_at, 0
end
after = math.max(now, after)
redis.call('SET', KEYS[1], string.format('%.0f', after), 'PX', math.max(1, math.ceil((after - now) / 1000)))
return {admitted, after - now}
"""


class RedisBuckets:
    """What ``SharedTable`` does, for all hosts that share the server."""

    def __init__(self, url: str) -> None:
        self._client = redis.Redis.from_url(
            url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE, retry=None, health_check_interval=0
        )
        self._script = self._client.register_script(SCRIPT)

    def take(self, key: str, rate: Rate) -> Standing:
        """Ask for one token."""
        admitted, full_in = self._run(key, rate, 1)
        return Standing(rate, bool(admitted), full_in)

    def give_back(self, key: str, rate: Rate) -> None:
        """Return one token."""
        self._run(key, rate, -1)

    def _run(self, key: str, rate: Rate, taken: int) -> tuple[int, int]:
        name = f"vivavoce:limit:{digest(key).hex()}"
        admitted, full_in = self._script(keys=[name], args=[rate.interval, rate.capacity, taken])
        return int(admitted), int(full_in)
