"""The parts inside the bank's resources, stored as JSON and sent as they are; the classes describe them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from vivavoce.questions.models import Level


class SourceSerializer(serializers.Serializer[Any]):
    """Where a claim was read."""

    title = serializers.CharField()
    url = serializers.URLField()
    locator = serializers.CharField(required=False, help_text="Where on the page")
    read_on = serializers.DateField(required=False, help_text="The day somebody read it")


class KeyPointSerializer(serializers.Serializer[Any]):
    """Something that a good answer says."""

    id = serializers.CharField(help_text="kp and a number, stable inside a version")
    text = serializers.CharField()
    crucial = serializers.BooleanField(help_text="Without it an answer does not reach score 3")
    match = serializers.ListField(
        child=serializers.ListField(child=serializers.CharField()),
        help_text="Each group needs one of its wordings within two sentences",
    )
    since = serializers.DictField(child=serializers.CharField(), required=False, help_text="Package to first version")


class RedFlagSerializer(serializers.Serializer[Any]):
    """Something that a good answer does not say."""

    id = serializers.CharField(help_text="rf and a number, stable inside a version")
    text = serializers.CharField()
    pattern = serializers.CharField(help_text="Regular expression, held against one sentence, whatever its case")
    why = serializers.CharField(help_text="What is true")


class CheckSerializer(serializers.Serializer[Any]):
    """A version on which every code sample of the question ran."""

    package = serializers.CharField()
    version = serializers.CharField()
    database = serializers.CharField()
    on = serializers.DateField()


class SampleSerializer(serializers.Serializer[Any]):
    """Code that belongs to an answer."""

    language = serializers.CharField()
    code = serializers.CharField()
    code_html = serializers.CharField(help_text="Highlighted, with Pygments' short class names")
    run = serializers.BooleanField(help_text="True: the test suite executes it")


class AnchorSerializer(serializers.Serializer[Any]):
    """What a score looks like."""

    score = serializers.IntegerField(min_value=1, max_value=4)
    text = serializers.CharField()
    signs = serializers.ListField(child=serializers.CharField(), help_text="What one may observe")


class RungSerializer(serializers.Serializer[Any]):
    """One level of a role's ladder."""

    level = serializers.ChoiceField(choices=Level.choices)
    title = serializers.CharField()
    summary = serializers.CharField()
    signs = serializers.ListField(child=serializers.CharField())


class JobTitleSerializer(serializers.Serializer[Any]):
    """Another name of the job."""

    title = serializers.CharField()
    note = serializers.CharField()


class KeywordSerializer(serializers.Serializer[Any]):
    """A word of job adverts, and what it asks for."""

    term = serializers.CharField()
    aliases = serializers.ListField(child=serializers.CharField())
    topic = serializers.CharField(allow_null=True, help_text="Slug of the topic it stands for")
    quality = serializers.CharField(allow_null=True, help_text="Slug of the quality it asks for")
    note = serializers.CharField(allow_blank=True)


class MatchSerializer(serializers.Serializer[Any]):
    """Where a search found its words."""

    field = serializers.ChoiceField(choices=["prompt", "key_points", "answers"])
    text = serializers.CharField(help_text="Plain text: the prompt, or the line of the field with most of the words")
    spans = serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField(), min_length=2, max_length=2),
        help_text="Start and end in code points into text",
    )


class _Stored(serializers.Field[Any, Any, Any, Any]):
    """JSON that goes out as it was stored."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"read_only": True, **kwargs})

    def to_representation(self, value: Any) -> Any:
        """The value itself: it was checked when it was loaded."""
        return value


@extend_schema_field(SourceSerializer(many=True))
class SourcesField(_Stored):
    """A list of sources."""


@extend_schema_field(KeyPointSerializer(many=True))
class KeyPointsField(_Stored):
    """A list of key points."""


@extend_schema_field(RedFlagSerializer(many=True))
class RedFlagsField(_Stored):
    """A list of red flags."""


@extend_schema_field(CheckSerializer(many=True))
class ChecksField(_Stored):
    """A list of checked versions."""


@extend_schema_field(SampleSerializer(many=True))
class SamplesField(_Stored):
    """The samples of an answer with their highlighted form."""

    def to_representation(self, value: Any) -> Any:
        """Join what is stored apart: the code never changes, the highlighting may."""
        pairs = zip(value.samples, value.samples_html, strict=True)
        return [{"language": s["language"], "code": s["code"], "code_html": h, "run": s["run"]} for s, h in pairs]


@extend_schema_field(AnchorSerializer(many=True))
class AnchorsField(_Stored):
    """Four anchors."""


@extend_schema_field(RungSerializer(many=True))
class LadderField(_Stored):
    """A ladder."""


@extend_schema_field(JobTitleSerializer(many=True))
class JobTitlesField(_Stored):
    """A list of titles."""


@extend_schema_field(KeywordSerializer(many=True))
class KeywordsField(_Stored):
    """A list of keywords."""


@extend_schema_field(serializers.ListField(child=serializers.CharField()))
class TextsField(_Stored):
    """A list of texts."""


@extend_schema_field(serializers.DictField(child=serializers.CharField()))
class RangesField(_Stored):
    """Package to range of versions."""
