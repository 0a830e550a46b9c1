"""openapi.yaml: what drf-spectacular does not know of strict parameters, problems, related objects, sparse replies."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from drf_spectacular.extensions import OpenApiSerializerFieldExtension
from drf_spectacular.openapi import AutoSchema as SpectacularAutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from rest_framework.permissions import SAFE_METHODS
from rest_framework.serializers import ListSerializer

from config.openapi import formats
from config.openapi.components import Page, response_name
from vivavoce.core.filters import Parameter
from vivavoce.core.permissions import PublicRead
from vivavoce.core.relations import LONGEST_KEY
from vivavoce.core.viewsets import ResourceView, StrictParameters

SUMMARIES = {
    "list": "List {many}",
    "retrieve": "Show {a} {one}",
    "create": "Make {a} {one}",
    "partial_update": "Change {a} {one}",
    "destroy": "Delete {a} {one}",
}
CHOICES = {
    "fields": "Only these members",
    "omit": "All members but these",
    "expand": "Related objects with all their members",
    "facets": "Count the rows that each value of these filters would leave",
    "ordering": "Keys of the order, the first decides; a minus turns it round",
}
SECURITY = {"BearerAuthentication": "token", "SessionAuthentication": "session", "BasicAuthentication": "password"}


class AutoSchema(SpectacularAutoSchema):
    """DRF's ``DEFAULT_SCHEMA_CLASS``."""

    view: Any

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        """Spectacular's, with the shared parameters and every problem that the operation can answer."""
        operation: dict[str, Any] | None = super().get_operation(*args, **kwargs)
        if operation is None:
            return None
        shared = [f"#/components/parameters/{name}" for name in self._shared_parameters()]
        operation["parameters"] = [*operation.get("parameters", []), *({"$ref": ref} for ref in shared)]
        for status in self._problem_statuses():
            ref = {"$ref": f"#/components/responses/{response_name(status)}"}
            operation["responses"].setdefault(str(status), ref)
        for status, response in operation["responses"].items():
            if not response.get("description", "$ref" in response):
                response["description"] = HTTPStatus(int(status)).phrase
        formats.describe(self.view, operation)
        if self._is_bulk():
            operation["x-bulk"] = True  # the last hook makes lists of it
        responses = dict(sorted(operation.pop("responses").items()))
        return {**operation, "responses": responses}

    def get_summary(self) -> str | None:
        """One line, from the kind of operation or from its docstring."""
        found: str | None = super().get_summary()
        meta = self._model_meta()
        template = SUMMARIES.get(getattr(self.view, "action", ""), "")
        if found or (meta and template):
            article = "an" if meta.verbose_name[0] in "aeiou" else "a"
            return found or template.format(a=article, one=meta.verbose_name, many=meta.verbose_name_plural)
        return self._action_doc().split("\n")[0].rstrip(".") or None

    def get_description(self) -> str:  # type: ignore[override]  # spectacular's has no arguments
        """The docstring of the action; where that is core's, the docstring of the viewset; and the scope."""
        action = self._action()
        ours = getattr(action, "__module__", "").startswith("vivavoce.core.viewsets")
        told = inspect.getdoc(type(self.view)) or "" if ours else self._action_doc()
        return f"{told}\n\nA token needs the scope `{scope}`." if (scope := self._scope()) else told

    def get_auth(self) -> list[dict[str, list[str]]]:
        """The ways to say who one is, a token with its scope; the empty one where nobody needs to."""
        names = [SECURITY.get(type(one).__name__) for one in self.view.get_authenticators()]
        scopes = [scope] if (scope := self._scope()) else []
        ways: list[dict[str, list[str]]] = [{name: scopes if name == "token" else []} for name in names if name]
        return [*ways, {}] if self._is_public() else ways

    def get_paginated_name(self, serializer_name: str) -> str:
        """QuestionPage rather than PaginatedQuestionList."""
        return f"{serializer_name}Page"

    def _get_paginator(self) -> Any:
        return Page() if getattr(self.view, "pagination_class", None) else None

    def _scope(self) -> str:
        scope = getattr(self.view, "scope", "")
        return f"{scope}:{'read' if self.method in SAFE_METHODS else 'write'}" if scope else ""

    def _is_public(self) -> bool:
        closed = [one for one in self.view.get_permissions() if type(one).__name__ not in {"AllowAny", "PublicRead"}]
        reading = self.method in SAFE_METHODS or not any(isinstance(p, PublicRead) for p in self.view.get_permissions())
        return not closed and reading

    def _action(self) -> Any:
        name = getattr(self.view, "action", None) or self.method.lower()
        return getattr(self.view, "create_one" if name == "create" else name, None)

    def _action_doc(self) -> str:
        return inspect.getdoc(self._action()) or ""

    def _is_bulk(self) -> bool:
        return getattr(self.view, "action", None) == "create" and not self._is_detail()

    def _model_meta(self) -> Any:
        serializer = getattr(self.view, "serializer_class", None)
        model = getattr(getattr(serializer, "Meta", None), "model", None)
        return model and model._meta

    def _is_detail(self) -> bool:
        return "{" in self.path

    def _shared_parameters(self) -> list[str]:
        names = ["Cursor", "PageSize"] if getattr(self.view, "action", None) == "list" else []
        if isinstance(self.view, StrictParameters):
            names.append("Pretty")
        if self.method == "GET":
            names.append("IfNoneMatch")
        elif self._is_detail():
            names.append("IfMatch")
        return [*names, "IdempotencyKey"] if self.method == "POST" else names

    def _problem_statuses(self) -> list[int]:
        public = self._is_public()
        statuses = [400, 406, 429, 500, 503]
        if self.get_auth() and self.view.authentication_classes:
            statuses += [401, 403]
        if self._is_detail():
            statuses.append(404)
        if self.method == "GET":
            statuses.append(304)
        else:
            statuses += [409, 507] + ([412] if self._is_detail() else [])
        if self.method in {"POST", "PATCH"}:
            statuses += [413, 415] + ([422] if self.method == "POST" else [])
        extra = getattr(self.view, "extra_statuses", {}).get(getattr(self.view, "action", self.method.lower()), ())
        return sorted({*statuses, *extra} - ({403} if public and not getattr(self.view, "scope", "") else set()))

    def _get_filter_parameters(self) -> list[dict[str, Any]]:
        view = self.view
        if not isinstance(view, ResourceView) or view.action == "destroy":
            return []
        resource = view.resource_class()
        name = resource.__name__.removesuffix("Serializer")
        members = self._named(f"{name}Member", {"type": "string", "enum": resource.members()})
        chosen = {"fields": members, "omit": members, "expand": enumeration(resource.expandable())}
        if view.action == "list":
            keys = list(view.ordering_fields)
            chosen |= {
                "facets": enumeration(view.facets),
                "ordering": enumeration([*keys, *(f"-{key}" for key in keys)]),
            }
        found = [
            described(key, Parameter(many=True, schema=schema, description=CHOICES[key]))
            for key, schema in chosen.items()
            if schema.get("enum") != []
        ]
        if view.action == "list" and view.filterset_class:
            found += [described(name, one) for name, one in view.filterset_class.base_filters.items()]
        return found

    def _named(self, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        component = ResolvedComponent(name, ResolvedComponent.SCHEMA, schema, name)  # type: ignore[no-untyped-call]  # theirs
        self.registry.register_on_missing(component)
        return dict(component.ref)

    def _map_serializer_field(self, field: Any, direction: Any, bypass_extensions: bool = False) -> Any:
        schema: dict[str, Any] = super()._map_serializer_field(field, direction, bypass_extensions)  # type: ignore[no-untyped-call]  # theirs
        most = getattr(field, "max_length", None) if isinstance(field, ListSerializer) else None
        return {**schema, "maxItems": most} if most and direction == "request" else schema

    def _resolve_path_parameters(self, variables: list[str]) -> list[dict[str, Any]]:
        about = getattr(self.view, "lookup_description", "") or "Id, or slug where there is one"
        return [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}, "description": about}
            for name in variables
        ]

    def _get_response_headers_for_code(self, status_code: str, direction: Any = "response") -> dict[str, Any]:
        headers: dict[str, Any] = super()._get_response_headers_for_code(status_code, direction)
        is_row = self.method == "GET" or isinstance(self.view, ResourceView)  # not what is merely worked out
        tagged = ["ETag"] if status_code in {"200", "201"} and is_row else []
        tagged += ["Location"] if status_code == "201" else []
        tagged += ["Idempotency-Replayed"] if self.method == "POST" else []
        names = [*tagged, "RateLimit", "RateLimit-Policy", "X-Request-ID"]
        return {**headers, **{name: {"$ref": f"#/components/headers/{name}"} for name in names}}


def enumeration(values: Iterable[str]) -> dict[str, Any]:
    """Any of a few names."""
    return {"type": "string", "enum": list(values)}


def described(name: str, parameter: Any) -> dict[str, Any]:
    """A query parameter as OpenAPI describes it."""
    found: dict[str, Any] = {"name": name, "in": "query", "description": getattr(parameter, "description", "")}
    schema = getattr(parameter, "schema", {"type": "string"})
    if getattr(parameter, "many", False):
        if schema.get("type") == "string" and not {"enum", "format", "pattern"} & schema.keys():
            schema = {**schema, "pattern": r"\S"}  # a blank word is refused
        values = {"type": "array", "items": schema, "minItems": 1}
        return {**found, "schema": values, "style": "form", "explode": False}
    return {**found, "schema": schema}


class RelatedObjectExtension(OpenApiSerializerFieldExtension):  # type: ignore[no-untyped-call]  # registers itself
    """A related object is the brief form or, expanded, the whole; in a body it is an id or a slug."""

    target_class = "vivavoce.core.relations.RelatedObject"
    match_subclasses = True

    def map_serializer_field(self, auto_schema: Any, direction: str) -> dict[str, Any]:
        """JSON Schema of the member."""
        field = self.target
        key = {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY, "description": "Id or slug"}
        one = key if direction == "request" else self._object(auto_schema)
        most = {"maxItems": field.most} if direction == "request" else {}
        return {"type": "array", "items": one, **most} if field.many else one

    def _object(self, auto_schema: Any) -> dict[str, Any]:
        child = self.target.child
        name = auto_schema._get_serializer_name(child, "response")
        fields = {key: child.fields[key] for key in self.target.brief}
        properties = {key: auto_schema._map_serializer_field(field, "response") for key, field in fields.items()}
        schema = {"type": "object", "properties": properties, "required": list(fields)}
        brief = auto_schema._named(f"{name}Brief", schema)
        owner = self.target.parent
        if not hasattr(owner, "expandable") or self.target.field_name not in owner.expandable():
            return dict(brief)
        whole = auto_schema.resolve_serializer(type(child), "response")
        return {"anyOf": [brief, whole.ref]}


class AddressExtension(OpenApiSerializerFieldExtension):  # type: ignore[no-untyped-call]  # registers itself
    """The address of a resource."""

    target_class = "vivavoce.core.relations.AddressField"
    match_subclasses = True

    def map_serializer_field(self, auto_schema: Any, direction: str) -> dict[str, Any]:
        """A path."""
        return {"type": "string", "format": "uri-reference"}
