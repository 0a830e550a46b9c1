"""Grades and times, as programs read and write them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from vivavoce.core.serializers import ResourceSerializer, StrictSerializer
from vivavoce.openings.rules import CLOCK_TOLERANCE
from vivavoce.practice import memory_rules as rules
from vivavoce.questions.models import Question

WORDS = {number: word for word, number in rules.GRADES.items()}
CHOICES = [(word, word.capitalize()) for word in rules.GRADES]


class GradeField(serializers.ChoiceField):
    """again, hard, good or easy; a number in the database."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=CHOICES, **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        """The number."""
        return rules.GRADES[super().to_internal_value(data)]

    def to_representation(self, value: Any) -> str:
        """The word."""
        return WORDS[value]


@extend_schema_field({"anyOf": [{"type": "string", "enum": list(rules.GRADES)}, {"type": "null"}]})
class OptionalGradeField(GradeField):
    """A grade or null; spectacular's named enumerations leave the null out."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "allow_null": True, **kwargs})


EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
"""Where a device counts from that has lost the time; no calendar breaks on the days after it."""


def is_a_time(value: datetime) -> None:
    """Refuse a time before any device's."""
    if value < EARLIEST:
        raise serializers.ValidationError("A review cannot lie before 1970.", "out_of_range")


def has_happened(value: datetime) -> None:
    """Refuse a time ahead, with room for clocks that run fast."""
    if value > timezone.now() + CLOCK_TOLERANCE:
        raise serializers.ValidationError("A review cannot lie in the future.", "out_of_range")


class GradedSerializer(StrictSerializer):
    """One grade, and when it was given by the clock of a guest's device."""

    grade = GradeField()
    reviewed_at = serializers.DateTimeField(
        validators=[is_a_time], help_text="RFC 3339 with an offset; a time ahead of ours counts as now."
    )


class NextTimesSerializer(serializers.Serializer[Any]):
    """When the question returns, by the grade that is given now."""

    again = serializers.DateTimeField()
    hard = serializers.DateTimeField()
    good = serializers.DateTimeField()
    easy = serializers.DateTimeField()


class GradeCountsSerializer(serializers.Serializer[Any]):
    """How often each grade was given."""

    again = serializers.IntegerField()
    hard = serializers.IntegerField()
    good = serializers.IntegerField()
    easy = serializers.IntegerField()


class PractisedQuestionSerializer(ResourceSerializer[Question]):
    """A question in few words."""

    name = serializers.CharField(source="current.prompt", read_only=True, help_text="The prompt.")

    class Meta:
        model = Question
        fields = ("id", "slug", "number", "name", "url")
        brief = fields
        expandable = ()
