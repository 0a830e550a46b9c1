"""How the day looks to programs."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from vivavoce.core.serializers import RelatedObject, StrictSerializer
from vivavoce.interviews.serializers.interviews import InterviewSerializer
from vivavoce.practice.serializers.grades import PractisedQuestionSerializer
from vivavoce.practice.serializers.sessions import REASONS
from vivavoce.questions.serializers import QualitySerializer, StepSerializer

RECALL = "0 to 1, the mean over all questions, those never seen as not known; null when none was seen."


class EvidenceLineSerializer(serializers.Serializer[Any]):
    """How strong the evidence is that a question gives of a quality."""

    quality = RelatedObject(QualitySerializer)
    strength = serializers.IntegerField()


class DueItemSerializer(serializers.Serializer[Any]):
    """A question that returns today."""

    question = RelatedObject(PractisedQuestionSerializer)
    due_at = serializers.DateTimeField()
    days_late = serializers.IntegerField()
    why = serializers.ChoiceField(choices=REASONS)
    evidence = EvidenceLineSerializer(many=True)


class DueSerializer(serializers.Serializer[Any]):
    """What returns today; ``items`` are the first of them."""

    count = serializers.IntegerField()
    minutes = serializers.IntegerField(help_text="Of all of them.")
    items = DueItemSerializer(many=True)


class LaterInterviewSerializer(serializers.Serializer[Any]):
    """An interview after the next one."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    url = serializers.SerializerMethodField()
    starts_at = serializers.DateTimeField()

    def get_url(self, interview: Any) -> str:
        """Its path."""
        return str(InterviewSerializer().fields["url"].to_representation(interview))


class NextInterviewSerializer(serializers.Serializer[Any]):
    """The interview that practice leads to."""

    interview = RelatedObject(InterviewSerializer)
    organization = serializers.CharField()
    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()
    time_zone = serializers.CharField()
    place = serializers.CharField(allow_blank=True)
    days = serializers.IntegerField(help_text="Midnights until then, where the person is.")
    asks = serializers.ListField(child=serializers.CharField(), help_text="What the advert asks for.")
    to_ask = serializers.ListField(child=serializers.CharField(), help_text="Questions of one's own.")
    stage = serializers.CharField(allow_null=True, help_text="Of the application, where there is one.")
    after = LaterInterviewSerializer(many=True)


class PlanDaySerializer(serializers.Serializer[Any]):
    """One day of the plan."""

    date = serializers.DateField()
    questions = RelatedObject(PractisedQuestionSerializer, many=True)
    minutes = serializers.IntegerField()
    interview = RelatedObject(InterviewSerializer, allow_null=True)


class PlanSerializer(serializers.Serializer[Any]):
    """What to practise on which day."""

    on = serializers.DateField(allow_null=True, help_text="The day of the next interview.")
    minutes_a_day = serializers.IntegerField()
    days = PlanDaySerializer(many=True)


class QualityReadinessSerializer(serializers.Serializer[Any]):
    """Recall of the questions that give evidence of one quality."""

    quality = RelatedObject(QualitySerializer)
    now = serializers.FloatField(allow_null=True, help_text=RECALL)
    four_weeks_ago = serializers.FloatField(allow_null=True, help_text=RECALL)
    on_the_day = serializers.FloatField(allow_null=True, help_text="The same, by the plan; null without a date.")
    seen = serializers.IntegerField()
    questions = serializers.IntegerField()


class RecallByMinutesSerializer(serializers.Serializer[Any]):
    """What so many minutes a day lead to."""

    minutes = serializers.IntegerField()
    recall = serializers.FloatField(help_text="On the day; without one in four weeks.")


class ReadinessSerializer(serializers.Serializer[Any]):
    """Recall to expect on the day of the next interview."""

    on = serializers.DateField(allow_null=True)
    qualities = QualityReadinessSerializer(many=True)
    by_minutes = RecallByMinutesSerializer(many=True)


class WeakSpotSerializer(serializers.Serializer[Any]):
    """A question that was forgotten more than once."""

    question = RelatedObject(PractisedQuestionSerializer)
    lapses = serializers.IntegerField()
    quality = RelatedObject(QualitySerializer, allow_null=True)


class ActiveDaySerializer(serializers.Serializer[Any]):
    """How much was practised on one day."""

    date = serializers.DateField()
    reviews = serializers.IntegerField()


class ActivitySerializer(serializers.Serializer[Any]):
    """Eighteen weeks of practice."""

    days = ActiveDaySerializer(many=True)
    streak = serializers.IntegerField(help_text="Days in a row; today breaks nothing before it is over.")


class MarkedStepSerializer(serializers.Serializer[Any]):
    """A way to prepare, and when it was done."""

    step = RelatedObject(StepSerializer)
    done_at = serializers.DateTimeField(allow_null=True)


class TickSerializer(StrictSerializer):
    """Whether it is done."""

    done = serializers.BooleanField()


TICK = {  # a PATCH whose one member is required; the generator would make it optional
    "type": "object",
    "properties": {"done": {"type": "boolean"}},
    "required": ["done"],
    "additionalProperties": False,
}


class TodaySerializer(serializers.Serializer[Any]):
    """What to do in the next half hour."""

    date = serializers.DateField(help_text="Today, where the person is.")
    time_zone = serializers.CharField()
    headline = serializers.CharField()
    due = DueSerializer()
    next_interview = NextInterviewSerializer(allow_null=True)
    plan = PlanSerializer()
    readiness = ReadinessSerializer()
    weak_spots = WeakSpotSerializer(many=True)
    activity = ActivitySerializer()
    steps = MarkedStepSerializer(many=True)
