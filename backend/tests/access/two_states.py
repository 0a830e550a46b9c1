"""One installation in two states: with others' rows, and without any. Whoever cannot tell them apart knows of none.

A key that is another's in the first state is nobody's in the second. So one request, asked in both, must get the same
status, headers and body, byte for byte: nothing has to be excused.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tests.access.world import World, lay_others
from tests.two_worlds import Ask, Difference, Reply, Request, Worlds
from tests.two_worlds.compare import differences
from tests.two_worlds.frozen import Session, undone

Requests = Callable[[World, str], Iterable[Request]]


def with_others(world: World, *roles: str) -> Worlds:
    """Everybody has something."""

    @contextmanager
    def opened() -> Iterator[Mapping[str, Ask]]:
        with undone():
            lay_others(world)
            yield {role: Session(world.people.get(role)) for role in roles}

    return opened


def without_others(world: World, *roles: str) -> Worlds:
    """Only the stranger has something, and the bank holds nothing that is not public."""

    @contextmanager
    def opened() -> Iterator[Mapping[str, Ask]]:
        with undone():
            yield {role: Session(world.people.get(role)) for role in roles}

    return opened


def told_apart(world: World, requests: Requests, *roles: str) -> tuple[list[Difference], list[tuple[Request, Reply]]]:
    """By what the states differ for these people, and every request with its reply in the first state."""
    with with_others(world, *roles)() as sessions:
        asked = {role: [(one, sessions[role](one)) for one in requests(world, role)] for role in roles}
    with without_others(world, *roles)() as sessions:
        found = [
            difference
            for role, pairs in asked.items()
            for request, reply in pairs
            for difference in differences(request, reply, sessions[role](request))
        ]
    return found, [pair for pairs in asked.values() for pair in pairs]


def shown(found: Iterable[Difference]) -> list[str]:
    """For people, the first of each operation and kind."""
    return list({(one.request.operation, one.request.parameter, one.what): str(one) for one in found}.values())


def request(method: str, path: str, body: Any = None, *, of: str = "", about: str = "", **headers: str) -> Request:
    """One request; ``of`` is the operation it belongs to, ``about`` what of it is tried."""
    said = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    text = body if body is None or isinstance(body, str) else json.dumps(body)
    return Request(of or f"{method} {path}", method, path, said, text, about)
