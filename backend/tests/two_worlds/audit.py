"""Runs the audit: the same requests in the same order in two worlds, every reply compared byte for byte."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.two_worlds.compare import Reply, Report
from tests.two_worlds.operations import EVERYTHING, TOGETHER, Builder, Document, Operation, Request
from tests.two_worlds.values import NoValue, Vocabulary

Ask = Callable[[Request], Reply]
World = Callable[[], AbstractContextManager[Ask]]
"""Opens a world and gives a session in it. Whatever a request writes is gone before the next one is asked."""
Worlds = Callable[[], AbstractContextManager[Mapping[str, Ask]]]
"""The same for several viewpoints: a session for each name."""
PAGES = 2
"""So many pages of a list are followed."""


def _nothing(operation: Operation) -> list[Any]:
    return []


@dataclass
class Project:
    """What a project says about its API beside its document."""

    addresses: Callable[[Operation], Sequence[Mapping[str, str]]] = _nothing
    """The path parameters to try, the most telling row first. Only asked for paths that have some."""
    bodies: Callable[[Operation], Sequence[Any]] = _nothing
    """Bodies that mean something; an empty one and one made from the schema are tried anyway."""
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Values for parameters that neither the schema nor a reply gives, by the parameter's name."""
    concerns: Callable[[Operation], bool] = lambda operation: True
    """Whether to ask an operation at all: an audit from a further viewpoint may leave some out."""
    depth: Callable[[Operation], int] = lambda operation: EVERYTHING
    """How deep to ask it: ``operations`` says what 0 to 3 mean."""


@dataclass
class _Run:
    project: Project
    ask: Ask
    vocabulary: Vocabulary
    asked: list[tuple[Request, Reply]] = field(default_factory=list)

    def send(self, request: Request, *, follow: bool = False) -> Reply:
        """Ask, remember, and follow the pages of a list."""
        reply = self.ask(request)
        self.asked.append((request, reply))
        current = reply
        for _ in range(PAGES if follow else 0):
            onward = _next_page(current)
            if not onward:
                break
            following = replace(request, path=onward, parameter=_first_new(onward, request) or request.parameter)
            current = self.ask(following)
            self.asked.append((following, current))
        return reply

    def builders(self, operation: Operation) -> Iterator[Builder]:
        """One for each row that the project names or a list showed; one for an address without parameters."""
        names = [one.name for one in operation.parameters if one.where == "path"]
        if not names:
            yield Builder(operation, {}, self.vocabulary)
            return
        shown = self.vocabulary.rows.get(operation.path.partition("{")[0], []) if len(names) == 1 else []
        named = self.project.addresses(operation)
        addresses = [*named, *({names[0]: key} for key in (shown[:1] if named else shown))]
        if not addresses:
            raise NoValue(f"{operation}: name at least one address")
        for address in {str(address): address for address in addresses}.values():
            yield Builder(operation, address, self.vocabulary)

    def listen(self, operations: Sequence[Operation]) -> None:
        """Ask every read plainly, lists first, and learn its words, rows and entity tags."""
        for operation in sorted(operations, key=lambda one: one.path.count("{")):
            if operation.is_read:
                for builder in self.builders(operation):
                    request = builder.plain()
                    reply = self.send(request)
                    self.vocabulary.hear(request.path, reply.body, reply.header("ETag"))

    def try_everything(self, operation: Operation) -> None:
        """Every body, parameter and format at the first address; a body and every format at the others."""
        depth = self.project.depth(operation)
        for number, builder in enumerate(self.builders(operation)):
            bodies = builder.bodies(self.project.bodies(operation))
            if not operation.is_read:
                for place, body in enumerate(bodies if number == 0 else bodies[:1]):
                    self.write(builder, body, untagged=depth > TOGETHER or number == place == 0)
            if number == 0:
                for request in builder.variants(bodies[0], depth=depth):
                    self.send(request, follow=operation.is_read)
            else:
                for kind in operation.formats[1:]:
                    self.send(replace(builder.plain(bodies[0]), headers=(("Accept", kind),), parameter="Accept"))

    def write(self, builder: Builder, body: Any, *, untagged: bool) -> None:
        """Send a body with the row's entity tag; without it too, where none is known or that is to be tried."""
        tags = builder.tags()
        if untagged or not tags:
            self.send(builder.plain(body))
        for tag in tags:
            self.send(replace(builder.plain(body), headers=(("If-Match", tag),), parameter="If-Match"))


def _first_new(onward: str, request: Request) -> str:
    """The parameter, ``cursor`` say, that the next page's address has and the first one's has not."""
    before = parse_qs(urlsplit(request.path).query)
    return next((name for name in parse_qs(urlsplit(onward).query) if name not in before), "")


def _next_page(reply: Reply) -> str:
    try:
        page = json.loads(reply.body)
    except ValueError:
        return ""
    onward = page.get("next") if isinstance(page, dict) else None
    return onward if isinstance(onward, str) else ""


def audit(document: Document, project: Project, first: World, second: World) -> Report:
    """Ask everything in the first world, the same in the second, and compare."""
    return audits(document, {"": project}, lambda: _alone(first), lambda: _alone(second))[""]


@contextmanager
def _alone(world: World) -> Iterator[Mapping[str, Ask]]:
    with world() as ask:
        yield {"": ask}


def audits(document: Document, projects: Mapping[str, Project], first: Worlds, second: Worlds) -> dict[str, Report]:
    """The same for several viewpoints at once, so that each world is built once: by name a project and a session."""
    runs, reports = {}, {name: Report() for name in projects}
    with first() as sessions:
        for name, project in projects.items():
            operations = [operation for operation in document.operations if project.concerns(operation)]
            run = runs[name] = _Run(project, sessions[name], Vocabulary(project.words))
            run.listen(operations)
            for operation in operations:
                run.try_everything(operation)
    with second() as sessions:
        for name, run in runs.items():
            for request, reply in run.asked:
                reports[name].note(request, reply, sessions[name](request))
    return reports
