"""What openapi.yaml says of the formats of replies: the parameter ``format``, and what each media type holds."""

from __future__ import annotations

from typing import Any

from vivavoce.core.formats.negotiation import FORMAT
from vivavoce.core.formats.views import READ
from vivavoce.core.viewsets import ResourceView

SHARED = {("json", "csv", "ndjson"): "Format", ("json",): "FormatOfOne"}
ABOUT = "Format of the reply, for people and links; programs say it by Accept"
TEXT = {"type": "string"}
SCHEMAS: dict[str, dict[str, Any]] = {
    "text/csv": {**TEXT, "description": "All rows that the filters leave, under a header row (RFC 4180)"},
    "application/x-ndjson": {**TEXT, "description": "All rows that the filters leave, one a line, each as in results"},
    "text/tab-separated-values": {**TEXT, "description": "All rows that the filters leave, as notes that Anki imports"},
    "text/calendar": {**TEXT, "description": "A calendar (RFC 5545)"},
    "application/zip": {**TEXT, "format": "binary", "description": "An archive"},
    "application/ld+json": {"$ref": "#/components/schemas/LinkedData"},
}


def describe(view: Any, operation: dict[str, Any]) -> None:
    """Add the parameter, and what is not JSON."""
    content = operation["responses"].get("200", {}).get("content", {})
    content |= {kind: {"schema": SCHEMAS[kind]} for kind in content if kind in SCHEMAS}
    if not isinstance(view, ResourceView) or view.action not in READ:
        return
    offered = tuple(str(one.format) for one in view.get_renderers())
    given = operation.setdefault("parameters", [])
    filters = [one for one in given if one.get("name") == FORMAT]
    if filters:
        also = {**TEXT, "enum": list(offered)}
        filters[0]["schema"]["items"] = {"anyOf": [filters[0]["schema"]["items"], also]}
        filters[0]["description"] += f"; or one {ABOUT[0].lower()}{ABOUT[1:]}"
    elif offered in SHARED:
        given.append({"$ref": f"#/components/parameters/{SHARED[offered]}"})
    else:
        given.append({"name": FORMAT, "in": "query", "schema": {**TEXT, "enum": list(offered)}, "description": ABOUT})
