"""Runs the audit: the same requests in the same order in two worlds, every reply compared byte for byte."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Any

from tests.two_worlds.compare import Reply, Report
from tests.two_worlds.operations import Builder, Document, Operation, Request
from tests.two_worlds.values import NoValue, Vocabulary

Ask = Callable[[Request], Reply]
World = Callable[[], AbstractContextManager[Ask]]
"""Opens a world and gives a session in it. Whatever a request writes is gone before the next one is asked."""
PAGES = 3
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
    """Whether to ask an operation at all: a quick audit from a further viewpoint may leave some out."""


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
            following = replace(request, path=onward)
            current = self.ask(following)
            self.asked.append((following, current))
        return reply

    def builders(self, operation: Operation) -> Iterator[Builder]:
        """One for each row that the project names; one for an address without parameters."""
        if not any(one.where == "path" for one in operation.parameters):
            yield Builder(operation, {}, self.vocabulary)
            return
        addresses = self.project.addresses(operation)
        if not addresses:
            raise NoValue(f"{operation}: name at least one address")
        for address in addresses:
            yield Builder(operation, address, self.vocabulary)

    def listen(self, operations: Sequence[Operation]) -> None:
        """Ask every read plainly, and learn its words and entity tags."""
        for operation in operations:
            if operation.is_read:
                for builder in self.builders(operation):
                    request = builder.plain()
                    reply = self.send(request)
                    self.vocabulary.hear(request.path, reply.body, reply.header("ETag"))

    def try_everything(self, operation: Operation, *, thorough: bool) -> None:
        """Every body at every address; every parameter and format at the first address of all."""
        for number, builder in enumerate(self.builders(operation)):
            bodies = builder.bodies(self.project.bodies(operation))
            if not operation.is_read:
                for body in bodies:
                    self.send(builder.plain(body))
            if number == 0:
                for request in builder.variants(bodies[0], thorough=thorough and operation.is_read):
                    self.send(request, follow=operation.is_read)
            else:
                for kind in operation.formats[1:]:
                    self.send(replace(builder.plain(bodies[0]), headers=(("Accept", kind),), parameter="Accept"))


def _next_page(reply: Reply) -> str:
    try:
        page = json.loads(reply.body)
    except ValueError:
        return ""
    onward = page.get("next") if isinstance(page, dict) else None
    return onward if isinstance(onward, str) else ""


def audit(document: Document, project: Project, first: World, second: World, *, thorough: bool = True) -> Report:
    """Ask everything in the first world, the same in the second, and compare.

    Thorough: every single value of every list of values; else the values of a list all at once.
    """
    operations = [operation for operation in document.operations if project.concerns(operation)]
    report = Report()
    with first() as ask:
        run = _Run(project, ask, Vocabulary(project.words))
        run.listen(operations)
        for operation in operations:
            run.try_everything(operation, thorough=thorough)
    with second() as ask:
        for request, reply in run.asked:
            report.note(request, reply, ask(request))
    return report
