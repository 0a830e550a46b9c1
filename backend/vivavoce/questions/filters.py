"""By what the bank's resources can be filtered."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version
from rest_framework.request import Request

from vivavoce.core.filters import (
    AnyOf,
    AnyOfSlug,
    AnyOfText,
    Family,
    Flag,
    Parameter,
    Range,
    ResourceFilterSet,
    Search,
    bad_value,
)
from vivavoce.packs.models import Pack
from vivavoce.questions import search
from vivavoce.questions.counting import live
from vivavoce.questions.models import (
    Audience,
    Category,
    Format,
    Kind,
    Level,
    Quality,
    Question,
    Role,
    Status,
    Step,
    Topic,
)

Asked = tuple[str, str]
_PACKAGE = re.compile(r"([a-z][a-z0-9_-]*):([0-9]+(?:\.[0-9]+)*)")


def categories(_: Request) -> QuerySet[Category]:
    """The categories that may be named."""
    return live(Category)


def topics(_: Request) -> QuerySet[Topic]:
    """The topics that may be named."""
    return live(Topic)


def qualities(_: Request) -> QuerySet[Quality]:
    """The qualities that may be named."""
    return live(Quality)


def roles(_: Request) -> QuerySet[Role]:
    """The roles that may be named."""
    return live(Role)


def questions(request: Request) -> QuerySet[Question]:
    """The questions that the caller may name."""
    return Question.objects.visible_to(request.user)


def packs(request: Request) -> QuerySet[Pack]:
    """The packs that may be named: those of which the caller sees something, so that no other is told to be there."""
    seen = Q(pk__in=live(Role).values("pack")) | Q(pk__in=questions(request).order_by().values("pack"))
    return Pack.objects.filter(seen)


class PackageVersion(Family):
    """A package and a version, ``django:5.2``; any of several."""

    def __init__(self, *, method: str, help: str) -> None:
        self.method = method
        self.help = help

    def parameters(self, name: str) -> dict[str, Parameter]:
        """The one parameter."""
        schema = {"type": "string", "pattern": f"^{_PACKAGE.pattern}$"}
        return {name: Parameter(parse=self.parse, many=True, method=self.method, schema=schema, description=self.help)}

    def parse(self, word: str) -> Asked:
        """The package and the version."""
        found = _PACKAGE.fullmatch(super().parse(word))
        if not found:
            raise bad_value(f'"{word}" is not a package and a version; write it like django:5.2.')
        return found[1], found[2]


class Has(Flag):
    """``true`` or ``false``: whether something is there."""

    def __init__(self, path: str, *, help: str) -> None:
        super().__init__(path, lookup="isnull", help=help)

    def parse(self, word: str) -> bool:
        """What ``isnull`` asks, the other way round."""
        return not super().parse(word)


class QuestionFilterSet(ResourceFilterSet):
    """Everything that somebody would look for a question by."""

    q = Search()
    number = Range("number", help="Number that people quote")
    slug = AnyOfSlug("pk", queryset=questions, help="Any of these slugs")
    category = AnyOfSlug("current__category", queryset=categories)
    topic = AnyOfSlug("current__topics", queryset=topics, all_lookup=True)
    quality = AnyOfSlug("current__qualities", queryset=qualities, all_lookup=True)
    role = AnyOfSlug("current__roles", queryset=roles)
    level = AnyOf("current__level", choices=Level.choices)
    kind = AnyOf("current__kind", choices=Kind.choices)
    format = AnyOf("current__format", choices=Format.choices)
    audience = AnyOf("current__audience", choices=Audience.choices)
    status = AnyOf("status", choices=Status.choices)
    pack = AnyOfSlug("pack", queryset=packs)
    importance = Range("current__importance", help="1 to 3; 3 is asked most")
    minutes = Range("current__minutes", help="Minutes to plan for it")
    version = Range("current__version", help="Version of its text")
    applies_to = PackageVersion(method="applies", help="True of this version of a package: django:5.2")
    exercise = Has("exercise", help="Has an exercise to download, or has none")
    checked = PackageVersion(method="checks", help="Samples ran on this version or series: django:6.1")

    def search(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Find and rank; the way to read the words is chosen once a request."""
        return search.find(queryset, query_of(self.request, value))  # type: ignore[arg-type]  # untyped FilterSet

    def applies(self, queryset: QuerySet[Any], name: str, value: list[Asked] | None) -> QuerySet[Any]:
        """Keep what says nothing of the package, or a range that holds the version."""
        return self._among(queryset, "current__applies_to", value, _inside)

    def checks(self, queryset: QuerySet[Any], name: str, value: list[Asked] | None) -> QuerySet[Any]:
        """Keep questions whose samples all ran there."""
        return self._among(queryset, "checked_on", value, _ran)

    def _among(
        self, queryset: QuerySet[Any], path: str, value: list[Asked] | None, fits: Callable[[Any, Asked], bool]
    ) -> QuerySet[Any]:
        """Many questions share few ranges and records: read those, and let the database compare."""
        if value is None:
            return queryset
        known = self.queryset.order_by().values_list(path, flat=True).distinct()
        chosen = [stored for stored in known if any(fits(stored, asked) for asked in value)]
        # One condition a value: ``in`` over JSON has no index either, and does not take lists of lists.
        condition = Q(pk__in=[])
        for stored in chosen:
            condition |= Q(**{path: stored})
        return queryset.filter(condition)


def query_of(request: Any, text: str) -> search.Query:
    """What the request searches for; facets and pages read the words in the same way."""
    known: dict[str, search.Query] = request.__dict__.setdefault("_understood", {})
    if text not in known:
        known[text] = search.understand(text, request.user)
    return known[text]


def _inside(applies_to: dict[str, str], asked: Asked) -> bool:
    package, version = asked
    try:
        return SpecifierSet(applies_to.get(package, "")).contains(Version(version), prereleases=True)
    except (InvalidSpecifier, InvalidVersion):
        return False


def _ran(checked_on: list[dict[str, str]], asked: Asked) -> bool:
    package, version = asked
    return any(check["package"] == package and f"{check['version']}.".startswith(f"{version}.") for check in checked_on)


class CategoryFilterSet(ResourceFilterSet):
    """Categories by name and place."""

    slug = AnyOfSlug("pk", queryset=categories, help="Any of these slugs")
    name = AnyOfText("name")
    position = Range("position")


class TopicFilterSet(ResourceFilterSet):
    """Topics by name, and by the category of their questions."""

    slug = AnyOfSlug("pk", queryset=topics, help="Any of these slugs")
    name = AnyOfText("name")
    question_count = Range("question_count", help="Questions that the caller may see")


class QualityFilterSet(ResourceFilterSet):
    """Qualities by name and place."""

    slug = AnyOfSlug("pk", queryset=qualities, help="Any of these slugs")
    name = AnyOfText("name")
    position = Range("position")


class RoleFilterSet(ResourceFilterSet):
    """Roles by title."""

    slug = AnyOfSlug("pk", queryset=roles, help="Any of these slugs")
    title = AnyOfText("title")
    pack = AnyOfSlug("pack", queryset=packs)


class StepFilterSet(ResourceFilterSet):
    """Steps of preparation by title, place, time and question."""

    slug = AnyOfSlug("pk", queryset=lambda _: live(Step), help="Any of these slugs")
    title = AnyOfText("title")
    position = Range("position")
    minutes = Range("minutes", help="Minutes to plan for the first pass")
    question = AnyOfSlug("step_questions__question", queryset=questions)


class AnswerFilterSet(ResourceFilterSet):
    """Example answers by their question and score."""

    question = AnyOfSlug("version__question", queryset=questions)
    score = AnyOf("score", choices=[1, 2, 3, 4])
    category = AnyOfSlug("version__category", queryset=categories)
    topic = AnyOfSlug("version__topics", queryset=topics, all_lookup=True)
    quality = AnyOfSlug("version__qualities", queryset=qualities, all_lookup=True)
    level = AnyOf("version__level", choices=Level.choices)
    kind = AnyOf("version__kind", choices=Kind.choices)
    has_samples = Flag("has_samples", help="True: with code that is executed")
