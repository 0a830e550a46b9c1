"""What openings and applications can be filtered by."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import Lookup, Q, QuerySet

from vivavoce.core.filters import (
    AnyOf,
    AnyOfId,
    AnyOfText,
    DateRange,
    Parameter,
    Range,
    ResourceFilterSet,
    Search,
)
from vivavoce.openings import rules
from vivavoce.openings.models import Application, EmploymentType, Level, Opening, Period, Remote, Side


@ArrayField.register_lookup
class HasWord(Lookup):
    """True when a list of texts holds this one, whatever its case."""

    lookup_name = "has_word"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Compares in lower case, item by item."""
        items, params = self.process_lhs(compiler, connection)
        template = "EXISTS (SELECT 1 FROM unnest(%s) AS item WHERE lower(item) = lower(%%s))"
        return template % items, (*params, self.rhs)


class AnyWord(AnyOfText):
    """Lists that hold any of some texts."""

    def parameters(self, name: str) -> dict[str, Parameter]:
        """``name`` and ``name__not``."""
        return AnyOf.parameters(self, name)

    def make(self, description: str, **options: Any) -> Parameter:
        """A parameter that looks into the list."""
        return AnyOf.make(self, description, lookup_expr="has_word", **options)


class AnyStage(AnyOf):
    """Openings by the stages of those applications that the caller may see; rows need ``with_stages(person)``."""

    def make(self, description: str, **options: Any) -> Parameter:
        """A parameter that looks into the list of stages."""
        return super().make(description, lookup_expr="contains", **options)

    def parse(self, word: str) -> list[str]:
        """The stage as the list that the database compares with."""
        return [super().parse(word)]


class SalaryRange(Range):
    """Salaries that reach a sum, or begin below one; rows need ``with_salary()``."""

    def parameters(self, name: str) -> dict[str, Parameter]:
        """``salary__gte`` looks at the upper end, ``salary__lte`` at the lower."""
        ends = {
            f"{name}__gte": ("salary_top", "gte", "The salary reaches at least this sum"),
            f"{name}__lte": ("salary_bottom", "lte", "The salary begins at this sum or below"),
        }
        return {
            key: Parameter(path, lookup_expr=lookup, parse=self.parse, schema=self.item, description=about)
            for key, (path, lookup, about) in ends.items()
        }


def every_word(text: str, paths: list[str]) -> Q:
    """Rows in which each word stands in one of the fields, whatever its case."""
    found = Q()
    for word in text.split():
        anywhere = Q()
        for path in paths:
            anywhere |= Q((f"{path}__icontains", word))
        found &= anywhere
    return found


class OpeningFilterSet(ResourceFilterSet):
    """Openings by whatever an advert says."""

    q = Search(help="Every word must stand in title, organization, industry, description or place")
    title = AnyOfText("title")
    organization = AnyOfText("organization")
    industry = AnyOfText("industry")
    city = AnyOfText("city")
    region = AnyOfText("region")
    country = AnyOfText("country", help="Any of these ISO 3166 codes, such as NL")
    remote = AnyOf("remote", choices=Remote.choices)
    employment_type = AnyOf("employment_type", choices=EmploymentType.choices)
    level = AnyOf("level", choices=Level.choices)
    skill = AnyWord("skills", help="Asks for any of these skills, whatever their case")
    salary_min = Range("salary_min", null=True, help="Lower end of the salary")
    salary_max = Range("salary_max", null=True, help="Upper end of the salary")
    salary = SalaryRange("salary")
    salary_currency = AnyOfText("salary_currency", help="Any of these ISO 4217 codes, such as EUR")
    salary_period = AnyOf("salary_period", choices=Period.choices)
    stage = AnyStage("stages", choices=list(rules.STAGES.items()), help="Has an application at any of these")
    posted_on = DateRange("posted_on", null=True)
    valid_through = DateRange("valid_through", null=True, help="Last day to apply")

    class Meta:
        model = Opening
        fields: list[str] = []

    def search(self, queryset: QuerySet[Opening], name: str, value: str) -> QuerySet[Opening]:
        """Every word somewhere."""
        places = ["title", "organization", "industry", "description", "city", "region", "country"]
        return queryset.filter(every_word(value, places))


class ApplicationFilterSet(ResourceFilterSet):
    """Applications by stage, and by what their opening says."""

    q = Search(help="Every word must stand in the opening, the candidate's name, the next action or the notes")
    stage = AnyOf("stage", choices=list(rules.STAGES.items()))
    side = AnyOf("side", choices=Side.choices, help="candidate: one's own; hiring: of a panel that one sits on")
    candidate_name = AnyOfText("candidate_name")
    opening = AnyOfId("opening")
    organization = AnyOfText("opening__organization")
    industry = AnyOfText("opening__industry")
    city = AnyOfText("opening__city")
    country = AnyOfText("opening__country", help="Any of these ISO 3166 codes, such as NL")
    remote = AnyOf("opening__remote", choices=Remote.choices)
    level = AnyOf("opening__level", choices=Level.choices)
    skill = AnyWord("opening__skills", help="Asks for any of these skills, whatever their case")
    salary = SalaryRange("salary")
    next_action_on = DateRange("next_action_on", null=True, help="Day of the next action")

    class Meta:
        model = Application
        fields: list[str] = []

    def search(self, queryset: QuerySet[Application], name: str, value: str) -> QuerySet[Application]:
        """Every word somewhere."""
        places = ["opening__title", "opening__organization", "opening__city", "candidate_name"]
        places += ["stage_label", "next_action", "notes"]
        return queryset.filter(every_word(value, places))
