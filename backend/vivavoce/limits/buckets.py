"""The token bucket as arithmetic. One number is a whole bucket: the microsecond at which it is full again."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from django.conf import settings

SECOND = 1_000_000  # everything below counts in microseconds
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


@dataclass(frozen=True)
class Rate:
    """So many in so many seconds: as a burst all at once, then evenly."""

    amount: int
    seconds: int

    @classmethod
    def parse(cls, text: str) -> Rate:
        """The rate that ``1200/m`` or ``5/10m`` spells."""
        found = re.fullmatch(r"([1-9][0-9]{0,6})/([1-9][0-9]{0,4})?([smhd])", text.strip())
        if found is None:
            raise ValueError(f"A rate is written like 1200/m or 5/10m, not {text!r}.")
        return cls(int(found[1]), int(found[2] or 1) * UNITS[found[3]])

    @property
    def interval(self) -> int:
        """How long one token takes to come back; rounded up, so that never more than the amount is admitted."""
        return -(-self.seconds * SECOND // self.amount)

    @property
    def capacity(self) -> int:
        """How long an empty bucket takes to be full."""
        return self.amount * self.interval


@dataclass(frozen=True)
class Standing:
    """How a bucket stands after somebody asked."""

    rate: Rate
    admitted: bool
    full_in: int

    @property
    def remaining(self) -> int:
        """How many more are admitted at once."""
        return max(0, self.rate.capacity - self.full_in) // self.rate.interval

    @property
    def reset(self) -> int:
        """Seconds until the bucket is full."""
        return -(-self.full_in // SECOND)

    @property
    def retry_after(self) -> int:
        """Seconds until one more is admitted, one at least."""
        return max(1, -(-(self.full_in + self.rate.interval - self.rate.capacity) // SECOND))


def take(full_at: int, now: int, rate: Rate) -> tuple[int, bool]:
    """The bucket after one token was asked for, and whether there was one."""
    present = bounded(full_at, now, rate)
    after = present + rate.interval
    return (after, True) if after <= now + rate.capacity else (present, False)


def give_back(full_at: int, now: int, rate: Rate) -> int:
    """The bucket after one token came back."""
    return max(now, bounded(full_at, now, rate) - rate.interval)


def bounded(full_at: int, now: int, rate: Rate) -> int:
    """A bucket between full and empty, whatever was read: a clock that was put back locks nobody out for long."""
    return min(max(full_at, now), now + rate.capacity)


def digest(key: str) -> bytes:
    """What stands for a key: nobody reads an address in a store, nor chooses where it stands."""
    secret = hashlib.sha256(settings.SECRET_KEY.encode()).digest()
    return hashlib.blake2b(key.encode(), digest_size=16, key=secret).digest()
