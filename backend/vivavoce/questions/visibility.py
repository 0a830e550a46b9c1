"""What somebody may see of the bank: two independent permissions, each from a group."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from vivavoce.accounts.models import Person


@dataclass(frozen=True)
class Sight:
    """``drafts``: also what is not published; ``hiring``: also what only interviewers read."""

    drafts: bool = False
    hiring: bool = False


def sight_of(person: Person | AnonymousUser | None) -> Sight:
    """The sight of the groups ``editors`` (drafts) and ``interviewers`` (hiring); one query a person and request."""
    if not isinstance(person, Person):
        return Sight()
    known: Sight | None = getattr(person, "_sight", None)
    if known is None:
        names = set(person.groups.values_list("name", flat=True))
        known = Sight(drafts="editors" in names, hiring="interviewers" in names)
        person._sight = known  # type: ignore[attr-defined]  # kept on the request's person, never stored
    return known
