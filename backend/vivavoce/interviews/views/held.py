"""Interviews that are held here: who may do what, and the steps that others do not have."""

from __future__ import annotations

import uuid
from typing import Any, cast

from django.db import transaction
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from vivavoce.accounts.models import Person
from vivavoce.core.hints import Hint
from vivavoce.core.problems import Conflict, Forbidden, InvalidBody, fault
from vivavoce.core.viewsets import ResourceViewSet
from vivavoce.interviews import services
from vivavoce.interviews.models import Interview
from vivavoce.interviews.serializers.interviews import FinishSerializer, InterviewSerializer, StartSerializer
from vivavoce.interviews.serializers.invitations import AcceptSerializer
from vivavoce.interviews.services import freezing, invitations
from vivavoce.interviews.views.known import KnownToTheDatabase
from vivavoce.openings.preconditions import IfMatchRequired


def names_kit_by_id(body: Any) -> bool:
    """True when the body names one version of a kit, not whichever version of a slug holds."""
    word = body["kit"] if isinstance(body, dict) else ""
    try:
        return bool(uuid.UUID(word))
    except ValueError:
        return False


class HeldHere(KnownToTheDatabase, IfMatchRequired[Interview], ResourceViewSet[Interview]):
    """What making, changing and deleting means for each purpose, and the steps of those that are held here."""

    extra_statuses = {"partial_update": (428,), "destroy": (428,), "accept": (404,)}

    def is_shared(self, row: Any) -> bool:
        """A panel writes those that hire."""
        return bool(row.purpose == "hiring")

    def check_object_permissions(self, request: Request, obj: Any) -> None:
        """Everyone at the table reads; leads, interviewers and the owner act; the owner deletes."""
        super().check_object_permissions(request, obj)
        if request.method in SAFE_METHODS:
            return
        if not obj.may_be_led_by(request.user):
            raise Forbidden("Only its owner, leads and interviewers may change this interview or take its steps.")
        if request.method == "DELETE" and obj.owner_id != request.user.pk:
            raise Forbidden("Only its owner may delete this interview.")

    def perform_create(self, serializer: BaseSerializer[Interview]) -> None:
        """Scheduled when its time is known, else a draft; in one's own time zone unless another is named."""
        fields: dict[str, Any] = dict(serializer.validated_data)
        person = cast(Person, self.request.user)
        fields.setdefault("time_zone", person.time_zone)
        if fields["purpose"] == "tracked":
            participants = fields.pop("participants", [])
            serializer.instance = services.create(owner=person, fields=fields, participants=participants)
            return
        serializer.instance = services.hold(
            owner=person,
            participants=fields.pop("participants", None),
            candidate_name=fields.pop("candidate_name", ""),
            my_role=fields.pop("my_role", "both"),
            kit_by_id=names_kit_by_id(serializer.initial_data),
            fields=fields,
        )

    def perform_update(self, serializer: BaseSerializer[Interview]) -> None:
        """Change what has no step of its own; another kit only until it is frozen."""
        fields: dict[str, Any] = dict(serializer.validated_data)
        interview = cast(Interview, serializer.instance)
        participants = fields.pop("participants", None)
        fields.pop("purpose", None)
        if kit := fields.get("kit"):
            fields["kit"] = freezing.choose_again(interview, kit, by_id=names_kit_by_id(serializer.initial_data))
        services.change(interview, fields=fields, participants=participants)

    def perform_destroy(self, instance: Interview) -> None:
        """Delete; one that was begun here stays, since others wrote scorecards of it."""
        if instance.started_at:
            raise Conflict("It has started: what was written about it stays. It can be called off.")
        super().perform_destroy(instance)

    @extend_schema(
        summary="Begin an interview at once", request=InterviewSerializer, responses={201: InterviewSerializer}
    )
    @action(detail=False, methods=["post"], url_path="start-now")
    @transaction.atomic
    def start_now(self, request: Request) -> Response:
        """Make an interview that is held here, and all that it needs, and start it."""
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        if serializer.validated_data["purpose"] == "tracked":
            hint = Hint("not_allowed", word="tracked", allowed=["mock", "hiring"])
            detail = "Only an interview that is held here can be started."
            raise InvalidBody(errors=[fault(hint, detail, pointer="/purpose")])
        self.perform_create(serializer)
        interview = services.start(cast(Interview, serializer.instance), person=cast(Person, request.user))
        response = self.represent(interview, status.HTTP_201_CREATED)
        response["Location"] = f"{request.path.removesuffix('start-now/')}{interview.pk}/"
        return response

    @extend_schema(summary="Start an interview", request=StartSerializer, responses=InterviewSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def start(self, request: Request, pk: str) -> Response:
        """Begin now. The kit's version is frozen, its questions become items, and one's own scorecard is there."""
        interview = self.get_object()
        self.body(StartSerializer)
        return self.represent(services.start(interview, person=cast(Person, request.user)))

    @extend_schema(summary="Finish an interview", request=FinishSerializer, responses=InterviewSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def finish(self, request: Request, pk: str) -> Response:
        """The conversation is over. It is complete by itself, once no scorecard is expected any more."""
        interview = self.get_object()
        self.body(FinishSerializer)
        return self.represent(services.finish(interview))

    @extend_schema(summary="Join a mock interview", request=AcceptSerializer, responses={200: InterviewSerializer})
    @transaction.atomic
    def accept(self, request: Request) -> Response:
        """Sit down at the table that an invitation's link leads to."""
        secret = self.body(AcceptSerializer)["secret"]
        return self.represent(invitations.accept(secret=secret, person=cast(Person, request.user)))
