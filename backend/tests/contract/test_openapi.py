"""openapi.yaml is generated, complete and true."""

from __future__ import annotations

import gzip
import re
from io import StringIO
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from vivavoce.core.viewsets import StrictParameters

DOCUMENT: dict[str, Any] = yaml.safe_load(settings.OPENAPI_FILE.read_text())
OPERATIONS = [
    (path, method, operation) for path, methods in DOCUMENT["paths"].items() for method, operation in methods.items()
]
STALE = "openapi.yaml is stale: run `make schema`"


def test_it_is_what_the_code_says() -> None:
    made = StringIO()
    call_command("spectacular", validate=True, fail_on_warn=True, stdout=made)
    assert yaml.safe_load(made.getvalue()) == DOCUMENT, STALE


def test_it_is_made_the_same_twice() -> None:
    once, twice = StringIO(), StringIO()
    call_command("spectacular", stdout=once)
    call_command("spectacular", stdout=twice)
    assert once.getvalue() == twice.getvalue() == settings.OPENAPI_FILE.read_text(), STALE


def views() -> dict[tuple[str, str], Any]:
    """Every address and method that the resolver knows under /api/v1/, with its view."""
    found: dict[tuple[str, str], Any] = {}

    def walk(patterns: Any, prefix: str) -> None:
        for pattern in patterns:
            path = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, path)
            elif isinstance(pattern, URLPattern) and path.startswith("api/v1/"):
                route: Any = pattern.callback
                actions = getattr(route, "actions", None) or {m: m for m in route.cls.http_method_names}
                template = "/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", path).replace("{pk}", "{id}")
                for method in set(actions) - {"options", "head"}:
                    if method in route.cls.http_method_names and hasattr(route.cls, actions[method]):
                        view = found[template, method] = route.cls(**route.initkwargs)
                        view.action = actions[method]

    walk(get_resolver().url_patterns, "")
    return found


def test_every_route_is_in_it_and_nothing_else() -> None:
    assert {(path, method) for path, method, _ in OPERATIONS} == set(views())


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS, ids=lambda value: str(value)[:60])
def test_every_operation_is_described(path: str, method: str, operation: dict[str, Any]) -> None:
    assert operation["summary"]
    assert operation["description"]
    assert operation["tags"]
    assert operation["security"]
    assert {"400", "406", "500", "503"} <= set(operation["responses"])
    undescribed = [one["name"] for one in operation.get("parameters", ()) if not one.get("description", "$ref" in one)]
    assert undescribed == []


def test_every_view_refuses_parameters_that_it_does_not_document() -> None:
    shared = DOCUMENT["components"]["parameters"]
    for (path, method), view in views().items():
        assert isinstance(view, StrictParameters), f"{path} ignores what it does not know"
        given = DOCUMENT["paths"][path][method].get("parameters", ())
        described = [shared[one["$ref"].rpartition("/")[2]] if "$ref" in one else one for one in given]
        documented = {one["name"] for one in described if one["in"] == "query"}
        assert documented == set(view.allowed_parameters()), f"{method} {path}"


def test_operation_ids_are_unique() -> None:
    ids = [operation["operationId"] for _, _, operation in OPERATIONS]
    assert len(ids) == len(set(ids))


def test_put_is_not_offered() -> None:
    assert not [path for path, method, _ in OPERATIONS if method == "put"]


@pytest.mark.parametrize(("address", "version"), [("/openapi.yaml", "3.1.0"), ("/openapi-3.0.yaml", "3.0.3")])
def test_it_is_served(address: str, version: str) -> None:
    reply = Client().get(address)
    assert reply.status_code == 200
    assert yaml.safe_load(reply.content)["openapi"] == version


@pytest.mark.parametrize("address", ["/openapi.yaml", "/openapi-3.0.yaml"])
def test_it_is_packed_for_who_can_unpack_it_and_not_sent_again(address: str) -> None:
    plain, packed = Client().get(address), Client().get(address, headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) * 8 < len(plain.content)
    assert "Accept-Encoding" in packed["Vary"]
    for reply in (plain, packed):
        again = {"Accept-Encoding": "gzip", "If-None-Match": reply["ETag"]}
        assert Client().get(address, headers=again).status_code == 304


def test_the_older_form_has_no_words_that_it_does_not_know() -> None:
    served = Client().get("/openapi-3.0.yaml").content.decode()
    assert "'null'" not in served
    assert "type: null" not in served


def test_swagger_ui_uses_our_own_assets_and_no_inline_script() -> None:
    page = Client().get("/api/docs/").content.decode()
    assert "/static/drf_spectacular_sidecar/swagger-ui-dist/swagger-ui-bundle.js" in page
    assert not re.findall(r"<script>|<style>|https?://", page)
    script = Client().get("/api/docs/?script=")
    assert script["Content-Type"].startswith("application/javascript")
    assert b"/openapi.yaml" in script.content
