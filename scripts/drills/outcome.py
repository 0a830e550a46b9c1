"""What a drill found, and the table of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from drills.load import Load


@dataclass
class Outcome:
    """What one drill did and found; it passed when nothing is wrong."""

    done: str  # what was done, in a few words
    requests: int = 0
    acknowledged: int = 0
    wrong: list[str] = field(default_factory=list)
    measured: str = ""
    missing: str = ""  # why it could not be run here

    @property
    def word(self) -> str:
        """The result in the table."""
        return "not run" if self.missing else "FAILED" if self.wrong else "passed"

    def add(self, load: Load) -> None:
        """Count a load, hold what it was told against what is there, and take over what should not have been."""
        self.requests += load.requests
        self.acknowledged += len(load.acknowledged)
        self.wrong += [*load.compared().faults(), *sorted(set(load.odd))[:3]]
        if unresolved := len(load.asked) - len(load.acknowledged):
            self.wrong.append(f"{unresolved} writes were never acknowledged")


def table(rows: Iterable[tuple[str, Outcome, float]]) -> str:
    """A line for each drill, with what was measured below and what was wrong below that."""
    lines = [f"{'':4} {'what was done':58} {'requests':>8} {'acked':>6} {'result':8} {'seconds':>7}"]
    for name, outcome, seconds in rows:
        counts = f"{outcome.requests:8} {outcome.acknowledged:6}"
        lines.append(f"{name:4} {outcome.done:58} {counts} {outcome.word:8} {seconds:7.1f}")
        lines += [f"     {text}" for text in (outcome.measured, outcome.missing) if text]
        lines += [f"     wrong: {text}" for text in outcome.wrong]
    return "\n".join(lines)
