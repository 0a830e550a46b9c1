"""What was acknowledged against what is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Comparison:
    """The names of writes that do not fit; all empty when every effect happened exactly once."""

    lost: frozenset[str]  # acknowledged, and not there
    doubled: frozenset[str]  # there more than once
    unasked: frozenset[str]  # there, and nobody asked for it

    def faults(self) -> list[str]:
        """One sentence for each kind of trouble."""
        found = {
            "acknowledged and not there": self.lost,
            "there more than once": self.doubled,
            "there and never asked for": self.unasked,
        }
        return [f"{len(names)} {how}, such as {min(names)}" for how, names in found.items() if names]


def compare(asked: Iterable[str], acknowledged: Iterable[str], found: Iterable[str]) -> Comparison:
    """Hold the three lists against each other; what was asked and not acknowledged may be there or not."""
    there = Counter(found)
    return Comparison(
        lost=frozenset(acknowledged) - there.keys(),
        doubled=frozenset(name for name, times in there.items() if times > 1),
        unasked=frozenset(there) - frozenset(asked),
    )
