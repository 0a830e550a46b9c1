"""Every address that the project answers."""

from importlib import import_module

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.utils.module_loading import module_has_submodule
from django.views.generic import RedirectView
from rest_framework.routers import SimpleRouter

from config.api import ApiRoot, unknown_address
from config.guide import guide, problems
from config.health import healthz, readyz
from config.openapi.documents import DocsView, openapi, openapi_3_0
from config.site import shell

router = SimpleRouter(use_regex_path=False)
apps: list[URLPattern | URLResolver] = []
for app in settings.INSTALLED_APPS:
    # Every app with an urls.py registers its resources there; what is no resource it lists in urlpatterns.
    if app.startswith("vivavoce.") and module_has_submodule(import_module(app), "urls"):
        addresses = import_module(f"{app}.urls")
        addresses.register(router)
        apps += getattr(addresses, "urlpatterns", [])

urlpatterns: list[URLPattern | URLResolver] = [
    path("_allauth/", include("allauth.headless.urls")),
    path("admin/", admin.site.urls),
    path("api/v1/", ApiRoot.as_view(router=router, others=["me"]), name="api-root"),
    path("api/v1/", include([*apps, *router.urls])),
    path("api/docs/", DocsView.as_view(), name="docs"),
    path("api/guide/", guide, name="guide"),
    path("api/guide/<slug:slug>/", guide, name="guide-page"),
    path("api/problems/", problems, name="problems"),
    path("api/problems/<slug:slug>/", problems, name="problem"),
    path("openapi.yaml", openapi, name="openapi"),
    path("openapi-3.0.yaml", openapi_3_0, name="openapi-3.0"),
    re_path(r"^api/", unknown_address, {"router": router}),
    path("favicon.ico", RedirectView.as_view(url="/glyph.svg", permanent=True)),  # pages that are not the site's ask
    path("healthz", healthz),
    path("readyz", readyz),
    # Last: whatever is not the server's is the site's, which knows its own addresses.
    re_path(r"^(?!api/|_allauth/|admin/|static/)", shell),
]

handler400 = "config.api.refused"
handler500 = "config.api.crashed"
