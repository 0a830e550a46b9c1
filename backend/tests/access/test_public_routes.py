"""Deny by default: what anybody may ask is a reviewed list, and every address of the API is in openapi.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from rest_framework.permissions import AllowAny
from rest_framework.settings import api_settings

from tests.access.tables import lines
from vivavoce.core.permissions import Authenticated, PublicRead

PUBLIC_BANK = (
    "answers",
    "categories",
    "kits",
    "qualities",
    "questions",
    "roles",
    "rubrics",
    "steps",
    "topics",
)
PUBLIC = {
    ("GET", "/api/v1/"),
    ("GET", "/api/v1/me/"),
    ("GET", "/api/v1/questions/{id}/exercise/"),
    ("POST", "/api/v1/practice/preview/"),
} | {("GET", f"/api/v1/{word}/{detail}") for word in PUBLIC_BANK for detail in ("", "{id}/")}
"""Reviewed: to add a line here is to publish something."""
OPEN_VIEWS = {"ApiRoot", "PreviewView"}
"""Views that do not even ask who is calling."""


def views(patterns: Any, so_far: str = "") -> Iterator[tuple[str, Any]]:
    """Every address of the server, with its view."""
    for one in patterns:
        path = so_far + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from views(one.url_patterns, path)
        elif isinstance(one, URLPattern):
            yield path, getattr(one.callback, "cls", None) or getattr(one.callback, "view_class", None)


def test_what_anybody_may_ask_is_what_was_reviewed() -> None:
    assert {line.operation for line in lines() if line.cells["anonymous"] < 400} == PUBLIC


def test_everything_else_says_who_are_you() -> None:
    others = [line for line in lines() if line.operation not in PUBLIC]
    assert {line.cells["anonymous"] for line in others} == {401}


def test_every_view_of_the_api_asks_for_permission() -> None:
    default: list[Any] = list(api_settings.DEFAULT_PERMISSION_CLASSES)
    assert default == [Authenticated]
    routes = [(path, view) for path, view in views(get_resolver().url_patterns) if path.startswith("api/v1/")]
    assert len(routes) > 50
    for path, view in routes:
        assert view is not None, f"{path} is a plain function"
        allowed = [Authenticated], [PublicRead], [AllowAny]
        assert list(view.permission_classes) in allowed, path
        assert list(view.permission_classes) != [AllowAny] or view.__name__ in OPEN_VIEWS, path
        scoped = getattr(view, "scope", "") or view.__name__ in OPEN_VIEWS
        assert scoped, f"{path} names no scope: every token would open it"
