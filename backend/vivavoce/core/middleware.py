"""What every reply under /api/ gets, whatever view made it."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

from vivavoce.core.conditional import entity_tag
from vivavoce.core.failures import respond
from vivavoce.core.problems import InvalidParameters, LengthRequired, PreconditionFailed, TooLarge

API = "/api/"
MOST_PARAMETERS = 100  # repeated ones included
Handler = Callable[[HttpRequest], HttpResponseBase]


class ApiMiddleware:
    """Both slash forms, addresses and bodies of a bounded size, entity tags and 304."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, when the address is the API's."""
        if not request.path_info.startswith(API):
            return self.get_response(request)
        if not request.path_info.endswith("/"):
            # The same operation, without a redirect that would lose the body of a POST.
            request.path_info += "/"
            request.path += "/"
        if "Transfer-Encoding" in request.headers and not request.META.get("CONTENT_LENGTH"):
            return respond(LengthRequired(), request)  # Django would take the body for an empty one
        if request.META.get("QUERY_STRING", "").count("&") >= MOST_PARAMETERS:
            return respond(InvalidParameters(f"An address may have at most {MOST_PARAMETERS} parameters."), request)
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if int(request.META.get("CONTENT_LENGTH") or 0) > most:
            return respond(TooLarge(f"A body may hold at most {most} bytes."), request)
        response = self.get_response(request)
        patch_vary_headers(response, ["Accept", "Authorization", "Cookie"])
        return finish(request, response) if isinstance(response, HttpResponse) else response


def finish(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """Tag what was read; answer 304 when the caller has it already. A stream has no tag: nobody knows its end."""
    if request.method not in {"GET", "HEAD"} or response.status_code != 200:
        response.headers.setdefault("Cache-Control", "no-store")
        return response
    known = "Authorization" in request.headers or settings.SESSION_COOKIE_NAME in request.COOKIES
    response.headers.setdefault("Cache-Control", "private, no-cache" if known else "no-cache")
    if not response.has_header("ETag"):
        response["ETag"] = entity_tag(0, response.content)
    answer = get_conditional_response(request, etag=response["ETag"], response=response) or response
    if answer.status_code == 412:
        return respond(PreconditionFailed(headers={"ETag": response["ETag"]}), request)
    return answer
