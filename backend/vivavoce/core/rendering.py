"""JSON: compact for programs, indented for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from rest_framework.renderers import JSONRenderer as DRFJSONRenderer
from rest_framework.request import Request

INDENT = 2


def wants_indent(request: HttpRequest | Request) -> bool:
    """True for ``?pretty`` and for a browser that opens the address."""
    pretty = request.GET.get("pretty")
    if pretty is not None:
        return pretty.lower() not in {"false", "0"}
    return "text/html" in request.headers.get("Accept", "")


class JSONRenderer(DRFJSONRenderer):
    """DRF's, indented where a person reads."""

    def get_indent(self, accepted_media_type: str, renderer_context: Mapping[str, Any]) -> int | None:
        """Two spaces for people, None for programs."""
        request = renderer_context.get("request")
        return INDENT if request is not None and wants_indent(request) else None
