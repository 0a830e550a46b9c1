"""Rows of the bank, made without files; the n-th row of each kind is the same in every test."""

from __future__ import annotations

from typing import Any, TypeVar

from vivavoce.packs.models import Pack
from vivavoce.questions.indexing import index_questions
from vivavoce.questions.models import (
    Answer,
    Category,
    Exercise,
    Quality,
    Question,
    QuestionQuality,
    QuestionVersion,
    Role,
    Step,
    StepQuestion,
    Topic,
)
from vivavoce.questions.models.vocabulary import Term

T = TypeVar("T", bound=Term)
LEVELS = ("junior", "mid", "senior")
KINDS = ("interview", "to-ask", "faq")
FORMATS = ("knowledge", "problem", "design")
TOPICS = (("orm", "sql"), ("orm",), ("sql",))
QUALITIES = ({"reliability": 3}, {"modelling": 2}, {"modelling": 1, "reliability": 1})
APPLIES: tuple[dict[str, str], ...] = ({"django": ">=5.2"}, {"django": ">=6.0"}, {})
CHECK = {"package": "django", "version": "5.2.19", "database": "PostgreSQL 18.6", "on": "2026-11-22"}
PROMPTS = ("Why is a queryset lazy?", "Who is called when the load fails?", "How do I talk about a failure?")
SOURCE = {"title": "Docs", "url": "https://example.org/", "locator": "1", "read_on": "2026-11-22"}
POINT = {"id": "kp1", "text": "Nothing is sent before rows are needed.", "crucial": True, "match": [["sent"]]}
FLAG = {"id": "rf1", "text": "Says the opposite.", "pattern": "at once", "why": "It waits."}
ANCHORS = [{"score": score, "text": f"Looks like {score}.", "signs": ["A sign."]} for score in (1, 2, 3, 4)]


def pack(slug: str = "samples") -> Pack:
    members = {"title": slug.title(), "version": "1.0", "language": "en", "licence": "CC BY 4.0"}
    return Pack.objects.get_or_create(slug=slug, defaults=members)[0]


def term(model: type[T], slug: str, members: dict[str, Any]) -> T:
    """The row with that slug, made when it is missing."""
    found = model._default_manager.filter(slug=slug).first()
    return found or model._default_manager.create(slug=slug, **{"pack": pack(), **members})


def category(number: int, **members: Any) -> Category:
    given = {"name": f"Category {number}", "position": number + 1, "summary": "Short.", "what_to_expect": "Long."}
    return term(Category, f"category-{number}", given | members)


def topic(slug: str, **members: Any) -> Topic:
    return term(Topic, slug, {"name": slug.upper()} | members)


def quality(slug: str, position: int = 1, **members: Any) -> Quality:
    given = {"name": slug.title(), "position": position, "summary": "Short.", "signals": ["Says so."]}
    return term(Quality, slug, {**given, "anchors": ANCHORS, **members})


def role(slug: str = "engineer", **members: Any) -> Role:
    given = {"title": slug.title(), "summary": "Text.", "summary_html": "<p>Text.</p>", "work": ["Work."]}
    rung = {"level": "mid", "title": "Mid", "summary": "Alone.", "signs": ["One."]}
    word = {"term": "ETL", "aliases": ["ELT"], "topic": None, "quality": None, "note": ""}
    lists = {"ladder": [rung], "titles": [{"title": "Other", "note": "Near."}], "keywords": [word]}
    return term(Role, slug, given | lists | members)


def question(number: int, *, status: str = "published", audience: str = "public", searchable: bool = False) -> Question:
    n = number % 3
    made = Question.objects.create(
        number=100 + number,
        slug=f"question-{number}",
        aliases=[f"former-{number}"],
        pack=pack(),
        status=status,
        checked_on=[CHECK] if n == 0 else [],
        exercise=None if n == 2 else exercise(f"question-{number}"),
    )
    made.current = version(made, n, status=status, audience=audience)
    made.save(update_fields=["current"])
    if searchable:
        index_questions([made.pk])
    return made


def exercise(slug: str) -> Exercise:
    """A download; what it holds is tests/packs' to try."""
    return Exercise.objects.create(slug=slug, pack=pack(), archive=b"PK of " + slug.encode())


def version(made: Question, n: int, *, number: int = 1, prompt: str = "", **members: Any) -> QuestionVersion:
    texts = {
        f"{name}{suffix}": f"<p>{name}</p>" if suffix else name
        for name in ("assesses", "guidance", "common_mistakes")
        for suffix in ("", "_html")
    }
    row = QuestionVersion.objects.create(
        question=made,
        version=number,
        kind=KINDS[n],
        format=FORMATS[n],
        level=LEVELS[n],
        minutes=5 * (n + 1),
        importance=3 - n,
        category=category(min(n, 1)),
        prompt=prompt or PROMPTS[n],
        key_points=[POINT],
        red_flags=[FLAG],
        probes=["And then?"],
        applies_to=APPLIES[n],
        sources=[SOURCE],
        **texts,
        **members,
    )
    row.topics.add(*(topic(slug) for slug in TOPICS[n]))
    row.roles.add(role("engineer" if n < 2 else "analyst"))
    QuestionQuality.objects.bulk_create(
        QuestionQuality(version=row, quality=quality(slug), strength=strength)
        for slug, strength in QUALITIES[n].items()
    )
    answer(row, n)
    return row


def answer(row: QuestionVersion, n: int) -> Answer:
    """One answer each, at the score n + 1; the first has a sample."""
    code = [{"language": "python", "code": "assert True", "run": True}] if n == 0 else []
    return Answer.objects.create(
        version=row,
        score=n + 1,
        body="Said.",
        body_html="<p>Said.</p>",
        why_this_score="Because.",
        why_this_score_html="<p>Because.</p>",
        samples=code,
        samples_html=["<pre></pre>"] if code else [],
    )


def step(number: int, **members: Any) -> Step:
    given = {"position": number + 1, "title": f"Step {number}", "why": "Because.", "minutes": 30 * (number + 1)}
    texts = {"what_to_do": "1. Do.", "what_to_do_html": "<ol></ol>", "reading": [SOURCE], "pack": pack()}
    made = Step.objects.create(slug=f"step-{number}", **{**given, **texts, **members})
    asked = Question.objects.filter(slug=f"question-{number}").first() or question(number)
    StepQuestion.objects.create(step=made, question=asked, position=1)
    return made
