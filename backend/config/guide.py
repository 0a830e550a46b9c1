"""What integrators read on the running service: the guide of docs/api, and a page for each kind of problem."""

from __future__ import annotations

import json
import re
from functools import cache
from http.client import responses
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt

from vivavoce.core.failures import respond
from vivavoce.core.hints import did_you_mean
from vivavoce.core.problems import NotFound, Problem
from vivavoce.core.rendering import INDENT
from vivavoce.questions.rendering import code_to_html

LAYOUT: dict[str, Any] = {"indent": INDENT, "ensure_ascii": False}
REQUEST_ID = "01a20332-3f66-7df0-afc2-8400c81f1a5d"
COLLECTION = "/api/v1/openings/"
ROW = f"{COLLECTION}{REQUEST_ID}/"
markdown = MarkdownIt("commonmark", {"highlight": lambda code, language, _: code_to_html(code, language or "text")})
markdown.enable("table")


def pages() -> dict[str, Path]:
    """The files of the guide by their names in an address; the index has none."""
    return {"" if path.stem == "README" else path.stem: path for path in settings.GUIDE_FOLDER.glob("*.md")}


@cache
def as_html(path: Path) -> tuple[str, str]:
    """Title and body of a page. Links to other pages work as in the repository, those to its other files are text."""
    text = path.read_text()
    linked = re.sub(r'<a href="\.\./[^"]*">(.*?)</a>', r"\1", markdown.render(text))
    linked = re.sub(r'(<a href=")(?:README|([\w-]+))\.md"', r'\1/api/guide/\2/"', linked).replace("/guide//", "/guide/")
    return text.partition("\n")[0].removeprefix("# "), linked


@require_safe
def guide(request: HttpRequest, slug: str = "") -> HttpResponse:
    """One page of the guide."""
    known = pages()
    if slug not in known:
        return respond(NotFound(did_you_mean=did_you_mean(slug, known)), request)
    title, body = as_html(known[slug])
    return render(request, "core/guide.html", {"title": title, "body": body})


def explained(kind: type[Problem]) -> dict[str, Any]:
    """A kind of problem: what it means, what to do about it, and a document of it, made by the class itself."""
    meaning, remedy = kind.meaning_and_remedy()
    problem = kind(**kind.example)
    return {
        "type": f"/api/problems/{kind.type_slug}/",
        "title": kind.title,
        "status": kind.status_code,
        "meaning": meaning,
        "remedy": remedy,
        "headers": problem.headers,
        "example": {**problem.document(COLLECTION if kind.status_code == 400 else ROW), "request_id": REQUEST_ID},
    }


def in_html(kind: type[Problem]) -> dict[str, Any]:
    """What the page of a kind of problem shows."""
    told = explained(kind)
    prose = {key: markdown.render(told[key]) for key in ("meaning", "remedy")}
    document = code_to_html(json.dumps(told["example"], **LAYOUT), "json")
    return {**told, **prose, "example": document, "reason": responses.get(kind.status_code, "")}


@require_safe
def problems(request: HttpRequest, slug: str = "") -> HttpResponse:
    """What one kind of problem means, or all of them; for a program as JSON."""
    found = Problem.known.get(slug)
    if slug and found is None:
        return respond(NotFound(did_you_mean=did_you_mean(slug, Problem.known)), request)
    kinds = [explained(kind) for kind in sorted(Problem.known.values(), key=lambda one: one.status_code)]
    response: HttpResponse
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        response = JsonResponse(explained(found) if found else {"results": kinds}, json_dumps_params=LAYOUT)
    elif found:
        response = render(request, "core/problem.html", in_html(found))
    else:
        response = render(request, "core/problems.html", {"problems": kinds})
    response["Vary"] = "Accept"
    return response
