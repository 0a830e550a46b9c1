"""Streams: the whole list that the filters leave, read by keyset pages, so in constant memory."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from django.http import StreamingHttpResponse
from rest_framework.renderers import BaseRenderer

from vivavoce.core.rendering import JSONRenderer

WHOLE = "holds all rows that the filters leave, without pages: leave this out, or ask for JSON."


class StreamRenderer(BaseRenderer):
    """Renders a list page by page, after the view has returned."""

    charset = "utf-8"
    suffix = ""  # of the file; else the format's name

    def __init_subclass__(cls) -> None:
        """Say why there are no pages, beside what else means nothing in the format."""
        names = ("cursor", "page_size", "facets", "pretty")
        cls.refuses = {**cls.refuses, **dict.fromkeys(names, f"{str(cls.format).upper()} {WHOLE}")}

    refuses: Mapping[str, str] = {}

    def head(self, serializer: Any) -> bytes:
        """What comes before the rows."""
        return b""

    def rows(self, serializer: Any, shown: list[Any]) -> bytes:
        """One page."""
        raise NotImplementedError


class NDJSONRenderer(StreamRenderer):
    """Newline-delimited JSON: the rows of the list, one a line."""

    media_type = "application/x-ndjson"
    format = "ndjson"

    def rows(self, serializer: Any, shown: list[Any]) -> bytes:
        """Each row as the JSON list shows it."""
        return b"".join(JSONRenderer().render(row) + b"\n" for row in shown)


def reply(view: Any, rows: Any) -> StreamingHttpResponse:
    """The whole list. The first page is read at once, so that what is wrong can still be said as a problem."""
    renderer = view.request.accepted_renderer
    texts = pages(view, rows, renderer)
    found = chain([next(texts)], texts)
    name = re.sub("[^a-z-]", "", view.request.path.rstrip("/").rpartition("/")[2])
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": f'attachment; filename="{name}.{renderer.suffix or renderer.format}"',
    }
    kind = f"{renderer.media_type}; charset={renderer.charset}"
    return StreamingHttpResponse([] if view.request.method == "HEAD" else found, content_type=kind, headers=headers)


def pages(view: Any, rows: Any, renderer: StreamRenderer) -> Iterator[bytes]:
    """The list, page by page. No transaction is open while the caller reads.

    When one fails the connection breaks off, so that nobody takes a part for the whole.
    """
    walk = view.paginator.walk(rows, view.request, view)
    # One for all pages: each would be a circle of references, which keeps its page until memory is tidied up.
    serializer = view.get_serializer([], many=True)
    head = True
    while True:
        with view.reading():
            page = next(walk, None)
            if page is None:
                return
            serializer.instance = page
            shown = serializer.to_representation(page)
            text = (renderer.head(serializer) if head else b"") + renderer.rows(serializer, shown)
        head = False
        yield text
