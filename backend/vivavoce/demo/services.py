"""Loading and erasing the demo world; never in production mode."""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from vivavoce.accounts import rules as account_rules
from vivavoce.accounts.models import Person, Token
from vivavoce.core.problems import Forbidden
from vivavoce.demo import hiring, plans, practice, world
from vivavoce.interviews import services as interview_services
from vivavoce.interviews.models import Interview, InterviewEvent, Participant
from vivavoce.openings import services as opening_services
from vivavoce.openings.models import Application, Opening
from vivavoce.questions.models import Question


@dataclass(frozen=True)
class Access:
    """How to come in: the address, the password and a token for the demo person."""

    sign_in: str
    password: str
    token: str


def refuse_in_production() -> None:
    """A known password has no place where real people's data are."""
    if settings.PRODUCTION:
        raise Forbidden("There is no demo world in production mode.")


def access() -> Access:
    """The same at every call, made from the installation's secret key, so that nothing secret is stored."""
    return Access(world.EMAIL, f"demo-{_derived('password').hex()[:12]}", _token_secret())


@transaction.atomic
def load() -> Access:
    """Make the world when it is not there; leave it as it is when it is. Either way the way in works."""
    refuse_in_production()
    way_in = access()
    person, is_new = Person.objects.get_or_create(
        email=world.EMAIL, defaults={"name": world.NAME, "time_zone": plans.TIME_ZONE, "is_demo": True}
    )
    if not person.is_demo:
        raise Forbidden(f"{world.EMAIL} is a real account here; the demo world leaves it alone.")
    if not person.check_password(way_in.password):
        person.set_password(way_in.password)
        person.save()
    EmailAddress.objects.get_or_create(user=person, email=person.email, defaults={"verified": True, "primary": True})
    person.groups.add(Group.objects.get(name=account_rules.INTERVIEWERS))
    _keep_token(person, way_in.token)
    if is_new:
        _furnish(person)
    return way_in


@transaction.atomic
def erase() -> int:
    """Remove every demo person with all that is theirs; says how many there were."""
    refuse_in_production()
    people = Person.objects.filter(is_demo=True)
    count = people.count()
    people.delete()
    return count


def status() -> dict[str, object]:
    """Whether the world is there, and how much of it."""
    person = Person.objects.filter(is_demo=True, email=world.EMAIL).first()
    return {
        "loaded": person is not None,
        "sign_in": world.EMAIL if person else None,
        "openings": Opening.objects.visible_to(person).count() if person else 0,
        "interviews": Interview.objects.visible_to(person).count() if person else 0,
    }


def _derived(purpose: str) -> bytes:
    return hmac.digest(settings.SECRET_KEY.encode(), f"demo {purpose}".encode(), "sha256")


def _token_secret() -> str:
    body = base64.urlsafe_b64encode(_derived("token")).decode().rstrip("=")
    return account_rules.SECRET_PREFIX + body


def _keep_token(person: Person, secret: str) -> None:
    Token.objects.update_or_create(
        fingerprint=account_rules.fingerprint(secret),
        defaults={
            "owner": person,
            "name": "demo",
            "hint": secret[: account_rules.HINT_LENGTH],
            "scopes": list(account_rules.DEFAULT_SCOPES),
            "expires_at": timezone.now() + account_rules.LONGEST_LIFETIME,
            "revoked_at": None,
        },
    )


def _furnish(person: Person) -> None:
    today = timezone.localdate(timezone=ZoneInfo(plans.TIME_ZONE))
    applications = {plan.organization: _application(person, plan, today) for plan in world.OPENINGS}
    interviews = {}
    for meeting in world.INTERVIEWS:
        interview = _interview(applications[meeting.organization], meeting, today)
        interviews[meeting.organization, meeting.title] = interview
    for memory in world.RETROSPECTIVES:
        _remember(interviews[memory.organization, memory.title], memory)
    hiring.furnish(person, today)
    practice.furnish(person, today)


def _remember(interview: Interview, memory: plans.DemoRetrospective) -> None:
    slugs = [asked.question for asked in memory.asked]
    bank = {question.slug: question for question in Question.objects.visible_to(interview.owner).filter(slug__in=slugs)}
    interview_services.note_down(
        interview,
        fields={
            "feeling": memory.feeling,
            "summary": memory.summary,
            "went_well": memory.went_well,
            "to_improve": memory.to_improve,
            "next_steps": memory.next_steps,
        },
        asked=[
            {"prompt": one.prompt, "score": one.score, "note": one.note, "question": bank.get(one.question)}
            for one in memory.asked
        ],
    )


def _application(person: Person, plan: plans.DemoOpening, today: date) -> Application:
    first_day, first_stage = plan.moves[0]
    opening = Opening.objects.create(
        owner=person,
        title=plan.title,
        organization=plan.organization,
        industry=plan.industry,
        description=plan.description,
        city=plan.city,
        country=plan.country,
        remote=plan.remote,
        level=plan.level,
        salary_min=plan.salary[0],
        salary_max=plan.salary[1],
        salary_currency=plan.currency,
        posted_on=today + timedelta(days=first_day - 6),
        valid_through=None if plan.closes_in is None else today + timedelta(days=plan.closes_in),
        skills=list(plan.skills),
    )
    application = opening_services.apply(
        owner=person,
        fields={
            "opening": opening,
            "stage": first_stage,
            "next_action": plan.next_action,
            "next_action_on": None if plan.next_in is None else today + timedelta(days=plan.next_in),
            "contacts": list(plan.contacts),
            "notes": plan.notes,
        },
        at=_moment(today + timedelta(days=first_day), (19, 30), plans.TIME_ZONE),
    )
    for index, (day, stage) in enumerate(plan.moves[1:], start=2):
        application = opening_services.move(
            application,
            stage=stage,
            label=plan.stage_label if index == len(plan.moves) else "",
            at=_moment(today + timedelta(days=day), (9, 15), plans.TIME_ZONE),
            note="",
        )
    return application


def _interview(application: Application, plan: plans.DemoInterview, today: date) -> Interview:
    starts_at = _moment(plans.working_day(today, plan.day), plan.clock, plan.time_zone)
    interview = Interview.objects.create(
        owner=application.owner,
        application=application,
        title=plan.title,
        round=plan.round,
        starts_at=starts_at,
        time_zone=plan.time_zone,
        minutes=plan.minutes,
        place=plan.place,
        video_link=plan.video_link,
        notes=plan.notes,
        state=plan.state,
        cancel_reason=plan.reason if plan.state == "cancelled" else "",
        sequence=1 if plan.moved_from is not None or plan.state == "cancelled" else 0,
    )
    Participant.objects.bulk_create(
        Participant(interview=interview, position=position, role=role, name=name, note=note)
        for position, (role, name, note) in enumerate(plan.people, start=1)
    )
    InterviewEvent.objects.bulk_create(_history(interview, plan, starts_at, today))
    return interview


def _history(interview: Interview, plan: plans.DemoInterview, starts_at: datetime, today: date) -> list[InterviewEvent]:
    """What must have happened for the interview to stand where it stands."""
    invited = min(starts_at, timezone.now()) - timedelta(days=4)
    first_time = starts_at
    if plan.moved_from is not None:
        first_time = _moment(plans.working_day(today, plan.moved_from), plan.clock, plan.time_zone)
    lines = [InterviewEvent(interview=interview, at=invited, verb="create", to_state="scheduled", starts_at=first_time)]
    verb = {"complete": "complete", "cancelled": "cancel"}.get(plan.state)
    if plan.moved_from is not None:
        verb = "reschedule"
    if verb is not None:
        ended = starts_at + timedelta(minutes=plan.minutes)
        lines.append(
            InterviewEvent(
                interview=interview,
                at=ended if verb == "complete" else invited + timedelta(days=2),
                verb=verb,
                from_state="scheduled",
                to_state=plan.state,
                starts_at=starts_at,
                note=plan.reason,
            )
        )
    return lines


def _moment(day: date, clock: tuple[int, int], time_zone: str) -> datetime:
    return datetime.combine(day, time(*clock), ZoneInfo(time_zone))
