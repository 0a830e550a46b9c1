"""What every response carries or refuses, static files and errors included."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable

from corsheaders.middleware import CorsMiddleware
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers

from config.headers import HEADERS
from vivavoce.core import request_ids
from vivavoce.core.failures import respond
from vivavoce.core.problems import Problem

GetResponse = Callable[[HttpRequest], HttpResponse]
access = logging.getLogger("vivavoce.access")

SECRET_PATHS = re.compile(r"^(/sign-in/new-password|/sign-up/confirm)/.+")
"""Addresses out of a mail: whoever reads the log must not be able to use them."""


class RequestIds:
    """Takes or makes the request id, returns it, and logs one line a request. Stands first."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer and log."""
        started = time.perf_counter()
        request_id = request_ids.begin(request.headers.get("X-Request-ID", ""))
        response = self.get_response(request)
        response["X-Request-ID"] = request_id
        took = round((time.perf_counter() - started) * 1000, 1)
        path = SECRET_PATHS.sub(r"\1/...", request.path)
        line = {"method": request.method, "path": path, "status": response.status_code, "ms": took}
        access.info("%s %s", request.method, path, extra=line)
        return response


class HttpsRequired(Problem):
    """The request came in clear, where anybody on the way can read it. It was refused, not redirected.

    Use https, and revoke the token that you sent: others may have read it.
    """

    type_slug = "https-required"
    title = "Use https"
    status_code = 403


class SecurityHeaders:
    """Adds the headers that no reply goes without, and refuses API calls in clear where https is the rule."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and add the headers."""
        in_clear = settings.SECURE_SSL_REDIRECT and not request.is_secure()
        if in_clear and request.path.startswith(("/api/", "/_allauth/")):
            response = respond(HttpsRequired(), request)
        else:
            response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class Cors(CorsMiddleware):
    """Listed origins with credentials; every other may read what anybody may read: GETs of the API, without them."""

    def add_response_headers(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Add the headers to the reply of an allowed origin, and `*` for a plain read from another."""
        super().add_response_headers(request, response)
        plain_read = request.method in {"GET", "HEAD"} and not request.COOKIES
        if request.path.startswith("/api/v1/"):
            patch_vary_headers(response, ("Origin",))
            if plain_read and "Origin" in request.headers:
                response.headers.setdefault("Access-Control-Allow-Origin", "*")
        return response
