"""An application for gunicorn with two lists: one is whole, of the other the second page cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import path

application = get_wsgi_application()

from tests.core.planted.models import Shelf  # noqa: E402 - models exist once Django is set up
from tests.core.planted.views import ShelfViewSet  # noqa: E402 - same

PAGE = [Shelf(slug=f"shelf-{number}", name="Shelf") for number in range(200)]
SECRET = "what only the log may say"


class Pages:
    """Three pages, or one and a half."""

    def __init__(self, breaks: bool) -> None:
        self.breaks = breaks

    def walk(self, *_: Any) -> Iterator[list[Shelf]]:
        """The rows, without a database."""
        yield PAGE
        if self.breaks:
            raise RuntimeError(SECRET)
        yield PAGE
        yield PAGE


class Shelves(ShelfViewSet):
    """Shelves of which there is no table."""

    queryset = Shelf.objects.none()
    breaks: ClassVar[bool] = False

    @property
    def paginator(self) -> Any:
        """Ours."""
        return Pages(self.breaks)


class BrokenShelves(Shelves):
    """The same, broken."""

    breaks = True


urlpatterns = [
    path("api/v1/shelves/", Shelves.as_view({"get": "list"})),
    path("api/v1/shelves/<str:pk>/", Shelves.as_view({"get": "retrieve"}), name="shelf-detail"),
    path("api/v1/broken/", BrokenShelves.as_view({"get": "list"})),
]
settings.ROOT_URLCONF = __name__
