"""Views of resources: DRF's viewsets, strict, paged by keyset, with facets, tags and problems."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, TypeVar, cast

from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import Combinable
from django.http import Http404
from rest_framework import mixins, status
from rest_framework.exceptions import APIException
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView
from rest_framework.viewsets import GenericViewSet

from vivavoce.core import ordering, representation
from vivavoce.core.bulk import Made, all_or_none, represent_all
from vivavoce.core.conditional import entity_tag, still_current
from vivavoce.core.facets import Facet
from vivavoce.core.formats import negotiation, streams
from vivavoce.core.formats.views import READ, ManyFormats
from vivavoce.core.hints import Hint
from vivavoce.core.idempotency import guarded
from vivavoce.core.pagination import KeysetPagination, page_size_faults
from vivavoce.core.problems import Fault, InvalidParameters, PreconditionFailed, fault
from vivavoce.core.rendering import JSONRenderer, pretty_faults
from vivavoce.core.serializers import ResourceSerializer

M = TypeVar("M", bound=Model)

PAGING = ("cursor", "page_size", "ordering")


class StrictParameters(APIView):
    """Refuses query parameters that the address does not know. Any APIView may use it."""

    query_parameters: ClassVar[Sequence[str]] = ()
    secret_members: ClassVar[Sequence[str]] = ()  # of replies that are shown once, and null when they are replayed

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Who may, then whether the parameters make sense; and a POST with a key acts once."""
        super().initial(request, *args, **kwargs)
        if request.method in self.allowed_methods and (faults := self.parameter_faults(request)):
            raise InvalidParameters(errors=faults)
        if request.method == "POST" and (handler := getattr(self, "post", None)):
            self.post = guarded(self, request, handler)

    def allowed_parameters(self) -> list[str]:
        """The names of the parameters of this address."""
        return [*self.query_parameters, "pretty"]

    def perform_authentication(self, request: Request) -> None:
        """Who calls, and at once whether they call too often: a refused sign-in and a refused call count, too."""
        try:
            super().perform_authentication(request)
        finally:
            self.check_throttles(request)

    def parameter_faults(self, request: Request) -> list[Fault]:
        """Every unknown parameter."""
        allowed = self.allowed_parameters()
        return pretty_faults(request.query_params.getlist("pretty")) + [
            fault(
                Hint("unknown_parameter", word=name, allowed=allowed),
                f'"{name}" is not a parameter of this address.',
                parameter=name,
            )
            for name in request.query_params
            if name not in allowed
        ]


class ResourceView(ManyFormats, StrictParameters, GenericViewSet[M]):
    """What reading and writing a resource share."""

    # What a resource says about itself:
    ordering_fields: ClassVar[Mapping[str, str | Combinable]] = {"created_at": "created_at", "updated_at": "updated_at"}
    default_ordering: ClassVar[Sequence[str]] = ("created_at",)
    facets: ClassVar[Mapping[str, Facet]] = {}
    scope: ClassVar[str] = ""
    detail_parameters: ClassVar[Sequence[str]] = ()
    lookup_description: ClassVar[str] = ""
    id_field: ClassVar[str] = "pk"  # ``key`` where callers choose ids
    extra_statuses: ClassVar[Mapping[str, Sequence[int]]] = {}  # by action, for openapi.yaml

    # What it learns from the request:
    order: Sequence[str] = ()
    counted: Sequence[str] = ()

    pagination_class = KeysetPagination
    filter_backends = ()
    lookup_value_converter = "str"

    def lookup_query(self, value: str) -> Q:
        """Which row an address means: an id, or a slug where there is one."""
        try:
            return Q((self.id_field, uuid.UUID(value)))
        except ValueError:
            return Q(slug=value) if hasattr(self.get_queryset().model, "slug") else Q(pk__in=[])

    def spelling(self, text: str) -> str | None:
        """What a search that found nothing was perhaps meant to be."""
        return None

    def resource_class(self) -> type[ResourceSerializer[Any]]:
        """The serializer of the resource, whatever body an action takes."""
        assert self.serializer_class is not None  # noqa: S101 - every resource names one
        return self.serializer_class  # type: ignore[return-value]  # resources have resource serializers

    def allowed_parameters(self) -> list[str]:
        """The parameters of the resource, its paging and its filters."""
        names = [*super().allowed_parameters(), *([negotiation.FORMAT] if self.action in READ else [])]
        if self.action != "destroy":
            names += ["fields", "omit", *(["expand"] if self.resource_class().expandable() else [])]
        if self.action == "list":
            names += [*PAGING, *(["facets"] if self.facets else [])]
            names += self.filterset_class.base_filters if self.filterset_class else []
        else:
            names += self.detail_parameters
        return names

    def parameter_faults(self, request: Request) -> list[Fault]:
        """Everything that is wrong with the parameters, in one reply."""
        params = request.query_params
        resource = self.resource_class()
        faults = super().parameter_faults(request)
        self.representation, wrong = representation.read(params, resource.members(), resource.expandable())
        faults += wrong
        if self.action in READ:
            faults += self.format_faults(request)
        if self.action == "list":
            self.order, wrong = ordering.read(params, self.ordering_fields, self.default_ordering)
            faults += wrong
            self.counted, wrong = representation.names_in(params, "facets", self.facets)
            faults += [*(wrong if self.facets else []), *page_size_faults(params.getlist("page_size"))]
            if self.filterset_class:
                faults += self.filter_faults(request, self.get_queryset())
        return faults

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that the filters leave; only lists have filters."""
        return queryset if self.filterset is None else self.filterset.qs

    def get_serializer_context(self) -> dict[str, Any]:
        """DRF's, with what the caller chose to see."""
        return {**super().get_serializer_context(), "representation": self.representation}

    def get_object(self) -> M:
        """The row of this address; for a write it is locked, and ``If-Match`` is compared."""
        key = self.kwargs[self.lookup_field]
        row = None if "\0" in key else self.get_queryset().filter(self.lookup_query(key)).first()
        if row is None:
            raise Http404
        try:
            self.check_object_permissions(self.request, row)
        except APIException:
            if not self.get_queryset().filter(pk=row.pk).exists():
                raise Http404 from None  # it went meanwhile, and with it what says who may
            raise
        return row if self.request.method in SAFE_METHODS else self._locked(row)

    def _locked(self, row: M) -> M:
        locked = row._meta.model._base_manager.select_for_update().filter(pk=row.pk).first()
        if locked is None:
            raise Http404
        if getattr(locked, "updated_at", None) != getattr(row, "updated_at", None):
            row = self.get_queryset().get(pk=row.pk)
        if_match = self.request.headers.get("If-Match")
        if if_match is not None and not still_current(if_match, current := self._tag_of(row)):
            raise PreconditionFailed(headers={"ETag": current})
        return row

    def _tag_of(self, row: M) -> str:
        data = self.resource_class()(row, context=self.get_serializer_context()).data
        return entity_tag(getattr(row, "row_version", 0), JSONRenderer().render(data))

    def represent(self, row: M, status: int = status.HTTP_200_OK) -> Response:
        """The reply that shows a row; after a write it is read again, as everybody else would see it."""
        if self.request.method not in SAFE_METHODS:
            row = self.get_queryset().get(pk=row.pk)
        data = self.resource_class()(row, context=self.get_serializer_context()).data
        response = Response(data, status=status)
        response.add_post_render_callback(partial(_tag, row_version=getattr(row, "row_version", 0)))
        return response

    def body(self, serializer_class: type[BaseSerializer[Any]]) -> Any:
        """The checked body of an action such as ``reschedule/``."""
        return self.checked(serializer_class, self.request.data)

    def checked(self, serializer_class: type[BaseSerializer[Any]], data: Any) -> Any:
        """What a body or an item of a list means."""
        serializer = serializer_class(data=data, context=self.get_serializer_context())
        serializer.is_valid(raise_exception=True)
        return serializer.validated_data


def _tag(response: Any, row_version: int) -> None:
    response.headers["ETag"] = entity_tag(row_version, response.content)


class ReadOnlyResourceViewSet(ResourceView[M], mixins.RetrieveModelMixin, mixins.ListModelMixin):
    """A resource to read: list and detail."""

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Any:  # a Response, or a stream
        """One page, with facets when asked for, and a suggestion when a search found nothing; or all as a stream."""
        rows = self.filter_queryset(self.filterset.queryset if self.filterset else self.get_queryset())
        if isinstance(request.accepted_renderer, streams.StreamRenderer):
            return streams.reply(self, rows)
        page = self.paginate_queryset(rows)
        paginator: Any = self.paginator
        envelope: dict[str, Any] = paginator.envelope(self.get_serializer(page, many=True).data)
        if self.counted:
            envelope["facets"] = {
                name: self.facets[name].count(self.filterset.without(name) if self.filterset else rows, request)
                for name in self.counted
            }
        if not paginator.count and (near := self.spelling(request.query_params.get("q", ""))):
            envelope["did_you_mean"] = near
        return Response(envelope)

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One row."""
        return self.represent(self.get_object())


class ResourceViewSet(
    ReadOnlyResourceViewSet[M], mixins.CreateModelMixin, mixins.UpdateModelMixin, mixins.DestroyModelMixin
):
    """A resource to read and write: list, detail, create, change and delete. PUT is not offered."""

    http_method_names = ["get", "post", "patch", "delete", "head", "options"]

    @transaction.atomic
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Make one; of a list, at the address of a collection, all or none."""
        if isinstance(request.data, list) and self.lookup_field not in self.kwargs:
            return represent_all(self, all_or_none(request.data, self.create_one, request))
        made = self.create_one(request.data)
        response = self.represent(made.row, status.HTTP_201_CREATED if made.is_new else status.HTTP_200_OK)
        response.data = {**response.data, **made.shown_once}
        response["Location"] = self.resource_class()().fields["url"].to_representation(made.row)
        return response

    def create_one(self, data: Any) -> Made[M]:
        """Make one, from a body or an item of a list."""
        serializer = self.get_serializer(data=data)
        serializer.is_valid(raise_exception=True)
        self.perform_create(serializer)
        return Made(cast(M, serializer.instance))

    @transaction.atomic
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change the members that the body names."""
        serializer = self.get_serializer(self.get_object(), data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        self.perform_update(serializer)
        return self.represent(cast(M, serializer.instance))

    @transaction.atomic
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Delete one."""
        self.perform_destroy(self.get_object())
        return Response(status=status.HTTP_204_NO_CONTENT)
