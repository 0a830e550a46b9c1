"""How attempts look to programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from vivavoce.core.hints import Hint
from vivavoce.core.serializers import AddressField, ResourceSerializer, StrictSerializer
from vivavoce.openings.fields import OptionalChoice
from vivavoce.practice.grading_rules import GRADES, STATES
from vivavoce.practice.models import Attempt
from vivavoce.practice.serializers.mentions import QuestionMention
from vivavoce.practice.services.attempts import NOT_AN_ID
from vivavoce.questions.models import QuestionVersion

MAX_SECONDS = 24 * 3600


class MarkedPointSerializer(serializers.Serializer[Any]):
    """A key point, and whether its wording was found."""

    id = serializers.CharField()
    text = serializers.CharField()
    crucial = serializers.BooleanField()
    state = serializers.ChoiceField(choices=STATES)
    sentence = serializers.CharField(allow_null=True, help_text="The sentences that hold the wording.")


class SpokenFlagSerializer(serializers.Serializer[Any]):
    """A red flag whose wording was found."""

    id = serializers.CharField()
    text = serializers.CharField()
    why = serializers.CharField(help_text="What is true")
    sentence = serializers.CharField(help_text="Where it was said.")


class SelfScoreSerializer(StrictSerializer):
    """One's own score on the anchors of a quality."""

    quality = serializers.CharField(max_length=80, help_text="Slug of a quality of the question")
    score = serializers.IntegerField(min_value=1, max_value=4)


MOST_OVERRULES = 100


@extend_schema_field({"type": "object", "additionalProperties": {"type": "boolean"}, "maxProperties": MOST_OVERRULES})
class OverrulesField(serializers.JSONField):
    """Key point or red flag -> true (it was said) or false (it was not)."""

    def to_internal_value(self, data: Any) -> dict[str, bool]:
        """The object, when it holds nothing else."""
        if not isinstance(data, dict) or not all(isinstance(value, bool) for value in data.values()):
            raise serializers.ValidationError("This must be an object of true and false.", "wrong_type")
        if len(data) > MOST_OVERRULES:
            raise serializers.ValidationError(f"At most {MOST_OVERRULES} members.", "max_length")
        return data


def overrule_faults(version: QuestionVersion, overrules: Iterable[str]) -> list[serializers.ErrorDetail]:
    """Ids that the version does not have."""
    known = [one["id"] for one in (*version.key_points, *version.red_flags)]
    return [
        serializers.ErrorDetail(
            f'"{name}" is no key point or red flag of this question.', Hint("not_found", word=name, allowed=known)
        )
        for name in overrules
        if name not in known
    ]


def score_faults(qualities: list[str], scores: list[dict[str, Any]]) -> list[serializers.ErrorDetail]:
    """Qualities that the question gives no evidence of, or that are scored twice."""
    given = [one["quality"] for one in scores]
    faults = [
        serializers.ErrorDetail(
            f'"{slug}" is no quality of this question.', Hint("not_found", word=slug, allowed=qualities)
        )
        for slug in given
        if slug not in qualities
    ]
    twice = len(given) != len(set(given))
    return [*faults, *([serializers.ErrorDetail("Score each quality once.", "not_unique")] if twice else [])]


def own_scores() -> Any:
    """The member ``self_scores``, wherever it is written."""
    return SelfScoreSerializer(many=True, required=False, max_length=20)  # type: ignore[call-arg]  # the list's


def own_score() -> Any:
    """The member ``self_score``, wherever it is written."""
    about = "The example answer that it is closest to."
    return serializers.IntegerField(min_value=1, max_value=4, required=False, allow_null=True, help_text=about)


class AttemptSerializer(ResourceSerializer[Attempt]):
    """One's own answer to a question. What was found in it is wording, and a guide, not a grade."""

    id = serializers.UUIDField(
        source="key", required=False, error_messages={"invalid": NOT_AN_ID}, help_text="Chosen by the caller."
    )
    url = AddressField(lookup="key")
    question = QuestionMention(source="question_version")
    version = serializers.IntegerField(source="question_version.version", read_only=True)
    seconds = serializers.IntegerField(min_value=0, max_value=MAX_SECONDS, required=False, help_text="How long it took")
    advisory = serializers.SerializerMethodField()
    found = serializers.SerializerMethodField()
    flags = serializers.SerializerMethodField()
    overrules = OverrulesField(required=False, help_text="Where the person saw it otherwise; it counts.")
    self_scores = own_scores()
    self_score = own_score()
    suggested_grade = OptionalChoice(
        GRADES,
        read_only=True,
        help_text="What the marks, as the person left them, suggest; null: nothing.",
    )

    class Meta:
        model = Attempt
        fields = (
            "id", "url", "question", "version", "state", "body", "spoken", "seconds", "committed_at", "revealed_at",
            "graded_at", "advisory", "found", "flags", "overrules", "self_scores", "self_score", "reflection",
            "suggested_grade", "created_at", "updated_at",
        )  # fmt: skip
        read_only_fields = ("state", "committed_at", "revealed_at", "graded_at")
        extra_kwargs = {"body": {"trim_whitespace": False}}
        expandable = ()

    def get_advisory(self, attempt: Attempt) -> Literal[True]:
        """What was found is advice."""
        return True

    @extend_schema_field(MarkedPointSerializer(many=True))
    def get_found(self, attempt: Attempt) -> list[dict[str, Any]]:
        """Of each key point whether its wording was found; empty until the commit."""
        points = {point["id"]: point for point in attempt.question_version.key_points}
        return [{**_of(points[one["id"]], "id", "text", "crucial"), **one} for one in attempt.found]

    @extend_schema_field(SpokenFlagSerializer(many=True))
    def get_flags(self, attempt: Attempt) -> list[dict[str, Any]]:
        """The red flags whose wording was found; empty until the commit."""
        flags = {flag["id"]: flag for flag in attempt.question_version.red_flags}
        return [{**_of(flags[one["id"]], "id", "text", "why"), **one} for one in attempt.flags]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A change names neither id nor question; marks and scores name what the question has."""
        if self.instance is None:
            late = sorted({"overrules", "self_scores", "self_score", "reflection"} & attrs.keys())
            wrong: dict[str, Any] = {name: [_error("Commit the answer first.", "too_early")] for name in late}
        else:
            fixed = {"key": "id", "question_version": "question"}
            wrong = {
                fixed[name]: [_error("This member cannot be changed.", "read_only")] for name in fixed if name in attrs
            }
            wrong |= judgement_faults(self.instance.question_version, attrs)
        if wrong:
            raise serializers.ValidationError(wrong)
        return attrs


def judgement_faults(version: QuestionVersion, attrs: dict[str, Any]) -> dict[str, Any]:
    """What is wrong with overrules and own scores, by member."""
    wrong: dict[str, Any] = {}
    if faults := overrule_faults(version, attrs.get("overrules", ())):
        wrong["overrules"] = faults
    if attrs.get("self_scores"):
        qualities = list(version.qualities.values_list("slug", flat=True))
        if faults := score_faults(qualities, attrs["self_scores"]):
            wrong["self_scores"] = faults
    return wrong


class GradeAttemptSerializer(StrictSerializer):
    """One's own scores, beside the example answers."""

    self_scores = own_scores()
    self_score = own_score()


def checked_scores(attempt: Attempt, scores: dict[str, Any]) -> dict[str, Any]:
    """The scores, when the question has such qualities."""
    if wrong := judgement_faults(attempt.question_version, scores):
        raise serializers.ValidationError(wrong)
    return scores


class StepSerializer(StrictSerializer):
    """A step that needs no words."""


def _of(item: dict[str, Any], *members: str) -> dict[str, Any]:
    return {name: item[name] for name in members}


def _error(text: str, code: str) -> serializers.ErrorDetail:
    return serializers.ErrorDetail(text, code)
