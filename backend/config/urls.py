"""Every address that the project answers."""

from importlib import import_module

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.utils.module_loading import module_has_submodule
from rest_framework.routers import SimpleRouter

from vivavoce.core.views import ApiRoot, problem_page, unknown_address

router = SimpleRouter(use_regex_path=False)
for app in settings.INSTALLED_APPS:
    # Every app with an urls.py registers its resources there.
    if app.startswith("vivavoce.") and module_has_submodule(import_module(app), "urls"):
        import_module(f"{app}.urls").register(router)

urlpatterns: list[URLPattern | URLResolver] = [
    path("_allauth/", include("allauth.headless.urls")),
    path("api/v1/", ApiRoot.as_view(router=router), name="api-root"),
    path("api/v1/", include("vivavoce.accounts.urls")),
    path("api/v1/", include(router.urls)),
    path("api/problems/<slug:slug>/", problem_page, name="problem"),
    re_path(r"^api/", unknown_address),
]
