"""Making and revoking tokens, and changing oneself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import timezone

from vivavoce.accounts import rules
from vivavoce.accounts.models import Person, Token, default_expiry
from vivavoce.core.problems import Forbidden


class InterviewersAreAppointed(Forbidden, title="An administrator adds interviewers"):
    """On this installation nobody joins the group ``interviewers`` by themself.

    Ask an administrator to add you.
    """


def switch_interviewer(person: Person, *, joins: bool) -> None:
    """Join the group that assesses, or leave it; where real candidates are, joining is an administrator's to allow."""
    group = Group.objects.get(name=rules.INTERVIEWERS)
    if joins == person.groups.contains(group):
        return
    if joins and settings.PRODUCTION:
        raise InterviewersAreAppointed
    (person.groups.add if joins else person.groups.remove)(group)


def make_token(
    *, owner: Person, name: str, scopes: Iterable[str], expires_at: datetime | None = None, maker: Token | None = None
) -> tuple[Token, str]:
    """A token and its secret, which is never seen again. A token makes none that is stronger or lives longer."""
    wanted = rules.in_order(scopes)
    ends = expires_at or default_expiry()
    if maker is not None:
        beyond = rules.scopes_beyond(wanted, maker.scopes)
        if beyond:
            raise Forbidden(f"This token cannot pass on what it does not hold: {', '.join(beyond)}.")
        ends = min(ends, maker.expires_at)
    secret = rules.new_secret()
    token = Token.objects.create(
        owner=owner,
        name=name,
        hint=secret[: rules.HINT_LENGTH],
        fingerprint=rules.fingerprint(secret),
        scopes=wanted,
        expires_at=ends,
    )
    return token, secret


def revoke(token: Token) -> None:
    """End a token at once; its row stays as a record of what once could act."""
    Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now())
