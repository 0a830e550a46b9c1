"""What interviews can be filtered by."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from vivavoce.core.filters import (
    AnyOf,
    AnyOfId,
    AnyOfSlug,
    AnyOfText,
    DateTimeRange,
    Flag,
    Range,
    ResourceFilterSet,
    Search,
)
from vivavoce.interviews import rules
from vivavoce.interviews.models import Interview, Participant, Round, Side
from vivavoce.openings import rules as opening_rules
from vivavoce.questions.filters import questions


class InterviewFilterSet(ResourceFilterSet):
    """Interviews by when, with whom, and what became of them."""

    q = Search(help="Every word must stand in title, organization, notes, place, opening, or somebody's name")
    purpose = AnyOf("purpose", choices=list(rules.PURPOSES.items()))
    state = AnyOf("state", choices=list(rules.STATES.items()))
    kit = AnyOfText("kit__slug", help="By any version of these kits")
    starts_at = DateTimeRange("starts_at", null=True, help="Beginning")
    minutes = Range("minutes", help="Planned length")
    round = AnyOf("round", choices=Round.choices)
    organization = AnyOfText("held_by")
    application = AnyOfId("application", help="Of any of these applications")
    opening = AnyOfId("application__opening", help="Of any of these openings")
    stage = AnyOf("application__stage", choices=list(opening_rules.STAGES.items()), help="Stage of the application")
    title = AnyOfText("title")
    time_zone = AnyOfText("time_zone", help="Any of these IANA names")
    no_show_by = AnyOf("no_show_by", choices=Side.choices, help="Who did not come")
    asked = AnyOfSlug(
        "retrospective__asked__question", queryset=questions, help="By one's notes any of these questions was asked"
    )
    has_retrospective = Flag("has_notes", help="True when there are notes on how it went")

    class Meta:
        model = Interview
        fields: list[str] = []

    def search(self, queryset: QuerySet[Interview], name: str, value: str) -> QuerySet[Interview]:
        """Every word somewhere, whatever its case."""
        places = ("title", "held_by", "notes", "place", "application__opening__title", "application__candidate_name")
        for word in value.split():
            somebody = Participant.objects.filter(interview=OuterRef("pk"), name__icontains=word)
            somewhere = Q(Exists(somebody))
            for place in places:
                somewhere |= Q((f"{place}__icontains", word))
            queryset = queryset.filter(somewhere)
        return queryset
