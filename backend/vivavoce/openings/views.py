"""``/openings/`` and ``/applications/``."""

from __future__ import annotations

from typing import Any, cast

from django.db import transaction
from django.db.models import QuerySet, RestrictedError
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from vivavoce.accounts.models import Person
from vivavoce.core.facets import Facet
from vivavoce.core.problems import Conflict, Forbidden
from vivavoce.core.viewsets import ResourceViewSet
from vivavoce.openings import rules, services
from vivavoce.openings.filters import ApplicationFilterSet, OpeningFilterSet
from vivavoce.openings.linked_data import OpeningLinkedData
from vivavoce.openings.models import Application, EmploymentType, Level, Opening, PanelRole, Remote, Side
from vivavoce.openings.preconditions import IfMatchRequired
from vivavoce.openings.serializers import ApplicationSerializer, MoveSerializer, OpeningSerializer

STAGES = list(rules.STAGES.items())


class OpeningViewSet(ResourceViewSet[Opening]):
    """Job postings that the caller follows or hires for; nobody else sees them."""

    serializer_class = OpeningSerializer
    filterset_class = OpeningFilterSet
    ordering_fields = {
        "title": "title",
        "organization": "organization",
        "industry": "industry",
        "salary": "salary_top",
        "posted_on": "posted_on",
        "valid_through": "valid_through",
        "created_at": "created_at",
        "updated_at": "updated_at",
    }
    default_ordering = ("-created_at",)
    facets = {
        "remote": Facet("remote", Remote.choices),
        "employment_type": Facet("employment_type", EmploymentType.choices),
        "level": Facet("level", Level.choices),
    }
    scope = "openings"
    more_formats = (OpeningLinkedData,)
    lookup_description = "Id"

    def get_queryset(self) -> QuerySet[Opening]:
        """One's own, and those that one hires for."""
        return Opening.objects.visible_to(self.request.user).with_salary().with_stages(self.request.user)

    def check_object_permissions(self, request: Request, obj: Any) -> None:
        """A panel reads what it hires for; the posting stays its owner's."""
        super().check_object_permissions(request, obj)
        if request.method not in SAFE_METHODS and obj.owner_id != request.user.pk:
            raise Forbidden("Only its owner may change this opening.")

    def perform_create(self, serializer: BaseSerializer[Opening]) -> None:
        """It belongs to whoever noted it."""
        serializer.save(owner=self.request.user)

    def perform_destroy(self, instance: Opening) -> None:
        """Delete, unless an application goes through it."""
        try:
            instance.delete()
        except RestrictedError as error:
            raise Conflict("An application goes through this opening: delete that first.") from error


class ApplicationViewSet(IfMatchRequired[Application], ResourceViewSet[Application]):
    """The caller's way through each opening, from saving the advert to the answer; and those whom a panel assesses."""

    serializer_class = ApplicationSerializer
    filterset_class = ApplicationFilterSet
    ordering_fields = {
        "organization": "opening__organization",
        "candidate_name": "candidate_name",
        "salary": "salary_top",
        "next_action_on": "next_action_on",
        "moved_at": "last_moved_at",
        "created_at": "created_at",
        "updated_at": "updated_at",
    }
    default_ordering = ("-updated_at",)
    facets = {
        "side": Facet("side", Side.choices),
        "stage": Facet("stage", STAGES),
        "remote": Facet("opening__remote", Remote.choices),
        "level": Facet("opening__level", Level.choices),
    }
    scope = "openings"
    lookup_description = "Id"
    extra_statuses = {"partial_update": (428,), "destroy": (428,)}

    def get_queryset(self) -> QuerySet[Application]:
        """One's own and those of a panel that one sits on, with their opening, history and panel."""
        return Application.objects.visible_to(self.request.user).with_salary().with_last_move().with_parts()

    def is_shared(self, row: Any) -> bool:
        """A panel's is."""
        return bool(row.side == Side.HIRING)

    def check_object_permissions(self, request: Request, obj: Any) -> None:
        """Everyone on the panel reads; its leads and the owner change; the owner deletes."""
        super().check_object_permissions(request, obj)
        if request.method in SAFE_METHODS:
            return
        if obj.role_of(request.user) != PanelRole.LEAD:
            raise Forbidden("Only the owner and the leads of its panel may change this application.")
        if request.method == "DELETE" and obj.owner_id != request.user.pk:
            raise Forbidden("Only its owner may delete this application.")

    def perform_create(self, serializer: BaseSerializer[Application]) -> None:
        """Begin its history."""
        fields: dict[str, Any] = serializer.validated_data
        serializer.instance = services.apply(owner=cast(Person, self.request.user), fields=fields)

    def perform_update(self, serializer: BaseSerializer[Application]) -> None:
        """Change what the body names."""
        services.change(cast(Application, serializer.instance), fields=serializer.validated_data)

    def perform_destroy(self, instance: Application) -> None:
        """Delete with its history, unless interviews belong to it."""
        try:
            instance.delete()
        except RestrictedError as error:
            raise Conflict("Interviews belong to this application: delete them first.") from error

    @extend_schema(summary="Move an application to another stage", request=MoveSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def move(self, request: Request, pk: str) -> Response:
        """Go to another stage and add a line to the history."""
        application = self.get_object()
        wanted = self.body(MoveSerializer)
        moved = services.move(
            application,
            stage=wanted["stage"],
            label=wanted["stage_label"],
            at=wanted.get("at"),
            note=wanted["note"],
        )
        return self.represent(moved)
