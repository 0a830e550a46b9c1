"""A toy API of pure Python, to show that the audit finds leaks: notes about a talk, one of them a colleague's.

A world is how the colleague judged. ``leaks`` name the ways in which the toy tells it, each one way only.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.two_worlds.audit import Ask
from tests.two_worlds.compare import Reply
from tests.two_worlds.operations import Request

STRING = {"type": "string"}
MEMBER = {"type": "string", "enum": ["id", "title", "minutes", "topic"]}
ORDER = {"type": "array", "items": {"type": "string", "enum": ["title", "score", "-title", "-score"]}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "paths": {
        "/talks/": {
            "get": {
                "parameters": [
                    {"name": "topic", "in": "query", "schema": STRING},
                    {
                        "name": "level",
                        "in": "query",
                        "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Level"}},
                    },
                    {"name": "minutes__gte", "in": "query", "schema": {"type": "integer", "minimum": 0}},
                    {"name": "ordering", "in": "query", "schema": ORDER, "explode": False},
                    {"name": "page_size", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 9}},
                    {"name": "q", "in": "query", "schema": STRING},
                    {
                        "name": "fields",
                        "in": "query",
                        "schema": {"type": "array", "items": MEMBER},
                        "explode": False,
                    },
                ],
                "responses": {"200": {"content": {"application/json": {}, "text/csv": {}}}},
            }
        },
        "/talks/{id}/": {
            "parameters": [{"name": "id", "in": "path", "schema": STRING}],
            "get": {
                "parameters": [{"name": "If-None-Match", "in": "header", "schema": STRING}],
                "responses": {"200": {"content": {"application/json": {}}}},
            },
            "patch": {
                "requestBody": {
                    "content": {
                        "application/json": {"schema": {"type": "object", "properties": {"title": STRING}}},
                    }
                },
                "responses": {"200": {"content": {"application/json": {}}}},
            },
        },
    },
    "components": {"schemas": {"Level": {"type": ["string", "null"], "enum": ["junior", "senior"]}}},
}
LEAKS = (
    "body",
    "status",
    "header",
    "tag",
    "condition",
    "csv",
    "second page",
    "one value of a list",
    "a learned word",
    "a given word",
    "an order",
    "one field",
    "an error message",
    "a refused write",
)


class Toy:
    """Answers requests in one world."""

    def __init__(self, judgement: str, leak: str = "") -> None:
        self.judgement = judgement
        self.leak = leak

    def said(self, leak: str, *, when: bool = True) -> str:
        """The secret, when this is the planted leak."""
        return self.judgement if leak == self.leak and when else ""

    def __call__(self, request: Request) -> Reply:
        """Answer."""
        parts = urlsplit(request.path)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if request.method == "PATCH":
            return self._patched(json.loads(request.body or "null"))
        return self._list(query, dict(request.headers)) if parts.path == "/talks/" else self._detail(request)

    def _list(self, query: dict[str, str], headers: dict[str, str]) -> Reply:
        page = int(query.get("page", 1))
        note = (
            self.said("body")
            + self.said("csv", when=headers.get("Accept") == "text/csv")
            + self.said("second page", when=page == 2)
            + self.said("one value of a list", when=query.get("level") == "junior")
            + self.said("a learned word", when=query.get("topic") == "orm")
            + self.said("a given word", when=query.get("q") == "brilliant")
            + self.said("an order", when=query.get("ordering") == "score")
            + self.said("one field", when=query.get("fields") == "topic")
        )
        row = {"id": str(page), "title": "Talk", "topic": {"slug": "orm"}, "note": note}
        onward = f"/talks/?page={page + 1}" if page < 3 else None
        headers = {"X-Count": self.said("header")}
        return reply(200, {"next": onward, "results": [row]}, **headers)

    def _detail(self, request: Request) -> Reply:
        tag = '"1' + self.said("tag") + '"'
        if dict(request.headers).get("If-None-Match") == tag:
            return reply(304, None, Note=self.said("condition"))
        status = 404 if self.said("status") == "yes" else 200
        return reply(status, {"id": "1", "title": "Talk"}, ETag=tag)

    def _patched(self, body: Any) -> Reply:
        if set(body) - {"title"}:
            return reply(400, {"detail": "Unknown." + self.said("an error message")})
        if not body:
            return reply(409, {"detail": "Nothing to change." + self.said("a refused write")})
        return reply(200, {"id": "1", "title": body["title"]})


def reply(status: int, content: Any, **headers: str) -> Reply:
    """JSON, with a date that is never the same."""
    always = {"Content-Type": "application/json", "Date": str(object())}
    return Reply(status, tuple({**always, **headers}.items()), b"" if content is None else json.dumps(content).encode())


def world(judgement: str, leak: str = "") -> Callable[[], AbstractContextManager[Ask]]:
    """A world in which the colleague judged so."""

    @contextmanager
    def opened() -> Iterator[Ask]:
        yield Toy(judgement, leak)

    return opened
