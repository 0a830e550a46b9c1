"""What views of resources know of formats."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, ClassVar

from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from vivavoce.core.formats import negotiation
from vivavoce.core.formats.streams import NDJSONRenderer
from vivavoce.core.formats.tables import CSVRenderer
from vivavoce.core.problems import Fault
from vivavoce.core.representation import Representation

READ = ("list", "retrieve")


class ManyFormats(APIView):
    """JSON; of a list also CSV and NDJSON; and what the resource adds."""

    list_formats: ClassVar[Sequence[type[BaseRenderer]]] = (CSVRenderer, NDJSONRenderer)
    more_formats: ClassVar[Sequence[type[BaseRenderer]]] = ()  # of what is read
    filterset_class: ClassVar[Any] = None
    representation: Representation = Representation()
    filterset: Any = None
    action: str

    def get_renderers(self) -> list[BaseRenderer]:
        """One of each format."""
        found = super().get_renderers()
        found += [one() for one in self.list_formats if self.action == "list"]
        return [*found, *(one() for one in self.more_formats if self.action in READ)]

    def reading(self) -> AbstractContextManager[None]:
        """Around each page of a stream, which is read after the view has returned."""
        return nullcontext()

    def offered(self) -> list[str]:
        """The words that ``format`` knows here."""
        return [str(one.format) for one in self.get_renderers()]

    def format_faults(self, request: Request) -> list[Fault]:
        """What is wrong with ``format``, or does not go with it; some formats need related objects."""
        renderer = request.accepted_renderer
        if expand := getattr(renderer, "expand", None):
            self.representation = Representation(expand=expand)
        filters_too = self.action == "list" and negotiation.FORMAT in getattr(self.filterset_class, "base_filters", ())
        wrong = negotiation.format_faults(request.query_params, self.offered(), filters_too=filters_too)
        return wrong + negotiation.refused(request.query_params, renderer)

    def filter_faults(self, request: Request, queryset: Any) -> list[Fault]:
        """Reads the filters, and says what is wrong with them."""
        filters = negotiation.without(request.query_params, self.offered())
        self.filterset = self.filterset_class(filters, queryset=queryset, request=request)
        return negotiation.with_formats(self.filterset.faults(), self.offered())
