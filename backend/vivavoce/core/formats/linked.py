"""Linked data (JSON-LD): what anybody may know, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from vivavoce.core.rendering import JSONRenderer


class LinkedDataRenderer(JSONRenderer):
    """Words of schema.org (JSON-LD). A subclass says what ``document`` one row is, from what JSON would show."""

    media_type = "application/ld+json"
    format = "jsonld"
    expand: ClassVar[frozenset[str]] = frozenset()  # what ``document`` needs
    refuses = dict.fromkeys(
        ("fields", "omit", "expand", "facets"), "Linked data has the members that schema.org names: leave this out."
    )

    def document(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """One row in the words of schema.org, without what is empty."""
        raise NotImplementedError

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Mapping[str, Any] | None = None
    ) -> Any:
        """A row, or the rows of a page as an ``ItemList``; the neighbouring pages are in the header ``Link``."""
        found = self._page(data, renderer_context or {}) if "results" in data else self.document(data)
        return super().render({"@context": "https://schema.org", **found}, accepted_media_type, renderer_context)

    def _page(self, data: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
        links = {"next": data["next"], "prev": data["previous"]}
        if told := ", ".join(f'<{path}>; rel="{rel}"' for rel, path in links.items() if path):
            context["response"]["Link"] = told
        rows = enumerate(data["results"], 1)
        items = [{"@type": "ListItem", "position": number, "item": self.document(row)} for number, row in rows]
        return {"@type": "ItemList", "itemListElement": items}
