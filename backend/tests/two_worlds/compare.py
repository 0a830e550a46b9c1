"""Replies, how two of them differ, and what an audit found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from tests.two_worlds.operations import Request

EXCUSED = {
    "date": "the server's clock",
    "x-request-id": "made anew for every request",
}
"""Headers that may differ, and why; a project whose sessions fix them needs none."""


@dataclass(frozen=True)
class Reply:
    """A status, all headers in their order, and the body's bytes."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The value of a header, or nothing."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def telling(self) -> list[tuple[str, str]]:
        """The headers that must be the same."""
        return [(key.lower(), value) for key, value in self.headers if key.lower() not in EXCUSED]


@dataclass(frozen=True)
class Difference:
    """A request whose replies tell the worlds apart, and by what."""

    request: Request
    what: str
    first: str
    second: str

    def __str__(self) -> str:
        """For people."""
        return f"{self.request}\n    {self.what}: {self.first!r}\n    {' ' * len(self.what)}  {self.second!r}"


def differences(request: Request, first: Reply, second: Reply) -> list[Difference]:
    """By what two replies to one request differ: status, headers, body."""
    found = []
    if first.status != second.status:
        found.append(Difference(request, "status", str(first.status), str(second.status)))
    if first.telling != second.telling:
        here = [pair for pair in first.telling if pair not in second.telling]
        there = [pair for pair in second.telling if pair not in first.telling]
        found.append(Difference(request, "headers", str(here), str(there)))
    if first.body != second.body:
        found.append(Difference(request, "body", *_around_the_first_change(first.body, second.body)))
    return found


def _around_the_first_change(first: bytes, second: bytes) -> tuple[str, str]:
    pairs = zip(first, second, strict=False)
    place = next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second)))
    begin = max(0, place - 60)
    return tuple(text[begin : place + 60].decode(errors="replace") for text in (first, second))  # type: ignore[return-value]  # two texts make two


@dataclass
class Report:
    """What was compared, and what differed."""

    operations: set[str] = field(default_factory=set)
    formats: set[str] = field(default_factory=set)
    parameters: set[tuple[str, str]] = field(default_factory=set)
    requests: int = 0
    found: list[Difference] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)
    """Requests that were answered with a server error."""
    statuses: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """By operation; an operation that was only ever refused says little."""
    tried: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))
    """The statuses by operation and parameter."""

    def note(self, request: Request, first: Reply, second: Reply) -> None:
        """Compare the replies to one request."""
        self.requests += 1
        self.operations.add(request.operation)
        self.formats.add(first.header("Content-Type").partition(";")[0] or "empty")
        self.statuses[request.operation] |= {first.status, second.status}
        for name in request.parameter.split(",") if request.parameter else ():
            self.parameters.add((request.operation, name))
            self.tried[request.operation, name].add(first.status)
        if max(first.status, second.status) >= 500:
            self.crashes.append(str(request))
        self.found += differences(request, first, second)

    @property
    def never_read(self) -> list[str]:
        """GET operations that never answered 200: nothing was compared but refusals."""
        return sorted(name for name, seen in self.statuses.items() if name.startswith("GET") and 200 not in seen)

    @property
    def never_accepted(self) -> list[str]:
        """Parameters of reads of which no tried value was valid."""
        return sorted(
            f"{operation}?{parameter}"
            for (operation, parameter), seen in self.tried.items()
            if operation.startswith("GET") and seen == {400}
        )

    def __str__(self) -> str:
        """In one line."""
        return (
            f"{len(self.operations)} operations x {len(self.formats)} formats x 2 worlds, "
            f"{len(self.parameters)} parameters, {self.requests} requests compared: {len(self.found)} differences"
        )
