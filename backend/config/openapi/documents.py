"""The contract as served: openapi.yaml as it is committed, the same for OpenAPI 3.0, and Swagger UI on top."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import conditional_page
from drf_spectacular.views import SpectacularSwaggerSplitView

YAML = "application/yaml; charset=utf-8"
ONLY_NULL = {"type": "string", "nullable": True, "enum": [None]}  # 3.0 knows no null type, and nullable of one type only


@conditional_page
def openapi(request: HttpRequest) -> HttpResponse:
    """The committed contract."""
    return HttpResponse(settings.OPENAPI_FILE.read_bytes(), content_type=YAML)


@conditional_page
def openapi_3_0(request: HttpRequest) -> HttpResponse:
    """The same for generators that know OpenAPI 3.0 only."""
    return HttpResponse(older(settings.OPENAPI_FILE.read_text()), content_type=YAML)


@cache
def older(text: str) -> str:
    """OpenAPI 3.1 as 3.0.3."""
    # libyaml is ten times as fast; a wheel without it still works.
    loader, dumper = getattr(yaml, "CSafeLoader", yaml.SafeLoader), getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    document = {**downgraded(yaml.load(text, loader)), "openapi": "3.0.3"}  # noqa: S506 - both are safe loaders
    older_text: str = yaml.dump(document, Dumper=dumper, sort_keys=False, allow_unicode=True)
    return older_text


def downgraded(node: Any) -> Any:
    """A part of the document in the words of 3.0: ``nullable`` instead of a null type, no lists of types or scopes."""
    if isinstance(node, list):
        return [downgraded(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: downgraded(value) for key, value in node.items()}
    kinds = node.get("type")
    if isinstance(kinds, list):
        del node["type"]
        others = [kind for kind in kinds if kind != "null"]
        if len(others) == 1:
            node |= {"type": others[0]} | ({"nullable": True} if "null" in kinds else {})
    for word in {"anyOf", "oneOf"} & node.keys():
        node[word] = [ONLY_NULL if item == {"type": "null"} else item for item in node[word]]
    if isinstance(node.get("security"), list):
        node["security"] = [dict.fromkeys(way, []) for way in node["security"]]
    return node


class DocsView(SpectacularSwaggerSplitView):
    """Swagger UI from our own assets: works under ``script-src 'self'``, signed in or with a token."""

    throttle_classes = []  # a page and its script, nothing of the database
    url = "/openapi.yaml"
    template_name = "core/docs.html"
    title = "Vivavoce API"
