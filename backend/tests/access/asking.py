"""Callers: somebody with a session or a token, whose every request is undone and held against openapi.yaml."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.cache import cache

from tests.access.bodies import body_of
from tests.access.tables import NO_SCOPE, Line
from tests.access.world import PEOPLE, World
from tests.two_worlds.frozen import Session, undone
from vivavoce.accounts import rules, services
from vivavoce.accounts.models import Person

ROLES = ("anonymous", *PEOPLE)


class Callers:
    """The callers of a world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.sessions = {role: Session(world.people.get(role)) for role in ROLES}
        everything = tuple(rules.SCOPES)
        wanted = [(role, everything) for role in PEOPLE]
        wanted += [("owner", scopes) for scope in (*everything, NO_SCOPE) for scopes in ((scope,), all_but(scope))]
        self.secrets = {one: token_of(world.people[one[0]], one[1]) for one in wanted if one[1] != (NO_SCOPE,)}

    def ask(self, line: Line, role: str, scopes: tuple[str, ...] | None = None) -> Any:
        """Send what a line says, with a token of these scopes instead of the session when they are given."""
        headers = {"Authorization": f"Bearer {self.secrets[role, scopes]}"} if scopes is not None else {}
        if line.method in {"PATCH", "DELETE"}:
            headers["If-Match"] = "*"
        body = "" if line.method == "GET" else json.dumps(body_of(line, self.world))
        path = line.address(self.key(line)) if "{" in line.path else line.path
        client = self.sessions[role if scopes is None else "anonymous"].client
        cookies = dict(client.cookies)
        cache.clear()
        with undone():
            try:
                return client.generic(line.method, path, data=body, content_type="application/json", headers=headers)
            finally:
                client.cookies.clear()
                client.cookies.update(cookies)

    def key(self, line: Line) -> str:
        """Of the row that the line is about."""
        return self.world.key(line.word, line.row)


class Faults(list[str]):
    """What did not hold, gathered: one test asks many things, and tells of all that were answered otherwise."""

    @contextmanager
    def about(self, name: str) -> Iterator[None]:
        """Go on after what is wrong here."""
        try:
            yield
        except AssertionError as fault:
            self.append(f"{name}: {fault}")

    def none(self) -> None:
        """Fail with everything that did not hold."""
        assert not self, "\n".join(["", *self])


def by_word(some: Iterable[Line]) -> dict[str, list[Line]]:
    """Lines by the resource that they are about."""
    found: dict[str, list[Line]] = {}
    for line in some:
        found.setdefault(line.word or "root", []).append(line)
    return found


def token_of(person: Person, scopes: Iterable[str]) -> str:
    """The secret of a new token."""
    return services.make_token(owner=person, name="test", scopes=scopes)[1]


def all_but(scope: str) -> tuple[str, ...]:
    """Every scope there is without one."""
    return tuple(one for one in rules.SCOPES if one != scope)


def scopes_of(line: Line) -> tuple[str, ...]:
    """Exactly what a line needs; any one where it needs none."""
    return (next(iter(rules.SCOPES)),) if line.scope == NO_SCOPE else (line.scope,)
