"""What a guest brings along at sign-up, checked as a whole: one wrong entry, and nothing is written."""

from __future__ import annotations

import uuid
from collections import Counter
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from rest_framework import serializers

from vivavoce.core.hints import Hint
from vivavoce.core.serializers import StrictSerializer
from vivavoce.practice.models import Attempt, AttemptState
from vivavoce.practice.serializers.attempts import (
    MAX_SECONDS,
    OverrulesField,
    overrule_faults,
    own_score,
    own_scores,
    score_faults,
)
from vivavoce.practice.serializers.grades import GradedSerializer, GradeField
from vivavoce.practice.services.attempts import NOT_AN_ID
from vivavoce.questions.models import Audience, Kind, Question, QuestionVersion, Status

MOST_ATTEMPTS = 200
MOST_REVIEWS = 1_000
PAST = (Status.PUBLISHED, Status.RETIRED)
STATES = [state.value for state in AttemptState]
TIMES = ("created_at", "committed_at", "revealed_at", "graded_at")
"""When each state began, in their order."""

Faults = dict[str, Any]


def an_id(**options: Any) -> Any:
    """An id that the browser chose."""
    return serializers.UUIDField(error_messages={"invalid": NOT_AN_ID}, **options)


def seconds() -> Any:
    """How long an answer took."""
    return serializers.IntegerField(min_value=0, max_value=MAX_SECONDS, required=False, default=0)


class ClaimedAttemptSerializer(StrictSerializer):
    """An attempt as the browser kept it. What was found in it is found again here."""

    id = an_id()
    question = serializers.CharField(max_length=80, help_text="Id or slug")
    version = serializers.IntegerField(
        min_value=1, required=False, help_text="That was answered; the newest if not said"
    )
    state = serializers.ChoiceField(choices=AttemptState.choices)
    body = serializers.CharField(max_length=20_000, allow_blank=True, required=False, default="", trim_whitespace=False)
    spoken = serializers.BooleanField(required=False, default=False)
    seconds = seconds()
    created_at = serializers.DateTimeField(required=False)
    committed_at = serializers.DateTimeField(required=False, allow_null=True)
    revealed_at = serializers.DateTimeField(required=False, allow_null=True)
    graded_at = serializers.DateTimeField(required=False, allow_null=True)
    overrules = OverrulesField(required=False)
    self_scores = own_scores()
    self_score = own_score()
    reflection = serializers.CharField(max_length=4_000, allow_blank=True, required=False, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Each step that was reached has its time, in their order; a draft is not judged. A time ahead is now."""
        reached = TIMES[1 : STATES.index(attrs["state"]) + 1]
        wrong = {name: "This state needs its time." for name in reached if not attrs.get(name)}
        wrong |= {name: "This state was not reached." for name in TIMES[1:] if name not in reached and attrs.get(name)}
        if attrs["state"] == AttemptState.DRAFTING:
            judged = ("overrules", "self_scores", "self_score", "reflection")
            wrong |= {name: "Commit the answer first." for name in judged if attrs.get(name)}
        times = [(name, attrs[name]) for name in TIMES if attrs.get(name)]
        for place, (name, time) in enumerate(times):
            if place and time < times[place - 1][1]:
                wrong[name] = "These times are out of order."
        if wrong:
            raise serializers.ValidationError({name: [_error(text, "out_of_order")] for name, text in wrong.items()})
        now = timezone.now()
        return attrs | {name: min(time, now) for name, time in times}


class ClaimedReviewSerializer(GradedSerializer):
    """A grade as the browser kept it."""

    id = an_id()
    question = serializers.CharField(max_length=80, help_text="Id or slug")
    suggested = GradeField(required=False, allow_null=True)
    attempt = an_id(required=False, allow_null=True, help_text="One of this claim, or one's own")
    seconds = seconds()


class ClaimSerializer(StrictSerializer):
    """All that a guest did. Entries that arrived before are known by their ids."""

    attempts = ClaimedAttemptSerializer(many=True, required=False, default=list, max_length=MOST_ATTEMPTS)  # type: ignore[call-arg]  # the list's
    reviews = ClaimedReviewSerializer(many=True, required=False, default=list, max_length=MOST_REVIEWS)  # type: ignore[call-arg]  # the list's

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Put versions and questions in the place of their names; every fault at once."""
        person = self.context["request"].user
        known = _versions(person, {entry["question"] for entry in [*attrs["attempts"], *attrs["reviews"]]})
        wrong: dict[str, dict[Any, Faults]] = {
            "attempts": _faulty(attrs["attempts"], lambda entry: _place(entry, known)),
            "reviews": _faulty(attrs["reviews"], lambda entry: _grade(entry, known)),
        }
        _ids(wrong["attempts"], attrs["attempts"])
        _ids(wrong["reviews"], attrs["reviews"])
        _answers(wrong["reviews"], attrs, person)
        found: Faults = {name: faults for name, faults in wrong.items() if faults}
        if found:
            raise serializers.ValidationError(found)
        _date(attrs["reviews"])
        return attrs


class TakenSerializer(serializers.Serializer[Any]):
    """How many entries were new, and how many had arrived before."""

    claimed = serializers.IntegerField()
    known = serializers.IntegerField()


class ClaimedSerializer(serializers.Serializer[Any]):
    """What became of a claim."""

    attempts = TakenSerializer()
    reviews = TakenSerializer()


Versions = dict[str, dict[int, QuestionVersion]]
"""Versions by their numbers, by every key that may name their question."""


def _versions(person: Any, keys: set[str]) -> Versions:
    """What could be answered: all that the person may read, and what everybody could before it was retired."""
    public = {"audience": Audience.PUBLIC, "status__in": PAST, "question__status__in": PAST}
    rows = QuestionVersion.objects.visible_to(person) | QuestionVersion.objects.filter(**public)
    named = Q(question__slug__in=keys) | Q(question__aliases__has_any_keys=list(keys))
    rows = rows.filter(named | Q(question__in=[*filter(None, map(_uuid, keys))])).order_by("version")
    found: Versions = {}
    for row in rows.select_related("question__current").prefetch_related("qualities"):
        question = row.question
        for key in {str(question.pk), question.slug, *question.aliases} & keys:
            found.setdefault(key, {})[row.version] = row
    return found


def _uuid(key: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(key)
    except ValueError:
        return None


def _faulty(entries: list[dict[str, Any]], check: Any) -> dict[int, Faults]:
    return {place: faults for place, entry in enumerate(entries) if (faults := check(entry))}


def _place(entry: dict[str, Any], known: Versions) -> Faults:
    """Name the version that was answered, and check the judgement against it."""
    versions = known.get(entry["question"])
    if versions is None:
        return _unknown(entry["question"])
    version = versions.get(entry.pop("version", max(versions)))
    if version is None:
        return {"version": [_error("The question has no such version.", "not_found")]}
    entry["question"] = version
    qualities = [quality.slug for quality in version.qualities.all()]
    wrong = {
        "overrules": overrule_faults(version, entry.get("overrules", ())),
        "self_scores": score_faults(qualities, entry.get("self_scores", [])),
    }
    return {name: faults for name, faults in wrong.items() if faults}


def _grade(entry: dict[str, Any], known: Versions) -> Faults:
    """Name the question that was graded: one that interviewers ask."""
    versions = known.get(entry["question"])
    if versions is None or versions[max(versions)].kind != Kind.INTERVIEW:
        return _unknown(entry["question"])
    entry["question"] = versions[max(versions)].question
    return {}


def _date(reviews: list[dict[str, Any]]) -> None:
    """Date what a fast clock puts ahead of ours at the moment of arrival; the order stays."""
    now = timezone.now()
    ahead = sorted((entry for entry in reviews if entry["reviewed_at"] > now), key=lambda one: one["reviewed_at"])
    for place, entry in enumerate(reversed(ahead)):
        entry["reviewed_at"] = now - place * timedelta.resolution


def _unknown(key: str) -> Faults:
    return {"question": [_error(f'"{key}" is not known.', Hint("not_found", word=key))]}


def _ids(wrong: dict[int, Faults], entries: list[dict[str, Any]]) -> None:
    """An id stands once; whose else it may be does not matter."""
    times = Counter(entry["id"] for entry in entries)
    for place, entry in enumerate(entries):
        if times[entry["id"]] > 1:
            wrong.setdefault(place, {})["id"] = [_error("This id stands twice.", "not_unique")]


def _answers(wrong: dict[int, Faults], attrs: dict[str, Any], person: Any) -> None:
    """A review's attempt is one's own, and answers the question that was graded."""
    asked = {entry["attempt"] for entry in attrs["reviews"] if entry.get("attempt")}
    mine = Attempt.objects.visible_to(person).filter(key__in=asked)
    answered = dict(mine.values_list("key", "question_version__question_id"))
    for entry in attrs["attempts"]:
        if isinstance(entry["question"], QuestionVersion):
            answered.setdefault(entry["id"], entry["question"].question_id)
    for place, entry in enumerate(attrs["reviews"]):
        question = entry["question"]
        if entry.get("attempt") and isinstance(question, Question) and answered.get(entry["attempt"]) != question.pk:
            wrong.setdefault(place, {})["attempt"] = [_error(NOT_AN_ID, "invalid")]


def _error(text: str, code: str) -> serializers.ErrorDetail:
    return serializers.ErrorDetail(text, code)
