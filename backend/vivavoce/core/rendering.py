"""JSON: compact for programs, indented for people."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from rest_framework.renderers import JSONRenderer as DRFJSONRenderer
from rest_framework.request import Request

from vivavoce.core.problems import Fault, fault

INDENT = 2
PRETTY = {"": True, "true": True, "1": True, "false": False, "0": False}


def wants_indent(request: HttpRequest | Request) -> bool:
    """True for ``?pretty`` and for a browser that opens the address."""
    asked = "text/html" in request.headers.get("Accept", "")
    with suppress(SuspiciousOperation):  # more parameters than are read: they are what is refused
        return PRETTY.get(request.GET["pretty"].lower(), asked) if "pretty" in request.GET else asked
    return asked


def pretty_faults(given: list[str]) -> list[Fault]:
    """What is wrong with ``pretty``."""
    known = len(given) < 2 and PRETTY.keys() >= {word.lower() for word in given}
    return [] if known else [fault("not_allowed", "Give this once: true, false, or no value.", parameter="pretty")]


class JSONRenderer(DRFJSONRenderer):
    """DRF's, indented where a person reads."""

    def get_indent(self, accepted_media_type: str, renderer_context: Mapping[str, Any]) -> int | None:
        """Two spaces for people, None for programs."""
        request = renderer_context.get("request")
        return INDENT if request is not None and wants_indent(request) else None
