"""``/me/`` and ``/tokens/``."""

from __future__ import annotations

from functools import partial
from typing import Any, cast

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.middleware.csrf import get_token
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request
from rest_framework.response import Response

from vivavoce.accounts import rules, services
from vivavoce.accounts.authentication import BasicAuthentication
from vivavoce.accounts.filters import ColleagueFilterSet, TokenFilterSet
from vivavoce.accounts.models import Person, Token
from vivavoce.accounts.serializers import (
    ColleagueSerializer,
    MeSerializer,
    NewTokenSerializer,
    PersonSerializer,
    TokenSerializer,
    colleagues,
)
from vivavoce.core.bulk import Made
from vivavoce.core.conditional import entity_tag, still_current
from vivavoce.core.permissions import PublicRead
from vivavoce.core.problems import Forbidden, PreconditionFailed
from vivavoce.core.viewsets import ReadOnlyResourceViewSet, ResourceViewSet, StrictParameters


class MeView(StrictParameters):
    """Who the caller is. Answers everyone, so that the site can ask before anybody has signed in."""

    permission_classes = [PublicRead]
    scope = "me"
    extra_statuses = {"patch": (409, 412)}

    @extend_schema(summary="Say who is calling", tags=["me"], responses=MeSerializer)
    def get(self, request: Request) -> Response:
        """The person or null, their groups, the CSRF token, and what the site must know of the installation."""
        return self._reply(request)

    @extend_schema(summary="Change oneself", tags=["me"], request=PersonSerializer, responses=MeSerializer)
    @transaction.atomic
    def patch(self, request: Request) -> Response:
        """Change name, time zone or preferences; members that are left out stay as they are."""
        person = Person.objects.select_for_update().get(pk=cast(Person, request.user).pk)
        if_match = request.headers.get("If-Match")
        if if_match is not None and not still_current(if_match, tag := entity_tag(person.row_version, b"")):
            raise PreconditionFailed(headers={"ETag": tag})
        serializer = PersonSerializer(person, data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        serializer.save()
        request.user = Person.objects.get(pk=person.pk)
        return self._reply(request)

    def _reply(self, request: Request) -> Response:
        person = request.user if isinstance(request.user, Person) else None
        reply = {
            "person": person,
            "time_zone": person.time_zone if person else "UTC",
            "groups": list(person.groups.order_by("name").values_list("name", flat=True)) if person else [],
            "csrf_token": None if request.auth else get_token(request._request),
            "demo": person is not None and person.is_demo,
            "installation": installation(),
        }
        response = Response(MeSerializer(reply).data)
        row_version = person.row_version if person else 0
        response.add_post_render_callback(partial(_tag, row_version=row_version))
        return response


def installation() -> dict[str, Any]:
    """What holds for every visitor of this installation."""
    demo_people = Person.objects.filter(is_demo=True).order_by("created_at").values_list("email", flat=True)
    return {
        "mode": settings.MODE,
        "email_verification": settings.ACCOUNT_EMAIL_VERIFICATION,
        "password_min_length": settings.PASSWORD_MIN_LENGTH,
        "demo_sign_in": None if settings.PRODUCTION else demo_people.first(),
    }


def _tag(response: Any, row_version: int) -> None:
    response.headers["ETag"] = entity_tag(row_version, response.content)


@extend_schema_view(list=extend_schema(summary="List colleagues"), retrieve=extend_schema(summary="Show a colleague"))
class ColleagueViewSet(ReadOnlyResourceViewSet[Person]):
    """Whom an interviewer may put on a panel or at a table; interviewers only."""

    serializer_class = ColleagueSerializer
    filterset_class = ColleagueFilterSet
    ordering_fields = {"name": "name", "created_at": "created_at"}
    default_ordering = ("name",)
    scope = "interviews"
    lookup_description = "Id"

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse whoever is not one of them."""
        super().initial(request, *args, **kwargs)
        if not request.user.groups.filter(name=rules.INTERVIEWERS).exists():
            raise Forbidden("Only interviewers see their colleagues.")

    def get_queryset(self) -> QuerySet[Person]:
        """All but oneself."""
        return colleagues(self.request).exclude(pk=cast(Person, self.request.user).pk)


@extend_schema_view(create=extend_schema(request=TokenSerializer, responses={201: NewTokenSerializer}))
class TokenViewSet(ResourceViewSet[Token]):
    """One's own tokens: let programs act for their owner, within scopes and until they expire or are revoked."""

    serializer_class = TokenSerializer
    filterset_class = TokenFilterSet
    ordering_fields = {
        "name": "name",
        "created_at": "created_at",
        "expires_at": "expires_at",
        "last_used_at": "last_used_at",
    }
    default_ordering = ("-created_at",)
    scope = "tokens"
    lookup_description = "Id"
    secret_members = ("secret",)
    extra_statuses = {"create": (429,)}
    http_method_names = ["get", "post", "delete", "head", "options"]

    def get_authenticators(self) -> list[BaseAuthentication]:
        """Address and password are accepted for making a token, and nowhere else."""
        usual = super().get_authenticators()
        making = getattr(self.request, "method", None) == "POST"  # the schema's generator has no request
        return [BasicAuthentication(), *usual] if making else usual

    def get_queryset(self) -> QuerySet[Token]:
        """One's own."""
        return Token.objects.visible_to(self.request.user)

    def create_one(self, data: Any) -> Made[Token]:
        """Make a token. The reply holds its secret, which is never shown again."""
        wanted = self.checked(TokenSerializer, data)
        maker = self.request.auth if isinstance(self.request.auth, Token) else None
        token, secret = services.make_token(
            owner=cast(Person, self.request.user),
            name=wanted["name"],
            scopes=wanted.get("scopes") or (maker.scopes if maker else rules.DEFAULT_SCOPES),
            expires_at=wanted.get("expires_at"),
            maker=maker,
        )
        return Made(token, shown_once={"secret": secret})

    def perform_destroy(self, instance: Token) -> None:
        """Revoke: the token stops working at once."""
        services.revoke(instance)
