"""The last hook of spectacular: the components that every operation shares, and the sparse forms of replies."""

from __future__ import annotations

import copy
import json
import re
from http import HTTPStatus
from pathlib import Path
from typing import Any

import yaml

from config.openapi.examples import illustrate, recorded
from vivavoce.core import problems
from vivavoce.core.bulk import LONGEST

SHARED = Path(__file__).with_name("components.yaml")
STATUSES = (400, 401, 403, 404, 406, 409, 412, 413, 415, 422, 428, 429, 500, 503, 507)


HEADERS = {429: ("RateLimit", "RateLimit-Policy", "Retry-After"), 503: ("Retry-After",), 507: ("Retry-After",)}
# Python 3.13 took the newer phrases of RFC 9110; the components keep their names on every Python.
PHRASES = {413: "Request Entity Too Large", 422: "Unprocessable Entity"}


def shared() -> dict[str, Any]:
    """The parts of the document that are written by hand."""
    parts: dict[str, Any] = yaml.safe_load(SHARED.read_text())
    return parts


class Page:
    """The paginator as spectacular sees it: what a list reply looks like."""

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The envelope around rows of one kind."""
        page: dict[str, Any] = shared()["page"]
        return {**page, "properties": {**page["properties"], "results": schema}}

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """None: the parameters of lists are components."""
        return []


def response_name(status: int) -> str:
    """The name of the component that describes a status."""
    return PHRASES.get(status, HTTPStatus(status).phrase).title().replace(" ", "").replace("-", "")


def problem_response(problem: type[problems.Problem]) -> dict[str, Any]:
    """The component of one kind of failure."""
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    names = ["X-Request-ID", *HEADERS.get(problem.status_code, ())]
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in names}
    return {"description": problem.meaning_and_remedy()[0], "content": content, "headers": headers}


def finish(result: dict[str, Any], generator: Any, request: Any, public: bool) -> dict[str, Any]:
    """Add the shared components and the sparse forms, in a fixed order."""
    components = result["components"]
    said = shared()
    result["info"] |= said.pop("info")
    result |= {"servers": said.pop("servers"), "tags": said.pop("tags")}
    for kind, parts in said.items():
        if kind != "page":
            components[kind] = {**components.get(kind, {}), **parts}
    components["responses"] |= {response_name(s): problem_response(problems.of_status(s)) for s in STATUSES}
    add_sparse_forms(result)
    add_lists(result)
    examples = recorded()
    for operation in (one for path in result["paths"].values() for one in path.values()):
        illustrate(operation, examples)
    close_bodies(components["schemas"])
    forget_defaults(components["schemas"])
    tidy(result)
    forget_unused(result)
    result["components"] = {kind: dict(sorted(components[kind].items())) for kind in sorted(components)}
    return copy.deepcopy(result)  # without shared objects, which YAML would write as anchors


def add_sparse_forms(result: dict[str, Any]) -> None:
    """Where ``fields`` and ``omit`` are taken, a reply is the whole form or one without some members."""
    schemas = result["components"]["schemas"]
    operations = [one for path in result["paths"].values() for one in path.values()]
    for operation in operations:
        if not any(one.get("name") == "fields" for one in operation.get("parameters", ())):
            continue
        for status in ("200", "201"):
            media = operation["responses"].get(status, {}).get("content", {}).get("application/json", {})
            name = media.get("schema", {}).get("$ref", "").rpartition("/")[2]
            if "results" in schemas.get(name, {}).get("properties", {}):
                items = schemas[name]["properties"]["results"]
                items["items"] = either(schemas, items["items"])
            elif name:
                media["schema"] = either(schemas, media["schema"])


def add_lists(result: dict[str, Any]) -> None:
    """A collection takes a list, too, and then answers with one."""
    for operation in (one for path in result["paths"].values() for one in path.values()):
        if not operation.pop("x-bulk", False):
            continue
        body = operation["requestBody"]["content"]["application/json"]
        body["schema"] = {"oneOf": [body["schema"], several(body["schema"])]}
        for status in {"200", "201"} & operation["responses"].keys():
            reply = operation["responses"][status]["content"]["application/json"]
            reply["schema"] = {"anyOf": [*reply["schema"].get("anyOf", [reply["schema"]]), several(reply["schema"])]}


def several(schema: dict[str, Any]) -> dict[str, Any]:
    """A list of these, as long as one POST may be."""
    return {"type": "array", "items": schema, "minItems": 1, "maxItems": LONGEST}


def close_bodies(schemas: dict[str, Any]) -> None:
    """Say that a body holds nothing but the members that it lists: strictness.py refuses every other."""
    for name, schema in schemas.items():
        if name.endswith("Request") and "properties" in schema:
            schema.setdefault("additionalProperties", False)


def forget_defaults(schemas: dict[str, Any]) -> None:
    """A default is what a POST means by leaving a member out: a PATCH changes nothing then, and a reply just says.

    A client made of the document would send each default of a PATCH, and so undo what somebody chose.
    """
    for name, schema in schemas.items():
        if name.startswith("Patched") or not name.endswith("Request"):
            for member in schema.get("properties", {}).values():
                member.pop("default", None)


def tidy(node: Any) -> None:
    """Say each alternative once: an enumeration that may be null comes with null twice."""
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        tidy(part)
    if isinstance(node, dict) and isinstance(alternatives := node.get("anyOf"), list):
        node["anyOf"] = [one for place, one in enumerate(alternatives) if one not in alternatives[:place]]


def forget_unused(result: dict[str, Any]) -> None:
    """Leave out the schemas that nothing refers to: spectacular makes bodies of what is never written."""
    schemas = result["components"]["schemas"]
    while unused := schemas.keys() - set(re.findall(r"#/components/schemas/(\w+)", json.dumps(result, default=str))):
        for name in unused:
            del schemas[name]


def either(schemas: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """The whole form or the sparse one."""
    name = schema.get("$ref", "").rpartition("/")[2]
    if name not in schemas:
        return schema
    sparse = {key: value for key, value in schemas[name].items() if key != "required"}
    schemas[f"{name}Sparse"] = {**sparse, "description": f"{name} with the members that fields and omit chose"}
    return {"anyOf": [schema, {"$ref": f"#/components/schemas/{name}Sparse"}]}
