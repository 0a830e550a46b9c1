"""The contract as served: openapi.yaml as it is committed, the same for OpenAPI 3.0, and Swagger UI on top."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page
from drf_spectacular.views import SpectacularSwaggerSplitView

from config.openapi.older import older

YAML = "application/yaml; charset=utf-8"


@gzip_page  # a twelfth of it, and it holds no secret that its length could tell
@conditional_page
def openapi(request: HttpRequest) -> HttpResponse:
    """The committed contract."""
    return HttpResponse(settings.OPENAPI_FILE.read_bytes(), content_type=YAML)


@gzip_page  # a twelfth of it, and it holds no secret that its length could tell
@conditional_page
def openapi_3_0(request: HttpRequest) -> HttpResponse:
    """The same for generators that know OpenAPI 3.0 only."""
    return HttpResponse(older(settings.OPENAPI_FILE.read_text()), content_type=YAML)


class DocsView(SpectacularSwaggerSplitView):
    """Swagger UI from our own assets: works under ``script-src 'self'``, signed in or with a token."""

    throttle_classes = []  # a page and its script, nothing of the database
    url = "/openapi.yaml"
    template_name = "core/docs.html"
    title = "Vivavoce API"
