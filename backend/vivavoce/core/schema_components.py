"""What openapi.yaml says once: shared parameters, headers, problems, ways to sign in; and the sparse forms."""

from __future__ import annotations

import copy
import inspect
from http import HTTPStatus
from typing import Any

from vivavoce.core import problems
from vivavoce.core.pagination import LARGEST_PAGE, PAGE_SIZE

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
TEXT = {"type": "string"}
PROBLEM = {
    "type": "object",
    "description": "Why a request failed (RFC 9457); members beyond these belong to the type.",
    "required": ["type", "title", "status", "detail", "instance", "request_id", "code"],
    "additionalProperties": True,
    "properties": {
        "type": {"type": "string", "format": "uri-reference", "description": "Path of a page that explains it"},
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "instance": {"type": "string", "format": "uri-reference"},
        "request_id": {"type": "string", "description": "Also in the header X-Request-ID and in our log"},
        "code": {"type": "string", "description": "The last part of type, as a name"},
        "errors": {"type": "array", "items": {"$ref": "#/components/schemas/Fault"}},
        "allowed_transitions": {"type": "array", "items": TEXT, "description": "With an illegal transition"},
    },
}
FAULT = {
    "type": "object",
    "description": "One thing that is wrong, and where: exactly one of pointer, parameter and header.",
    "required": ["code", "detail"],
    "properties": {
        "pointer": {"type": "string", "format": "json-pointer", "description": "Into the body (RFC 6901)"},
        "parameter": TEXT,
        "header": TEXT,
        "code": TEXT,
        "detail": TEXT,
        "allowed": {"type": "array", "items": {}, "description": "The values that are allowed, when they are few"},
        "did_you_mean": TEXT,
    },
}
FACET_COUNT = {
    "type": "object",
    "required": ["value", "label", "count", "is_exact"],
    "properties": {
        "value": {"type": ["string", "integer", "boolean", "null"]},
        "label": TEXT,
        "count": {"type": "integer", "minimum": 0},
        "is_exact": {"type": "boolean", "description": "False: at least so many"},
    },
}
PARAMETERS = {
    "Cursor": ("cursor", "query", TEXT, "Where a page begins: follow next and previous, do not make one"),
    "PageSize": (
        "page_size",
        "query",
        {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": PAGE_SIZE},
        "Rows of a page",
    ),
    "Pretty": ("pretty", "query", {"type": "boolean"}, "Indent the reply for a person"),
    "IfMatch": ("If-Match", "header", TEXT, "The ETag that you read; 412 when somebody changed the row since"),
    "IfNoneMatch": ("If-None-Match", "header", TEXT, "The ETag that you have; 304 when it is still the present one"),
}
HEADERS = {
    "ETag": "Strong tag of this reply: the row's counter (or 0), a hyphen, a digest",
    "X-Request-ID": "The id of this request: yours, or one of ours",
}
SECURITY_SCHEMES = {
    "token": {"type": "http", "scheme": "bearer", "description": "A token of one's own: Bearer vv_..."},
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "session",
        "description": "The site's cookie, with X-CSRFToken",
    },
    "password": {"type": "http", "scheme": "basic", "description": "E-mail address and password, to make a token only"},
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
    """Spectacular's last hook: add the shared components and the sparse forms, in a fixed order."""
    components = result["components"]
    components["schemas"] |= {"Problem": PROBLEM, "Fault": FAULT, "FacetCount": FACET_COUNT}
    components["responses"] = {response_name(s): problem_response(problem) for s, problem in RESPONSES.items()}
    components["responses"]["NotModified"] = {"description": "What you have is still the present one"}
    components["parameters"] = {
        key: {"name": name, "in": place, "schema": schema, "description": about}
        for key, (name, place, schema, about) in PARAMETERS.items()
    }
    components["headers"] = {name: {"schema": TEXT, "description": about} for name, about in HEADERS.items()}
    components["securitySchemes"] = SECURITY_SCHEMES
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
    whole = schemas[name]
    sparse = {key: value for key, value in whole.items() if key != "required"}
    about = f"{name} with the members that fields and omit chose"
    schemas[f"{name}Sparse"] = {**sparse, "description": about}
    return {"anyOf": [schema, {"$ref": f"#/components/schemas/{name}Sparse"}]}
