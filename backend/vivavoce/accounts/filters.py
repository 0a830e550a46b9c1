"""What tokens can be filtered by."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from vivavoce.accounts import rules
from vivavoce.accounts.models import Person, Token
from vivavoce.core.filters import AnyOf, AnyOfText, DateTimeRange, Parameter, ResourceFilterSet, Search


class AnyOfScope(AnyOf):
    """Tokens that hold any of some scopes."""

    def make(self, description: str, **options: Any) -> Parameter:
        """A parameter that looks into the list of scopes."""
        return super().make(description, lookup_expr="contains", **options)

    def parse(self, word: str) -> list[str]:
        """The scope as the list that the database compares with."""
        return [super().parse(word)]


class TokenFilterSet(ResourceFilterSet):
    """Tokens by name, scope and time."""

    name = AnyOfText("name", help="Any of these names, whatever their case")
    scope = AnyOfScope("scopes", choices=list(rules.SCOPES), help="Holds any of these scopes")
    expires_at = DateTimeRange("expires_at", help="Time of expiry")
    last_used_at = DateTimeRange("last_used_at", null=True, help="Time of the last use")

    class Meta:
        model = Token
        fields: list[str] = []


class ColleagueFilterSet(ResourceFilterSet):
    """Colleagues by name."""

    q = Search(help="Text inside the name, whatever its case")

    class Meta:
        model = Person
        fields: list[str] = []

    def search(self, queryset: QuerySet[Person], name: str, value: str) -> QuerySet[Person]:
        """Somewhere in the name, or in what an address begins with where there is none."""
        return queryset.filter(Q(name__icontains=value) | Q(name="", email__istartswith=value.partition("@")[0]))
