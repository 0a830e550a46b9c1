"""Links by which a partner joins a mock interview: used once, for a week, until they are taken back."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from vivavoce.accounts.models import Person
from vivavoce.accounts.rules import fingerprint
from vivavoce.core.problems import Conflict
from vivavoce.interviews import rules
from vivavoce.interviews.models import Interview, Invitation, Participant, ParticipantRole
from vivavoce.interviews.services import seats, steps

WHY = {
    "revoked": "It was taken back.",
    "used": "It was used already.",
    "expired": "It expired.",
    "held": "The interview is over.",
}


class InvitationIsOver(Conflict, title="This invitation is over"):
    """The link leads nowhere any more: ``reason`` is ``revoked``, ``used``, ``expired`` or ``held``.

    Ask whoever sent it for another one. A link is good for one person, once.
    """

    example = {"detail": "It expired.", "reason": "expired"}


@transaction.atomic
def invite(interview: Interview, *, person: Person, role: str) -> tuple[Invitation, str]:
    """A link to a mock interview, and its secret, which is never seen again."""
    interview = steps.locked(interview)
    if interview.purpose != "mock":
        raise Conflict("Only a mock interview has invitations; colleagues are named as participants.")
    if interview.state in rules.FINAL:
        raise Conflict("This interview is over.")
    _refuse_a_second_candidate(interview, role)
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        interview=interview,
        made_by=person,
        role=role,
        fingerprint=fingerprint(secret),
        expires_at=timezone.now() + rules.INVITED,
    )
    return invitation, secret


def revoke(invitation: Invitation) -> None:
    """Take a link back; its row stays, so that whoever follows it learns why it leads nowhere."""
    Invitation.objects.filter(pk=invitation.pk, revoked_at=None).update(revoked_at=timezone.now())


@transaction.atomic
def accept(*, secret: str, person: Person) -> Interview:
    """Sit down at the table that a link leads to."""
    found = Invitation.objects.select_for_update().filter(fingerprint=fingerprint(secret)).first()
    if found is None:
        raise Http404
    interview = steps.locked(found.interview)
    over = rules.invitation_is_over(
        revoked=found.revoked_at is not None,
        accepted=found.accepted_at is not None,
        expires_at=found.expires_at,
        final=interview.state in rules.FINAL,
        now=timezone.now(),
    )
    if over:
        raise InvitationIsOver(WHY[over], reason=over)
    if interview.participants.filter(person=person).exists():
        raise Conflict("You sit at this table already.")
    _refuse_a_second_candidate(interview, found.role)
    _take_seat(interview, person, found.role)
    found.accepted_by, found.accepted_at = person, timezone.now()
    found.save()
    interview.save()
    return interview


def _refuse_a_second_candidate(interview: Interview, role: str) -> None:
    taken = interview.participants.filter(role=ParticipantRole.CANDIDATE, person__isnull=False)
    if role == ParticipantRole.CANDIDATE and taken.exists():
        raise Conflict("Somebody sits there as the candidate already: choose my_role interviewer for yourself.")


def _take_seat(interview: Interview, person: Person, role: str) -> None:
    free = interview.participants.filter(role=role, person=None).first()
    seat = free or Participant(interview=interview, role=role, position=_last(interview) + 1)
    seat.person, seat.name = person, person.known_as
    seat.card_state = seats.card_state({"person": person, "role": role})
    seat.save()


def _last(interview: Interview) -> int:
    return max((seat.position for seat in interview.participants.all()), default=0)
