"""The download of a question's exercise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from vivavoce.core.viewsets import StrictParameters
from vivavoce.questions.models import Question
from vivavoce.questions.views import QuestionViewSet


class ZipRenderer(BaseRenderer):
    """Passes on an archive."""

    media_type = "application/zip"
    format = "zip"
    charset = None
    render_style = "binary"

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Mapping[str, Any] | None = None
    ) -> bytes:
        """The bytes as they are."""
        return bytes(data)


class ExerciseViewSet(QuestionViewSet):
    """Found and seen as questions are."""

    renderer_classes = [ZipRenderer]

    def perform_content_negotiation(self, request: Request, force: bool = False) -> tuple[BaseRenderer, str]:
        """There is one form: who prefers JSON everywhere gets it too, rather than a 406 (RFC 9110, 12.5.1)."""
        return super().perform_content_negotiation(request, force=True)

    def allowed_parameters(self) -> list[str]:
        """None that choose members: an archive has none."""
        return StrictParameters.allowed_parameters(self)

    def get_queryset(self) -> QuerySet[Question]:
        """Without what a reply in JSON would show."""
        return Question.objects.visible_to(self.request.user).select_related("exercise")

    @extend_schema(
        summary="Download the exercise of a question",
        parameters=[OpenApiParameter(name, exclude=True) for name in ("fields", "omit", "expand")],
        responses={200: OpenApiTypes.BINARY},
    )
    def exercise(self, request: Request, pk: str) -> Response:
        """The exercise as a small pytest project: a statement, a stub, tests, and wrong versions for one's own tests.

        It runs with Python and pytest alone, without a network. The same exercise is the same bytes. A question without
        one, as its member ``exercise`` says, is 404.
        """
        found = self.get_object().exercise
        if found is None:
            raise Http404
        return Response(found.archive, headers={"Content-Disposition": f'attachment; filename="{found.slug}.zip"'})
