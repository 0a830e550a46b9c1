"""Who is there, and one row of each kind that their rights differ by."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth.models import Group

from tests.interviews.card_samples import a_card, held, whole
from tests.interviews.card_samples import seat as seated
from tests.interviews.kit_samples import a_kit
from tests.interviews.samples import an_interview
from tests.openings.test_openings import an_opening
from tests.people import a_person
from tests.practice.answers import an_attempt
from tests.practice.memory_samples import an_asked, graded
from tests.questions import samples
from tests.two_worlds.worlds import Writer, belongings
from vivavoce.accounts import rules, services
from vivavoce.accounts.models import Person
from vivavoce.core.models import Counted
from vivavoce.interviews.blindness import acting_as
from vivavoce.interviews.models import Debrief, Interview, InterviewItem
from vivavoce.interviews.services import note_down
from vivavoce.interviews.services.invitations import invite
from vivavoce.openings import services as openings
from vivavoce.openings.models import Application, Opening
from vivavoce.practice.models import Attempt
from vivavoce.practice.services.sessions import Wish, begin
from vivavoce.questions.models import Answer, Question
from vivavoce.rubrics.models import Rubric

NOW = datetime(2027, 3, 2, 10, tzinfo=UTC)

PEOPLE = {
    "stranger": "signed in, in no group, with rows of their own",
    "member": "of the group interviewers, without a seat",
    "editor": "of the group editors",
    "root": "staff and superuser",
    "owner": "whose the rows are; of the group interviewers",
    "lead": "leads the panel; no scorecard yet",
    "interviewer": "of the panel; a draft scorecard",
    "declined": "of the panel; declined to rate",
    "observer": "of the panel, listening",
    "recruiter": "sits at the interview, not on the panel",
    "candidate": "rehearses in the mock interview",
}
INTERVIEWERS = ("member", "owner", "lead", "interviewer", "declined", "observer", "recruiter")
OWN: dict[str, type[Counted]] = {"opening": Opening, "application": Application, "attempt": Attempt}
TABLE = {"lead": "lead", "interviewer": "interviewer", "declined": "interviewer", "observer": "observer"}


@dataclass
class World:
    """People by role, and keys of rows by what the tables call them."""

    people: dict[str, Person] = field(default_factory=dict)
    rows: dict[str, str] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    """Keys of the stranger's own rows."""
    words: dict[str, str] = field(default_factory=dict)
    """Whatever else bodies need: a secret, a slug."""

    def key(self, word: str, row: str = "") -> str:
        """The key that stands for ``{id}``."""
        return self.rows[f"{word}@{row}" if row else word]


def lay_ground() -> World:
    """The public bank, everybody, and what the stranger has of their own."""
    world = World()
    for role in PEOPLE:
        staff = role == "root"
        person = a_person(name=role, email=f"{role}@example.org", is_staff=staff, is_superuser=staff)
        world.people[role] = person
        groups = [rules.INTERVIEWERS] * (role in INTERVIEWERS) + [rules.EDITORS] * (role == "editor")
        for name in groups:
            person.groups.add(Group.objects.get_or_create(name=name)[0])
    world.rows["colleagues"] = str(world.people["member"].pk)
    a_kit(asks=[samples.question(number, searchable=True) for number in range(3)])
    an_asked(4)
    step = samples.step(0)
    public: dict[str, Any] = {
        "answers": Answer.objects.earliest("id").pk,
        "categories": "category-0",
        "kits": "talk-60",
        "qualities": "modelling",
        "questions": "question-0",
        "roles": "engineer",
        "rubrics": "django-mid",
        "steps": step.slug,
        "topics": "orm",
        "today": step.slug,
    }
    world.rows |= {word: str(key) for word, key in public.items()}
    _strangers(world)
    return world


def _strangers(world: World) -> None:
    """One of everything, so that lists are not empty and bodies can be about rows of their own."""
    stranger = Writer(world.people["stranger"])
    belongings(stranger)
    mock = stranger.send("POST", "interviews/start-now/", {"purpose": "mock", "kit": "talk-60"})
    world.own = {name: str(model._default_manager.earliest("created_at").pk) for name, model in OWN.items()}
    past, _ = Interview.objects.filter(purpose="tracked").order_by("starts_at")
    world.own |= {"mock": mock["id"], "card": mock["my_scorecard"], "tracked": str(past.pk)}


def lay_others(world: World) -> None:
    """What belongs to others than the stranger, and what they may not read of the bank."""
    owner = world.people["owner"]
    _own(world, owner)
    _practice(world, owner)
    _hiring(world, owner)
    _mock(world, owner)
    _unpublished(world)
    somebody = a_person(name="Velvet", email="velvet@example.org")
    somebody.groups.add(Group.objects.get(name=rules.INTERVIEWERS))
    world.words["person"] = str(somebody.pk)


def _own(world: World, owner: Person) -> None:
    opening = an_opening(owner, title="Plumber")
    application = openings.apply(owner=owner, fields={"opening": opening, "notes": "Velvet."})
    tracked = an_interview(owner, starts_at=NOW - timedelta(days=1), title="Velvet")
    note_down(tracked, fields={"summary": "Calm."}, asked=[])
    tracked.refresh_from_db()
    passed = an_interview(owner, starts_at=NOW - timedelta(days=2), own_organization="Velvet")
    an_interview(owner, starts_at=NOW + timedelta(days=1), own_organization="Velvet")
    world.rows |= {
        "tokens": str(services.make_token(owner=owner, name="velvet", scopes=rules.SCOPES)[0].pk),
        "openings": str(opening.pk),
        "openings@unused": str(an_opening(owner, title="Diver").pk),
        "applications": str(application.pk),
        "interviews@tracked": str(tracked.pk),
        "interviews@passed": str(passed.pk),
    }


def _practice(world: World, owner: Person) -> None:
    review = graded(owner, Question.objects.get(slug="question-4"), "good", NOW)
    committed = an_attempt(owner)
    world.rows |= {
        "attempts": str(committed.pk),
        "cards": str(review.card_id),
        "reviews": str(review.pk),
        "practice-sessions": str(begin(owner, Wish()).pk),
    }


def _hiring(world: World, owner: Person) -> None:
    """A panel, an interview that runs, and one that is planned."""
    opening = an_opening(owner, title="Velvet maker")
    panel = [{"person": owner, "role": "lead"}]
    panel += [{"person": world.people[role], "role": as_what} for role, as_what in TABLE.items()]
    fields = {"side": "hiring", "candidate_name": "Ana Velvet", "opening": opening, "panel": panel}
    application = openings.apply(owner=owner, fields=fields)
    debrief = Debrief.objects.create(application=application)
    running, planned = held(owner, application), _planned(owner, application)
    for interview in (running, planned):
        seats = {
            role: seated(interview, world.people[role], as_what)
            for role, as_what in {"owner": "interviewer", **TABLE, "recruiter": "recruiter"}.items()
        }
        if interview == running:
            submitted = a_card(seats["owner"], whole(), "submit")
            world.rows["scorecards@submitted"] = str(submitted.pk)
            with acting_as(owner):
                world.words["evidence"] = str(submitted.evidence.get().pk)
            world.rows["scorecards@draft"] = str(a_card(seats["interviewer"], whole()).pk)
            world.rows["scorecards@declined"] = str(a_card(seats["declined"], {}, "decline").pk)
    world.rows |= {
        "openings@hiring": str(opening.pk),
        "applications@hiring": str(application.pk),
        "interviews@running": str(running.pk),
        "interviews@planned": str(planned.pk),
        "interview-items@running": _first_item(running),
        "debriefs@hiring": str(debrief.pk),
    }


def _planned(owner: Person, application: Application | None = None) -> Interview:
    """One that should have begun two hours ago."""
    planned = held(owner, application, state="scheduled", starts_at=NOW - timedelta(hours=2), started_at=None)
    planned.items.all().delete()
    return planned


def _mock(world: World, owner: Person) -> None:
    """A rehearsal that runs, with the owner as its interviewer; and one to invite to."""
    mock = held(owner)
    place = seated(mock, owner, "interviewer")
    seated(mock, world.people["candidate"], "candidate")
    alone = _planned(owner)
    invitation, secret = invite(alone, person=owner, role="interviewer")
    seated(alone, owner, "candidate")
    seated(alone, world.people["candidate"], "observer")
    world.rows |= {
        "interviews@mock": str(mock.pk),
        "interviews@alone": str(alone.pk),
        "interview-items@mock": _first_item(mock),
        "invitations": str(invitation.pk),
        "scorecards@mock": str(a_card(place, whole()).pk),
        "debriefs@mock": str(Debrief.objects.get(interview=mock).pk),
    }
    world.words["secret"] = secret


def _first_item(interview: Interview) -> str:
    return str(InterviewItem.objects.filter(interview=interview).order_by("position").values_list("pk", flat=True)[0])


def _unpublished(world: World) -> None:
    """Drafts, which editors read, and what only interviewers do; searched for by the same words."""
    kinds: dict[str, tuple[int, dict[str, str]]] = {
        "draft": (6, {"status": "draft"}),
        "hiring": (7, {"audience": "hiring"}),
    }
    for name, (number, members) in kinds.items():
        question = samples.question(number, searchable=True, **members)
        assert question.current is not None
        pack = samples.pack(f"velvet-{name}")
        Question.objects.filter(pk=question.pk).update(pack=pack)
        kit = a_kit(f"talk-{name}", asks=[question], title="Velvet", pack=pack)
        world.words |= {f"id of {question.number}": str(question.pk), "id of the kit": str(kit.pk)}
        world.rows |= {
            f"questions@{name}": question.slug,
            f"answers@{name}": str(question.current.answers.get().pk),
            f"kits@{name}": kit.slug,
            f"packs@{name}": pack.slug,
        }
    published = Rubric.objects.get(slug="django-mid")
    copied = ("pack", "title", "summary", "role", "level", "version", "is_current")
    fields = {name: getattr(published, name) for name in copied} | {"pack": samples.pack("velvet-draft")}
    rubric = Rubric.objects.create(**fields, slug="django-raw", status="draft")
    world.rows["rubrics@draft"] = rubric.slug
    world.words |= {"id of the rubric": str(rubric.pk), "slug of the step": "step-9"}
