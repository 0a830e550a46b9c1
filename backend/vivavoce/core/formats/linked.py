"""Linked data (JSON-LD): a resource in the words of schema.org, for search engines and catalogues."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.conf import settings

from vivavoce.core.rendering import JSONRenderer

CONTEXT = "https://schema.org"
REFUSED = ("fields", "omit", "expand", "facets")


class LinkedDataRenderer(JSONRenderer):
    """A subclass says with ``document`` what one row is, from what JSON would show."""

    media_type = "application/ld+json"
    format = "jsonld"
    expand: ClassVar[frozenset[str]] = frozenset()  # what ``document`` needs
    refuses = dict.fromkeys(REFUSED, "Linked data has the members of schema.org: leave this out, or ask for JSON.")

    def document(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """One row in the words of schema.org."""
        raise NotImplementedError

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Mapping[str, Any] | None = None
    ) -> Any:
        """A row, or the rows of a page as an ``ItemList``; the neighbouring pages are in the header ``Link``."""
        found = self._page(data, renderer_context or {}) if "results" in data else self.document(data)
        return super().render({"@context": CONTEXT, **found}, accepted_media_type, renderer_context)

    def _page(self, data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
        links = {"next": data["next"], "prev": data["previous"]}
        if said := ", ".join(f'<{path}>; rel="{rel}"' for rel, path in links.items() if path):
            context["response"]["Link"] = said
        rows = enumerate(data["results"], 1)
        items = [{"@type": "ListItem", "position": number, "item": self.document(row)} for number, row in rows]
        return {"@type": "ItemList", "itemListElement": items}


def thing(kind: str, **members: Any) -> dict[str, Any]:
    """An object of schema.org, without the members of which nothing is known."""
    return {"@type": kind, **{name: value for name, value in members.items() if value not in (None, "", [], {})}}


def absolute(path: str) -> str:
    """The address of a path for who reads the document elsewhere."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{path}"
