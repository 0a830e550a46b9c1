"""Blindness: what a person may know of a colleague's scorecard, decided here and nowhere else.

Everything that shows, counts, filters or orders scorecards begins with ``readable_cards``; whether a debrief is open
is ``open_to``. The database decides once more, by policies of its own on the tables of scorecards (migration 0006):
they know who asks by ``vivavoce.person``, which ``acting_as`` sets for one transaction. Without it they look empty.

Cards stand around a *table*: all hiring interviews of one application, or one mock interview.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import AnonymousUser
from django.db.models import BooleanField, Case, CharField, ExpressionWrapper, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from vivavoce.accounts.models import Person
from vivavoce.core import known
from vivavoce.interviews.models import CardState, Interview, Participant, ParticipantRole, Scorecard
from vivavoce.openings.models import PanelMember, PanelRole

HELD_HERE = ("hiring", "mock")
NOT_HELD = ("cancelled", "no_show")
"""States of interviews that nobody waits for a scorecard of."""

TABLE = Coalesce("application_id", "id")
SEATS_TABLE = Coalesce("interview__application_id", "interview_id")
"""What the interviews, and the seats, of one table have in common."""


def open_to(person: Person | AnonymousUser) -> QuerySet[Interview]:
    """The interviews whose submitted scorecards this person may read, colleagues' included.

    ``after_own_submission`` (mocks too): with every own card in; who has none, when nobody's is expected any more.
    ``after_all_submitted``: when nobody's is expected any more. ``never``: then too, but only the panel's leads.
    """
    if not isinstance(person, Person):
        return Interview.objects.none()
    seats = Participant.objects.filter(interview__purpose__in=HELD_HERE).annotate(table=SEATS_TABLE).values("table")
    expected = seats.filter(card_state=CardState.EXPECTED).exclude(interview__state__in=NOT_HELD)
    mine = seats.filter(person=person)
    panel = PanelMember.objects.filter(person=person).values("application")
    held = (
        Interview.objects.filter(purpose__in=HELD_HERE)
        .annotate(table=TABLE)
        .filter(Q(owner=person) | Q(application__owner=person) | Q(table__in=mine) | Q(application__in=panel))
    )
    all_in = ~Q(table__in=expected)
    own_in = Q(table__in=mine.filter(card_state=CardState.SUBMITTED)) & ~Q(table__in=expected.filter(person=person))
    candidate = Q(table__in=mine.filter(role=ParticipantRole.CANDIDATE))
    lead = Q(application__in=panel.filter(role=PanelRole.LEAD))
    after_own = Q(purpose="mock") | Q(application__visibility="after_own_submission")
    after_all = Q(purpose="hiring", application__visibility="after_all_submitted")
    never = Q(purpose="hiring", application__visibility="never")
    allowed = (after_own & (all_in | own_in)) | (after_all & all_in) | (never & all_in & lead)
    return held.filter(~candidate | Q(purpose="mock", state="complete")).filter(allowed)


def readable_cards(person: Person | AnonymousUser) -> QuerySet[Scorecard]:
    """One's own cards, and colleagues' once they are submitted and open to one; with ``state`` and ``is_mine``."""
    if not isinstance(person, Person):
        return Scorecard.objects.none()
    submitted = Q(participant__card_state=CardState.SUBMITTED, interview__in=open_to(person))
    return marked(Scorecard.objects.filter(Q(interviewer=person) | submitted), person)


def marked(cards: QuerySet[Scorecard], person: Person) -> QuerySet[Scorecard]:
    """Adds ``state`` and ``is_mine``."""
    draft = When(participant__card_state=CardState.EXPECTED, then=Value("draft"))
    return cards.annotate(
        state=Case(draft, default=F("participant__card_state"), output_field=CharField()),
        is_mine=ExpressionWrapper(Q(interviewer=person), BooleanField()),
    )


def others_are_visible(interview: Interview, person: Person) -> bool:
    """True when somebody could have read a colleague's card of the interview's table by now."""
    table = Q(interview=interview.pk)
    if interview.application_id:
        table |= Q(interview__application=interview.application_id, interview__purpose="hiring")
    others = Participant.objects.filter(table, card_state=CardState.SUBMITTED).exclude(person=person)
    return others.exists() and open_to(person).filter(pk=interview.pk).exists()


@contextmanager
def acting_as(person: Person | AnonymousUser | None) -> Iterator[None]:
    """One transaction in which the database knows who asks; afterwards it knows what it knew before."""
    with known.acting_as(str(person.pk) if isinstance(person, Person) else ""):
        yield
