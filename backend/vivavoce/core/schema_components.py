"""The last hook of spectacular: the components that every operation shares, and the sparse forms of replies."""

from __future__ import annotations

import copy
import inspect
from http import HTTPStatus
from pathlib import Path
from typing import Any

import yaml

from vivavoce.core import problems

SHARED = Path(__file__).with_name("openapi_components.yaml")
RESPONSES: dict[int, type[problems.Problem]] = {
    400: problems.InvalidParameters,
    401: problems.NotAuthenticated,
    403: problems.Forbidden,
    404: problems.NotFound,
    406: problems.NotAcceptable,
    409: problems.Conflict,
    412: problems.PreconditionFailed,
    413: problems.TooLarge,
    415: problems.UnsupportedMediaType,
    429: problems.TooManyRequests,
    500: problems.InternalError,
    503: problems.Unavailable,
    507: problems.StorageFull,
}


def response_name(status: int) -> str:
    """The name of the component that describes a status."""
    return HTTPStatus(status).phrase.title().replace(" ", "").replace("-", "")


def problem_response(problem: type[problems.Problem]) -> dict[str, Any]:
    """The component of one kind of failure."""
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    headers = {"X-Request-ID": {"$ref": "#/components/headers/X-Request-ID"}}
    return {"description": inspect.getdoc(problem), "content": content, "headers": headers}


def finish(result: dict[str, Any], generator: Any, request: Any, public: bool) -> dict[str, Any]:
    """Add the shared components and the sparse forms, in a fixed order."""
    components = result["components"]
    for kind, shared in yaml.safe_load(SHARED.read_text()).items():
        components[kind] = {**components.get(kind, {}), **shared}
    components["responses"] |= {response_name(s): problem_response(problem) for s, problem in RESPONSES.items()}
    add_sparse_forms(result)
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


def either(schemas: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """The whole form or the sparse one."""
    name = schema.get("$ref", "").rpartition("/")[2]
    if name not in schemas:
        return schema
    sparse = {key: value for key, value in schemas[name].items() if key != "required"}
    schemas[f"{name}Sparse"] = {**sparse, "description": f"{name} with the members that fields and omit chose"}
    return {"anyOf": [schema, {"$ref": f"#/components/schemas/{name}Sparse"}]}
