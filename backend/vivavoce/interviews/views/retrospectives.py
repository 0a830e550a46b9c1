"""``/interviews/{id}/retrospective/``: what was asked, and how it went."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404
from rest_framework.serializers import BaseSerializer

from vivavoce.core.problems import Conflict
from vivavoce.core.viewsets import ResourceViewSet
from vivavoce.interviews import services
from vivavoce.interviews.models import Interview, Retrospective
from vivavoce.interviews.serializers.retrospectives import RetrospectiveSerializer, questions


class RetrospectiveViewSet(ResourceViewSet[Retrospective]):
    """The notes that a candidate keeps on one interview: at most one set each."""

    serializer_class = RetrospectiveSerializer
    scope = "interviews"
    lookup_description = "Id of the interview"
    lookup_field = "interview"

    def lookup_query(self, value: str) -> Q:
        """Found by its interview."""
        try:
            return Q(interview_id=uuid.UUID(value))
        except ValueError:
            return Q(pk__in=[])

    def get_queryset(self) -> QuerySet[Retrospective]:
        """Of one's own interviews, naming those questions of the bank that one may still read."""
        rows = Retrospective.objects.visible_to(self.request.user).select_related("interview__application__opening")
        return rows.prefetch_related(Prefetch("asked__question", questions(self.request)))

    def perform_create(self, serializer: BaseSerializer[Retrospective]) -> None:
        """Begin it; an interview has one, and is locked so that of two at once one is first."""
        mine = Interview.objects.filter(owner=self.request.user.pk, purpose="tracked").select_for_update(of=("self",))
        try:
            interview = mine.filter(pk=uuid.UUID(self.kwargs["interview"])).first()
        except ValueError:
            interview = None
        if interview is None:
            raise Http404
        if self.get_queryset().filter(interview=interview).exists():
            raise Conflict("This interview has a retrospective: change it with PATCH.")
        serializer.instance = self._keep(interview, serializer)

    def perform_update(self, serializer: BaseSerializer[Retrospective]) -> None:
        """Change what the body names; a list of questions replaces the one before."""
        retrospective: Any = serializer.instance
        self._keep(retrospective.interview, serializer)

    def _keep(self, interview: Interview, serializer: BaseSerializer[Retrospective]) -> Retrospective:
        fields: dict[str, Any] = serializer.validated_data
        asked = fields.pop("asked", None)
        return services.note_down(interview, fields=fields, asked=asked)
