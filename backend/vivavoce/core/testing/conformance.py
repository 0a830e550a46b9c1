"""Holds replies against openapi.yaml: nothing undocumented may be answered."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import unquote

import yaml
from django.conf import settings
from django.test import Client
from drf_spectacular.generators import SchemaGenerator
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

BASE = "urn:openapi"
OF_A_ROW = ("ETag", "Location")  # streams and lists that were posted have none


class Contract:
    """A document that says what every operation answers."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = closed(document)
        self.registry: Any = Registry().with_resource(BASE, DRAFT202012.create_resource(self.document))
        self.routes = [
            (re.compile(re.sub(r"\{\w+\}", "[^/]+", path)), path, set(operations))
            for path, operations in self.document["paths"].items()
        ]

    def operation(self, method: str, path: str) -> tuple[str, dict[str, Any]] | None:
        """The pointer of an operation and what is said of it."""
        canonical = path if path.endswith("/") else f"{path}/"
        verb = "get" if method == "HEAD" else method.lower()
        for pattern, template, verbs in self.routes:
            if pattern.fullmatch(canonical) and verb in verbs:
                return f"/paths/{escaped(template)}/{verb}", self.document["paths"][template][verb]
        return None

    def check(self, method: str, path: str, response: Any) -> None:
        """Fail when the reply is not what the document says."""
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        found = self.operation(method, path)
        if found is None:
            # Who may not, what is not there and what a pack manages are said before the method is refused.
            assert response.status_code in {401, 403, 404, 405, 409}, f"{method} {path} is not in openapi.yaml"
            self.validate("/components/schemas/Problem", response)
            return
        pointer, operation = found
        status = str(response.status_code)
        assert status in operation["responses"], f"{method} {path} answered {status}, which openapi.yaml does not list"
        if "$ref" in operation["responses"][status]:
            pointer = operation["responses"][status]["$ref"].removeprefix("#")
        else:
            pointer = f"{pointer}/responses/{status}"
        self.check_headers(f"{method} {path}", pointer, response)
        if method != "HEAD" and (response.streaming or response.content):
            content = self.resolve(pointer).get("content", {})
            assert kind in content, f"{method} {path} answered {kind}, which openapi.yaml does not list"
            if response.streaming:
                self.check_stream(kind, content, response)
            elif "json" in kind:
                self.validate(f"{pointer}/content/{escaped(kind)}/schema", response)

    def check_headers(self, asked: str, pointer: str, response: Any) -> None:
        """Fail when a promised header is missing, or is not what was promised; rows come with their tag and address."""
        is_row = not response.streaming and not response.content.startswith(b"[")
        for name, header in self.resolve(pointer).get("headers", {}).items():
            at = header.get("$ref", f"#{pointer}/headers/{escaped(name)}").removeprefix("#")
            promised = self.resolve(at)
            if value := response.headers.get(name):
                text = value if promised["schema"]["type"] == "integer" else json.dumps(value)
                self.validate(f"{at}/schema", response, text)
            else:
                wanted = promised.get("required") or (name in OF_A_ROW and is_row)
                assert not wanted, f"{asked} answered without the header {name}"

    def check_stream(self, kind: str, content: dict[str, Any], response: Any) -> None:
        """Fail when a line is not what a page of the list would show; the stream can be read again."""
        text = response.getvalue()
        response.streaming_content = [text]
        page = content["application/json"]["schema"]["$ref"].removeprefix("#")
        for line in text.splitlines() if "json" in kind else ():
            self.validate(f"{page}/properties/results/items", response, line)

    def resolve(self, pointer: str) -> dict[str, Any]:
        """The part of the document at a JSON pointer."""
        node: Any = self.document
        for step in pointer.split("/")[1:]:
            node = node[unquote(step).replace("~1", "/").replace("~0", "~")]
        return dict(node)

    def validate(self, pointer: str, response: Any, text: bytes | str | None = None) -> None:
        """Fail when the body, or a line of it, does not fit the schema at a JSON pointer."""
        complaint = self.complaint(pointer, json.loads(response.content if text is None else text))
        assert not complaint, f"{response.wsgi_request.get_full_path()} does not conform: {complaint}"

    def complaint(self, pointer: str, said: Any) -> str:
        """What of this does not fit the schema at a JSON pointer; nothing when all fits."""
        validator = Draft202012Validator(
            {"$ref": f"{BASE}#{pointer}"}, registry=self.registry, format_checker=FormatChecker()
        )
        errors = sorted(validator.iter_errors(said), key=lambda error: error.json_path)
        return "; ".join(f"{error.json_path}: {deepest(error).message[:300]}" for error in errors[:3])


def deepest(error: Any) -> Any:
    """The most telling error inside an anyOf."""
    return max(error.context, key=lambda inner: len(inner.absolute_path)) if error.context else error


def escaped(step: str) -> str:
    """A step of a JSON pointer inside a URI fragment."""
    return step.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")


def closed(node: Any) -> Any:
    """The document with every object closed: a member that it does not list is an error here."""
    if isinstance(node, list):
        return [closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: closed(value) for key, value in node.items()}
    if node.get("type") == "object" and "properties" in node and "additionalProperties" not in node:
        node["additionalProperties"] = False
    return node


@cache
def document() -> dict[str, Any]:
    """openapi.yaml; libyaml, where there is one, reads it ten times as fast."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    read: dict[str, Any] = yaml.load(settings.OPENAPI_FILE.read_text(), loader)  # noqa: S506 - both are safe loaders
    return read


@cache
def committed() -> Contract:
    """The contract in openapi.yaml."""
    return Contract(document())


@cache
def generated(urlconf: str) -> Contract:
    """The contract of another set of addresses, such as a planted one."""
    generator: Any = SchemaGenerator
    return Contract(generator(urlconf=urlconf).get_schema(request=None, public=True))


def conforming(ask: Callable[..., Any]) -> Callable[..., Any]:
    """``django.test.Client.request``, with every reply of /api/v1/ held against openapi.yaml."""

    def asked(self: Client, **request: Any) -> Any:
        response = ask(self, **request)
        path = str(request.get("PATH_INFO", ""))
        method = str(request.get("REQUEST_METHOD", "GET"))
        if path.startswith("/api/v1/") and method != "OPTIONS":
            committed().check(method, path, response)
        return response

    return asked
