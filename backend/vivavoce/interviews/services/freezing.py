"""Frozen kits: everybody who applies for an opening is asked by one version of a kit."""

from __future__ import annotations

from vivavoce.core.problems import Conflict
from vivavoce.interviews.models import FrozenKit, Interview, Kit
from vivavoce.openings.models import Application


class KitIsFrozen(Conflict, title="The kit is frozen"):
    """An interview by this kit has started: it keeps its version, and so do all others for the same opening.

    Name the version that holds: ``allowed`` is its id, ``kit_version`` its number. The slug of the kit means it, too.
    """

    example = {"allowed": ["01a20332-3f66-7df0-afc2-8400c81f1a5d"], "kit_version": 1}


def refusal(frozen: Kit) -> KitIsFrozen:
    """The problem of another kit than the frozen one."""
    why = f"This is held by version {frozen.version} of {frozen.slug}, since an interview by it has started."
    return KitIsFrozen(why, allowed=[str(frozen.pk)], kit_version=frozen.version)


def choose(kit: Kit, application: Application | None, *, by_id: bool) -> Kit:
    """The version that an interview is planned by. A slug means the frozen one; the id of another is refused."""
    opening = application.opening if application else None
    frozen = FrozenKit.objects.filter(opening=opening, kit_slug=kit.slug).select_related("kit").first()
    if opening is None or frozen is None or frozen.kit_id == kit.pk:
        return kit
    if by_id:
        raise refusal(frozen.kit)
    return frozen.kit


def freeze(interview: Interview) -> Kit | None:
    """The version that a starting interview is held by: of the first that started for the opening, else its own."""
    opening = interview.application.opening if interview.application else None
    if opening is None or interview.kit is None:
        return interview.kit
    slug = interview.kit.slug
    started = Interview.objects.filter(application__opening=opening, kit__slug=slug, started_at__isnull=False)
    first = started.select_related("kit").order_by("started_at", "id").first() or interview
    held_by = FrozenKit(opening=opening, kit_slug=slug, kit=first.kit or interview.kit, interview=first)
    FrozenKit.objects.bulk_create([held_by], ignore_conflicts=True)  # of two at once the first to commit counts
    frozen = FrozenKit.objects.select_related("kit").get(opening=opening, kit_slug=slug)
    return frozen.kit


def choose_again(interview: Interview, kit: Kit, *, by_id: bool) -> Kit:
    """The version that a planned interview changes to; once it has started, only what it is held by."""
    if not interview.started_at or interview.kit is None:
        return choose(kit, interview.application, by_id=by_id)
    if kit.pk != interview.kit_id:
        raise refusal(interview.kit)
    return kit
