"""``/interview-items/``: the questions of an interview that is held here, and what became of them."""

from __future__ import annotations

from typing import Any, cast

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer

from vivavoce.core.bulk import Made
from vivavoce.core.problems import Forbidden
from vivavoce.core.viewsets import ResourceViewSet
from vivavoce.interviews.filters.items import InterviewItemFilterSet
from vivavoce.interviews.models import Interview, InterviewItem
from vivavoce.interviews.serializers.items import InterviewItemSerializer, NewItemSerializer
from vivavoce.interviews.services import items
from vivavoce.openings.preconditions import IfMatchRequired


@extend_schema_view(create=extend_schema(request=NewItemSerializer, responses={201: InterviewItemSerializer}))
class InterviewItemViewSet(IfMatchRequired[InterviewItem], ResourceViewSet[InterviewItem]):
    """The questions that an interview was started with, in their order, and any that were added."""

    serializer_class = InterviewItemSerializer
    filterset_class = InterviewItemFilterSet
    ordering_fields = {"position": "position", "created_at": "created_at", "updated_at": "updated_at"}
    default_ordering = ("position",)
    scope = "interviews"
    lookup_description = "Id"
    extra_statuses = {"partial_update": (428,)}
    http_method_names = ["get", "post", "patch", "head", "options"]

    def get_queryset(self) -> QuerySet[InterviewItem]:
        """Of the interviews that one may see, with all that a reply shows."""
        rows = InterviewItem.objects.visible_to(self.request.user)
        return rows.select_related(
            "kit_item", "question_version__question", "interview__application__opening"
        ).prefetch_related(
            "question_version__evidence__quality", "interview__participants", "interview__application__panel"
        )

    def check_object_permissions(self, request: Request, obj: Any) -> None:
        """Everyone at the table reads; those who hold the interview write."""
        super().check_object_permissions(request, obj)
        if request.method not in SAFE_METHODS:
            self._refuse_listeners(obj.interview)

    def create_one(self, data: Any) -> Made[InterviewItem]:
        """Ask something that the kit does not plan; it comes last."""
        wanted = self.checked(NewItemSerializer, data)
        self._refuse_listeners(wanted["interview"])
        return Made(items.add(wanted["interview"], version=wanted["question"].current))

    def perform_update(self, serializer: BaseSerializer[InterviewItem]) -> None:
        """Say what became of it."""
        items.note(cast(InterviewItem, serializer.instance), fields=serializer.validated_data)

    def _refuse_listeners(self, interview: Interview) -> None:
        if not interview.may_be_led_by(cast(Any, self.request.user)):
            raise Forbidden("Only those who hold this interview may note what was asked.")
