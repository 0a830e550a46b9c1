"""Who is calling: a token, a session of the site, or (to make a token only) an address and a password."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.conf import settings
from django.utils import timezone
from rest_framework import authentication
from rest_framework.request import Request

from vivavoce.accounts import rules
from vivavoce.accounts.models import Person, Token
from vivavoce.core.problems import NotAuthenticated
from vivavoce.limits.sign_in import TooManyAttempts

CHALLENGE = 'Bearer realm="Vivavoce"'


def scheme_and_value(request: Request) -> tuple[str, str]:
    """The two halves of the Authorization header; the scheme in lower case, both empty without a header."""
    scheme, _, value = request.headers.get("Authorization", "").strip().partition(" ")
    return scheme.lower(), value.strip()


def refused(detail: str) -> NotAuthenticated:
    """401 with the challenge that RFC 9110 asks for."""
    return NotAuthenticated(detail, headers={"WWW-Authenticate": CHALLENGE})


def needs_confirmation(person: Person) -> bool:
    """True while this installation asks for a confirmed address and the person has none."""
    if settings.ACCOUNT_EMAIL_VERIFICATION != "mandatory":
        return False
    return not EmailAddress.objects.filter(user=person, verified=True).exists()


class BearerAuthentication(authentication.BaseAuthentication):
    """``Authorization: Bearer vv_...``. Whoever sends the header means it: an invalid one is never passed over."""

    def authenticate(self, request: Request) -> tuple[Person, Token] | None:
        """The token's owner and the token; None only without the header."""
        if "Authorization" not in request.headers:
            return None
        scheme, secret = scheme_and_value(request)
        if scheme != "bearer":
            raise refused("Send the token as: Authorization: Bearer vv_...")
        now = timezone.now()
        valid = Token.objects.valid_at(now).select_related("owner")
        token = valid.filter(fingerprint=rules.fingerprint(secret)).first()
        if token is None:
            raise refused("This token is unknown, expired or revoked.")
        token.note_use(now)
        return token.owner, token

    def authenticate_header(self, request: Request) -> str:
        """The challenge that makes an anonymous call 401 instead of 403."""
        return CHALLENGE


class SessionAuthentication(authentication.SessionAuthentication):
    """The site's cookie with its CSRF token. Comes after ``BearerAuthentication``, which any header stops at."""


class BasicAuthentication(authentication.BaseAuthentication):
    """E-mail address and password, for the one command that makes a first token; limited as sign-in is."""

    def authenticate(self, request: Request) -> tuple[Person, None] | None:
        """The person; None when the header speaks of something else."""
        scheme, value = scheme_and_value(request)
        if scheme != "basic":
            return None
        email, password = self._credentials(value)
        try:
            person: Any = get_adapter().authenticate(request._request, email=email, password=password)
        except TooManyAttempts as refusal:
            raise refusal.problem from refusal
        if not isinstance(person, Person) or not person.is_active:
            raise refused("The e-mail address or the password is wrong.")
        if needs_confirmation(person):
            raise refused("Confirm your e-mail address first: follow the link that was sent to it.")
        return person, None

    def authenticate_header(self, request: Request) -> str:
        """The challenge of tokens: one of Basic would make browsers ask for a password in a window of their own."""
        return CHALLENGE

    def _credentials(self, value: str) -> tuple[str, str]:
        try:
            email, colon, password = base64.b64decode(value, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            colon = ""
        if not colon:
            raise refused("The Basic header is not an address and a password.")
        return email.strip().lower(), password
