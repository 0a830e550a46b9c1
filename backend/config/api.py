"""What the API answers beside its resources: their list, unknown addresses, trouble outside views."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, ClassVar

from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.defaults import bad_request, server_error
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter

from vivavoce.core.failures import as_problem, respond
from vivavoce.core.problems import NotFound, Problem
from vivavoce.core.viewsets import StrictParameters


class ApiRoot(StrictParameters):
    """The list of resources."""

    permission_classes = [AllowAny]
    router: ClassVar[SimpleRouter | None] = None
    others: ClassVar[Sequence[str]] = ()  # names of addresses that no router knows

    @extend_schema(
        operation_id="resources",
        summary="List the resources",
        tags=["resources"],
        responses={200: {"type": "object", "additionalProperties": {"type": "string", "format": "uri-reference"}}},
    )
    def get(self, request: Request) -> Response:
        """The path of every resource, by name."""
        found = resources(self.router) | {name: reverse(name) for name in self.others}
        described = '</api/guide/>; rel="service-doc", </openapi.yaml>; rel="service-desc"'  # RFC 8631
        return Response(dict(sorted(found.items())), headers={"Link": described})


def resources(router: SimpleRouter | None) -> dict[str, str]:
    """The lists that a router serves."""
    found = {}
    for prefix, _, basename in router.registry if router else ():
        try:
            found[prefix] = reverse(f"{basename}-list")
        except NoReverseMatch:
            continue
    return found


@csrf_exempt
def unknown_address(request: HttpRequest, router: SimpleRouter) -> HttpResponse:
    """The 404 of every address under /api/ that nothing answers."""
    known = resources(router)
    word = next(iter(request.path.removeprefix("/api/v1/").split("/")))
    near = get_close_matches(word, known, n=1)
    members: dict[str, Any] = {"did_you_mean": known[near[0]]} if near else {}
    return respond(NotFound(f"No resource answers {request.path}", **members), request)


def crashed(request: HttpRequest) -> HttpResponse:
    """Django's ``handler500``: trouble in middleware, before or after a view, and in what is not the API."""
    exc = sys.exc_info()[1]
    if isinstance(exc, Exception) and request.path.startswith(("/api/", "/_allauth/")):
        return respond(as_problem(exc, request), request)
    if isinstance(exc, DatabaseError):  # away, or full: no crash, and a page may say so, too
        problem = as_problem(exc, request)
        if problem.status_code in {503, 507}:
            text, kind = f"{problem.title}.\n", "text/plain; charset=utf-8"
            return HttpResponse(text, status=problem.status_code, content_type=kind, headers=problem.headers)
    return server_error(request)


class UnansweredRequest(Problem, status=400, title="This request cannot be answered"):
    """The request is for another host than this service, or is not well formed in another way.

    Use the address that this service is published under, and a client that speaks HTTP as RFC 9112 says.
    """


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's ``handler400``: a request that no view should see, such as one for another host."""
    if request.path.startswith("/api/"):
        return respond(UnansweredRequest(), request)
    return bad_request(request, exception)
