"""Tells the examples of openapi.yaml against the demo world, and writes down what was sent and answered."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

import time_machine
from django.conf import settings
from rest_framework.test import APIClient

from config.openapi.examples import RECORDED, written
from tests.people import signed_in
from vivavoce.accounts import rules
from vivavoce.accounts.models import Person
from vivavoce.core.testing.conformance import committed
from vivavoce.demo import world

NOW = "2026-11-26T12:00:00Z"
ANY_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
CURSOR = re.compile(r"cursor=[^&\"]+")
LONGEST, MOST = 80, 1
DIFFERENT_EACH_TIME = {
    "csrf_token": "M" * 64,
    "token": f"{rules.SECRET_PREFIX}{'x' * 43}",
    "hint": f"{rules.SECRET_PREFIX}xxxxx",
    "secret": "s" * 43,
    "link": f"/invitation#{'s' * 43}",
    "updated_at": NOW,
}
"""Members that are never the same twice, some of them nobody's to know, and what stands for them."""


class Story:
    """Some requests after each other; ``$operation.member`` in one is what an earlier one answered."""

    def __init__(self) -> None:
        self.replies: dict[str, Any] = {}
        self.clients: dict[str, APIClient] = {}
        self.operations = {
            operation["operationId"]: (method, path, operation)
            for path, methods in committed().document["paths"].items()
            for method, operation in methods.items()
        }

    def tell(self, name: str) -> dict[str, Any]:
        """Send the example of one operation, after what it needs, and say what was sent and answered."""
        example = written().get(name, {})
        method, template, operation = self.operations[example.get("operation", name)]
        for earlier in example.get("after", ()):
            self.told(earlier)
        path, body = self.filled(example.get("path", {})), self.filled(example.get("body"))
        address = template.format(**path)
        client, headers = self.client(example.get("as", world.EMAIL)), {}
        with time_machine.travel(example.get("at", NOW), tick=False):
            if "428" in operation["responses"]:
                headers["If-Match"] = client.get(address).headers["ETag"]
            query = {"page_size": 1} if "Cursor" in str(operation.get("parameters")) else {}
            if method == "get":
                response = client.get(address, query)
            else:
                response = getattr(client, method)(address, body, headers=headers)
        assert response.status_code < 300, f"{name}: {response.status_code} {response.content.decode()}"
        is_json = "json" in response.headers.get("Content-Type", "")
        reply = json.loads(response.content) if response.content and is_json else None
        self.replies[name] = reply
        told = {"path": path, "body": body, "status": str(response.status_code), "reply": shortened(reply)}
        return cast(dict[str, Any], steady({key: value for key, value in told.items() if value}, name))

    def told(self, asked: str) -> Any:
        """The reply of an operation, which is asked when it was not; a list may be asked with a query."""
        name, _, query = asked.partition("?")
        if query and asked not in self.replies:
            address = self.operations[name][1]
            self.replies[asked] = self.client(world.EMAIL).get(f"{address}?{query}").json()
        elif asked not in self.replies:
            self.tell(name)
        return self.replies[asked]

    def filled(self, node: Any) -> Any:
        """A part of an example with what earlier replies said."""
        if isinstance(node, Mapping):
            return {key: self.filled(value) for key, value in node.items()}
        if isinstance(node, list):
            return [self.filled(value) for value in node]
        if not isinstance(node, str) or not node.startswith("$"):
            return node
        name, *steps = node[1:].split(".")
        found = self.told(name)
        for step in steps:
            found = found[int(step) if step.isdigit() else step]
        return found

    def client(self, email: str) -> APIClient:
        """Somebody of the demo world, with the site's session."""
        if email not in self.clients:
            self.clients[email] = signed_in(Person.objects.get(email=email))
        return self.clients[email]


def shortened(node: Any) -> Any:
    """A reply short enough to read: long texts and lists are cut."""
    if isinstance(node, Mapping):
        return {key: shortened(value) for key, value in node.items()}
    if isinstance(node, list):
        return [shortened(value) for value in node[:MOST]]
    if isinstance(node, str) and len(node) > LONGEST:
        return node[:LONGEST].rpartition(" ")[0] + " …"
    return node


def steady(node: Any, name: str) -> Any:
    """The same with ids, cursors and secrets that are the same at every telling; the ids that packs give stay."""
    text = CURSOR.sub("cursor=bzE5OTM", json.dumps(node))
    for member, value in DIFFERENT_EACH_TIME.items():
        text = re.sub(rf'"{member}": "[^"]+"', f'"{member}": "{value}"', text)
    for number, one in enumerate(dict.fromkeys(ANY_ID.findall(text)), start=1):
        text = text.replace(one, str(UUID(f"01936b2a4c0070008000{zlib.crc32(name.encode()):08x}{number:04x}")))
    return json.loads(text)


def record(examples: Mapping[str, Any]) -> None:
    """Write the examples down."""
    RECORDED.write_text(json.dumps(dict(sorted(examples.items())), indent=1, ensure_ascii=False) + "\n")


def content_of_packs() -> Any:
    """The pack that the demo world is made with."""
    return settings.BACKEND / "content" / "python-django"
