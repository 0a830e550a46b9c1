"""Serves the site: one page for every address that the site knows, and the same page with status 404 for the rest.

The site's build leaves ``index.html`` (with ``.br`` and ``.gz`` beside it) and ``routes.json``, the list of its own
paths in the form ``/questions/:slug``. All its other files are WhiteNoise's.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

ENCODINGS = {"br": ".br", "gzip": ".gz"}  # best first
NOT_BUILT = "The site is not built here; `make run` builds it. The API is at /api/v1/.\n"


def pattern(path: str) -> re.Pattern[str]:
    """The regular expression of a path as the site's router writes it: ``:name`` is a step, ``*`` is anything."""
    steps = path.strip("/").split("/") if path.strip("/") else []
    found = ""
    for step in steps:
        if step.startswith(":"):
            found += "(?:/[^/]+)?" if step.endswith("?") else "/[^/]+"
        else:
            found += ".*" if step == "*" else "/" + re.escape(step)
    return re.compile(found + "/?")


@cache
def routes(folder: Path) -> list[re.Pattern[str]]:
    """The addresses that the site knows."""
    paths: list[str] = json.loads((folder / "routes.json").read_text())
    return [pattern(path) for path in paths]


@cache
def page(folder: Path, encoding: str) -> tuple[bytes, str] | None:
    """The page in one encoding, and its entity tag; None when the build has none."""
    path = folder / f"index.html{ENCODINGS.get(encoding, '')}"
    if not path.is_file():
        return None
    body = path.read_bytes()
    return body, f'"{hashlib.sha256(body).hexdigest()[:20]}"'


def accepted(request: HttpRequest, encoding: str) -> bool:
    """Whether the browser takes this encoding."""
    given = request.headers.get("Accept-Encoding", "").lower().replace(" ", "").split(",")
    return any(name.split(";")[0] == encoding and not name.endswith(";q=0") for name in given)


@require_safe
def shell(request: HttpRequest) -> HttpResponse:
    """The page of the site; what it shows is the browser's business, whether the address exists is ours."""
    folder: Path = settings.SITE_FOLDER
    if page(folder, "identity") is None:
        return HttpResponse(NOT_BUILT, status=503, content_type="text/plain; charset=utf-8")
    wanted = (name for name in [*ENCODINGS, "identity"] if name == "identity" or accepted(request, name))
    encoding, body, tag = next((name, *found) for name in wanted if (found := page(folder, name)))
    known = any(route.fullmatch(request.path) for route in routes(folder))
    response = HttpResponse(body, status=200 if known else 404, content_type="text/html; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    response["Vary"] = "Accept-Encoding"
    if encoding != "identity":
        response["Content-Encoding"] = encoding
    if known:
        response["ETag"] = tag
        return get_conditional_response(request, etag=tag, response=response) or response
    return response
