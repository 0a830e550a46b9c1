"""Reads an OpenAPI document and builds the requests that try each parameter, value and format of each operation."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from tests.two_worlds.values import NoValue, Vocabulary, body_of, values_of

PLAIN, PACKED, TOGETHER, SELECTIVE, EVERYTHING = range(5)
"""How deep to ask: 0 no parameters; 1 each parameter, five in a request; 2 each parameter in a request of its own, all
values of a closed list at once; 3 each value of a filter alone; 4 each value of every parameter alone."""
FEW = {PACKED: 1, TOGETHER: 1, SELECTIVE: 2, EVERYTHING: None}
"""How many values of an open parameter, such as a text or a time."""
PACK = 5
SELECTORS = frozenset({"expand", "facets", "fields", "omit"})
"""Lists of values that say what is shown, not which rows: all at once shows it all."""
METHODS = ("get", "head", "post", "put", "patch", "delete")
SAFE = frozenset({"GET", "HEAD"})
PRECONDITIONS = frozenset({"if-match", "if-none-match"})


@dataclass(frozen=True)
class Parameter:
    """One parameter of an operation, with its schema resolved."""

    name: str
    where: str
    schema: Mapping[str, Any] = field(hash=False)
    exploded: bool


@dataclass(frozen=True)
class Operation:
    """One method of one path: its parameters, the media types that it answers, and what it takes."""

    method: str
    path: str
    parameters: tuple[Parameter, ...]
    formats: tuple[str, ...]
    body: Mapping[str, Any] | None = field(default=None, hash=False)

    def __str__(self) -> str:
        """As people write it."""
        return f"{self.method} {self.path}"

    @property
    def is_read(self) -> bool:
        """Whether it leaves the world as it is."""
        return self.method in SAFE


@dataclass(frozen=True)
class Request:
    """One request, the same in both worlds; ``path`` holds the query too."""

    operation: str
    method: str
    path: str
    headers: tuple[tuple[str, str], ...] = ()
    body: str | None = None
    parameter: str = ""
    """The parameter that it tries, or several with commas; none for a plain request."""

    def __str__(self) -> str:
        """As people write it."""
        said = " ".join(f"{name}: {value}" for name, value in self.headers)
        return " ".join(part for part in (self.method, self.path, said, self.body) if part)


class Document:
    """The operations of an OpenAPI document (3.0 or 3.1)."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.operations = [
            self._operation(method, path, item)
            for path, item in document["paths"].items()
            for method in METHODS
            if method in item
        ]

    def _operation(self, method: str, path: str, item: Mapping[str, Any]) -> Operation:
        said = item[method]
        parameters = [self.resolve(one) for one in (*item.get("parameters", ()), *said.get("parameters", ()))]
        answers = [self.resolve(reply) for status, reply in said["responses"].items() if str(status).startswith("2")]
        formats = dict.fromkeys(kind for reply in answers for kind in reply.get("content", {}))
        takes = self.resolve(said.get("requestBody", {})).get("content", {}).get("application/json")
        return Operation(
            method=method.upper(),
            path=path,
            parameters=tuple(_parameter(one) for one in parameters),
            formats=tuple(formats),
            body=takes["schema"] if takes else None,
        )

    def resolve(self, node: Any, depth: int = 0) -> Any:
        """The node with its references replaced, down to a depth at which circles end."""
        if isinstance(node, list):
            return [self.resolve(part, depth) for part in node]
        if not isinstance(node, Mapping):
            return node
        if "$ref" in node:
            if depth > 6:
                return {}
            target: Any = self.document
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step.replace("~1", "/").replace("~0", "~")]
            return self.resolve(target, depth + 1)
        return {key: self.resolve(value, depth) for key, value in node.items()}


def _parameter(said: Mapping[str, Any]) -> Parameter:
    return Parameter(said["name"], said["in"], said.get("schema", {}), said.get("explode", True))


@dataclass
class Builder:
    """Builds the requests of one operation at one address."""

    operation: Operation
    address: Mapping[str, str]
    vocabulary: Vocabulary

    @property
    def path(self) -> str:
        """The address, with its path parameters filled in."""
        path = self.operation.path
        for one in self.operation.parameters:
            if one.where == "path":
                if one.name not in self.address:
                    raise NoValue(f"{self.operation}: nothing is named for {{{one.name}}}")
                path = path.replace(f"{{{one.name}}}", quote(self.address[one.name], safe=""))
        return path

    def plain(self, body: Any = None) -> Request:
        """The request without any parameter."""
        return self._request(body=body)

    def bodies(self, given: Sequence[Any]) -> list[Any]:
        """What to send: the project's bodies first, then nothing, then everything that the schema lists."""
        if self.operation.body is None:
            return list(given) or [None]
        return [*given, {}, body_of(self.operation.body, self.vocabulary)]

    def tags(self) -> list[str]:
        """The present entity tag of the row, where the operation asks for one."""
        wanted = any(one.name.lower() == "if-match" for one in self.operation.parameters)
        return self.vocabulary.tag_near(self.path) if wanted else []

    def variants(self, body: Any, *, depth: int) -> Iterator[Request]:
        """One request for each format, and for as many values of each parameter as the depth says."""
        for kind in self.operation.formats:
            yield self._request(("Accept", kind), body=body, parameter="Accept")
        if depth == PACKED:
            yield from self._packed(body)
        for one in self.operation.parameters if depth else ():
            if one.where == "query" and depth == PACKED:
                continue
            if one.where == "query":
                for query in self._queries(one, depth):
                    yield self._request(query=query, body=body, parameter=one.name)
            elif one.where == "header":
                for value in self._header_values(one, depth):
                    yield self._request((one.name, value), body=body, parameter=one.name)
            elif one.where != "path":
                raise NoValue(f"{self.operation}: {one.name} is in the {one.where}")

    def _packed(self, body: Any) -> Iterator[Request]:
        """Each parameter once: what is shown alone, what chooses rows by fives."""
        asked = [one for one in self.operation.parameters if one.where == "query"]
        choosing = [one for one in asked if one.name not in SELECTORS]
        packs = [choosing[at : at + PACK] for at in range(0, len(choosing), PACK)]
        for pack in [*packs, *([one] for one in asked if one.name in SELECTORS)]:
            query = [pair for one in pack for pair in next(self._queries(one, PACKED))]
            yield self._request(query=query, body=body, parameter=",".join(one.name for one in pack))

    def _queries(self, one: Parameter, depth: int) -> Iterator[list[tuple[str, str]]]:
        values = values_of(one.name, one.schema, self.vocabulary, self.path)
        if "enum" not in one.schema.get("items", {}):
            for value in values[: FEW[depth]]:
                yield [(one.name, value)]
            return
        forward = [value for value in values if value.removeprefix("-") not in values or value[0] != "-"]
        is_order = len(forward) < len(values)  # decided by its first key, so the keys of one are tried one by one
        if not is_order:
            yield [(one.name, value) for value in values] if one.exploded else [(one.name, ",".join(values))]
        if depth > (SELECTIVE if one.name in SELECTORS else TOGETHER) or is_order:
            for value in values if depth > SELECTIVE or not is_order else forward:
                yield [(one.name, value)]

    def _header_values(self, one: Parameter, depth: int) -> list[str]:
        if one.name.lower() in PRECONDITIONS:
            values = [*self.vocabulary.tag_near(self.path), '"another"', "*"]
            if depth > TOGETHER:
                return values
            return ['"another"'] if one.name.lower() == "if-match" else values[:1]  # bodies are sent with the tag
        return values_of(one.name, one.schema, self.vocabulary, self.path)

    def _request(
        self,
        *headers: tuple[str, str],
        query: Sequence[tuple[str, str]] = (),
        body: Any = None,
        parameter: str = "",
    ) -> Request:
        return Request(
            operation=str(self.operation),
            method=self.operation.method,
            path=f"{self.path}?{urlencode(query)}" if query else self.path,
            headers=headers,
            body=None if body is None else json.dumps(body),
            parameter=parameter,
        )
