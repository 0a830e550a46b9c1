"""The other side of the table: a debrief to decide, an interview that runs, a rehearsal that is over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.models import Group
from django.utils import timezone

from vivavoce.accounts import rules as account_rules
from vivavoce.accounts.models import Person
from vivavoce.demo import panel, plans
from vivavoce.demo.panel import DemoCard
from vivavoce.interviews import blindness
from vivavoce.interviews import services as interviews
from vivavoce.interviews.models import Interview, InterviewItem, Kit, Participant, Scorecard
from vivavoce.interviews.services import scorecards
from vivavoce.openings.models import PanelMember, PanelRole

Seats = Sequence[tuple[str, Person]]


def furnish(me: Person, today: date) -> None:
    """Make it all, where the kits are loaded; without them there is nothing to hold an interview by."""
    kits = {kit.slug: kit for kit in Kit.objects.visible_to(me).current()}
    if not {panel.TALK, panel.REHEARSAL} <= kits.keys():
        return
    oskar, amara = (_colleague(email, name) for email, name in panel.COLLEAGUES)
    _to_decide(me, oskar, amara, kits[panel.TALK], today)
    _to_rate(me, amara, kits[panel.TALK])
    _rehearsed(me, oskar, kits[panel.REHEARSAL], today)


def _colleague(email: str, name: str) -> Person:
    person, _ = Person.objects.get_or_create(
        email=email, defaults={"name": name, "time_zone": plans.TIME_ZONE, "is_demo": True}
    )
    person.groups.add(Group.objects.get(name=account_rules.INTERVIEWERS))
    return person


def _to_decide(me: Person, oskar: Person, amara: Person, kit: Kit, today: date) -> None:
    """Three submitted cards that disagree twice; I lead, and nothing is decided."""
    began = _moment(plans.working_day(today, -2), (10, 0))
    table = [("lead", me), ("interviewer", oskar), ("interviewer", amara)]
    interview = _hold(me, kit, began, table, purpose="hiring", candidate_name=panel.CANDIDATE)
    for place, (person, card) in enumerate(((me, panel.NOOR), (oskar, panel.OSKAR), (amara, panel.AMARA))):
        _rate(interview, person, card, at=began + timedelta(hours=2 + place))
    _end(interview, began + timedelta(minutes=58))


def _to_rate(me: Person, amara: Person, kit: Kit) -> None:
    """It runs, my colleague's card is in, and mine is not begun: what she wrote I must not know."""
    began = timezone.now().replace(second=0, microsecond=0) - timedelta(minutes=52)
    table = [("lead", amara), ("interviewer", me)]
    interview = _hold(amara, kit, began, table, purpose="hiring", candidate_name=panel.NEXT_CANDIDATE)
    _rate(interview, amara, panel.AMARA_NEXT, at=timezone.now())


def _rehearsed(me: Person, oskar: Person, kit: Kit, today: date) -> None:
    """A mock that Oskar asked the questions of."""
    began = _moment(plans.working_day(today, -4), (17, 30))
    interview = _hold(me, kit, began, [("candidate", me), ("interviewer", oskar)], purpose="mock")
    items = _items(interview)
    marks = [{"item": items[slug].pk, "heard": list(heard), "probes": [0]} for slug, heard in panel.HEARD]
    _rate(interview, oskar, panel.OSKAR_REHEARSAL, at=began + timedelta(minutes=50), marks=marks)
    _end(interview, began + timedelta(minutes=29))


def _hold(owner: Person, kit: Kit, began: datetime, table: Seats, **fields: Any) -> Interview:
    """Planned two days before it began, by the same services as everybody's; then the clock is put right."""
    candidate = {"candidate_name": fields.pop("candidate_name")} if "candidate_name" in fields else {}
    people = [{"role": role, "person": person, "name": person.known_as} for role, person in table]
    values = {"kit": kit, "starts_at": began, "time_zone": plans.TIME_ZONE, "round": "technical", **fields}
    interview = interviews.hold(owner=owner, fields=values, participants=people, **candidate)
    if interview.application:
        PanelMember.objects.bulk_create(
            PanelMember(application=interview.application, person=person, role=PanelRole.INTERVIEWER)
            for _, person in table
            if person != owner
        )
    interviews.start(interview, person=owner)
    _forget_empty(interview)
    Interview.objects.filter(pk=interview.pk).update(started_at=began)
    interview.history.filter(verb="create").update(at=began - timedelta(days=2))
    interview.history.filter(verb="start").update(at=began)
    _ask(interview, began)
    interview.refresh_from_db()
    return interview


def _forget_empty(interview: Interview) -> None:
    """Whoever starts an interview gets an empty card; in this world each is written whole."""
    for seat in interview.participants.exclude(person=None):
        with blindness.acting_as(seat.person):
            Scorecard.objects.filter(participant=seat).delete()


def _ask(interview: Interview, began: datetime) -> None:
    """Every question that the time allowed so far, a little longer than planned."""
    at = began + timedelta(minutes=4)
    for item in interview.items.select_related("kit_item").order_by("position"):
        seconds = (item.kit_item.minutes if item.kit_item else 5) * 60 + 25 * (item.position % 3)
        if at + timedelta(seconds=seconds) > timezone.now():
            return
        item.asked, item.asked_at, item.seconds = "yes", at, seconds
        item.save()
        at += timedelta(seconds=seconds)


def _items(interview: Interview) -> dict[str, InterviewItem]:
    rows = interview.items.select_related("question_version__question")
    return {item.question_version.question.slug: item for item in rows}


def _rate(interview: Interview, person: Person, card: DemoCard, *, at: datetime, **fields: Any) -> None:
    """Write somebody's card and submit it, as they themselves would."""
    with blindness.acting_as(person):
        made = scorecards.begin(interview, interviewer=person, fields={**_written(interview, card), **fields})
        scorecards.submit(made)
        Scorecard.objects.filter(pk=made.pk).update(submitted_at=at)


def _written(interview: Interview, card: DemoCard) -> Mapping[str, Any]:
    items = _items(interview)
    began = interview.started_at or timezone.now()
    scored = [line for line in card.scores if line.score is not None]
    return {
        "recommendation": card.recommendation,
        "key_takeaways": card.key_takeaways,
        "note_for_next": card.note_for_next,
        "shareable_feedback": card.shareable_feedback,
        "private_note": card.private_note,
        "ratings": [
            {"criterion": line.quality, "score": line.score}
            if line.score is not None
            else {"criterion": line.quality, "not_assessed_reason": line.text}
            for line in [*card.scores, *_unasked(interview, card.scores)]
        ],
        "evidence": [
            {
                "criterion": line.quality,
                "item": items[line.question].pk,
                "kind": line.kind,
                "text": line.text,
                "at": began + timedelta(minutes=line.minute),
            }
            for line in scored
        ],
    }


def _unasked(interview: Interview, scores: Iterable[panel.Line]) -> list[panel.Line]:
    """The qualities of the rubric that nobody wrote about."""
    assert interview.kit is not None  # noqa: S101 - held by one
    told = {line.quality for line in scores}
    slugs = interview.kit.rubric.criteria.values_list("quality__slug", flat=True)
    return [panel.Line(slug, None, "Not asked in this kit.") for slug in slugs if slug not in told]


def _end(interview: Interview, at: datetime) -> None:
    """Finish it, and put the clock right again."""
    interviews.finish(interview)
    Interview.objects.filter(pk=interview.pk).update(finished_at=at)
    interview.history.filter(verb="finish").update(at=at)
    last = Participant.objects.filter(interview=interview).count()
    interview.history.filter(verb="complete").update(at=at + timedelta(hours=last + 1))


def _moment(day: date, clock: tuple[int, int]) -> datetime:
    return datetime.combine(day, time(*clock), ZoneInfo(plans.TIME_ZONE))
