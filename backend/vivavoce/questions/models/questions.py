"""Questions, their immutable versions and the example answers of each version."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from vivavoce.accounts.models import Person
from vivavoce.core.models import Resource
from vivavoce.packs.models import Pack
from vivavoce.questions.models.choices import Audience, Format, Kind, Level, Status, rank
from vivavoce.questions.models.exercises import Exercise
from vivavoce.questions.models.vocabulary import Category, Quality, Role, Topic
from vivavoce.questions.visibility import Sight, sight_of


class QuestionQuerySet(models.QuerySet["Question"]):
    """Every list of questions begins with ``visible_to``."""

    def visible_to(self, person: Person | AnonymousUser | None) -> QuestionQuerySet:
        """Published public questions for everyone; hiring ones for interviewers, drafts for editors."""
        return self.filter(visible(sight_of(person)))


def visible(sight: Sight, prefix: str = "") -> Q:
    """The condition on a question (or on what ``prefix`` leads from) that ``visible_to`` means."""
    condition = Q(**{f"{prefix}current__isnull": False})
    if not sight.drafts:
        condition &= Q(**{f"{prefix}status": Status.PUBLISHED})
    if not sight.hiring:
        condition &= Q(**{f"{prefix}current__audience": Audience.PUBLIC})
    return condition


class Question(Resource):
    """Something that is asked, permanent over its versions; ``id`` is the ``uid`` of its file."""

    number = models.PositiveIntegerField(unique=True)
    """Short, for people to quote; unique across packs."""
    slug = models.SlugField(max_length=80, unique=True)
    aliases = models.JSONField(default=list)
    """Slugs that it had before; they still lead to it."""
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="questions")
    status = models.CharField(max_length=10, choices=Status.choices)
    """Of ``current``; a draft of a next version does not hide what is published."""
    current = models.ForeignKey("questions.QuestionVersion", on_delete=models.RESTRICT, null=True, related_name="+")
    """The newest published version; before the first, the newest."""
    checked_on = models.JSONField(default=list)
    """``{package, version, database, on}``: where every sample of ``current`` ran."""
    exercise = models.OneToOneField(Exercise, on_delete=models.SET_NULL, null=True, related_name="question")

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ("number",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(slug__regex=r"^[0-9]+$"), name="question_slug_is_no_number", violation_error_code="slug"
            ),
        ]
        indexes = [
            models.Index(fields=("status", "number"), name="question_status_number"),
            GinIndex(fields=("aliases",), name="question_aliases", opclasses=("jsonb_path_ops",)),
        ]

    def __str__(self) -> str:
        return self.slug


class QuestionVersionQuerySet(models.QuerySet["QuestionVersion"]):
    """Versions are seen with the same eyes as their questions."""

    def visible_to(self, person: Person | AnonymousUser | None) -> QuestionVersionQuerySet:
        """A version is visible when its question is, and it is published and of an audience that one may read."""
        sight = sight_of(person)
        condition = visible(sight, "question__")
        if not sight.drafts:
            condition &= Q(status=Status.PUBLISHED)
        if not sight.hiring:
            condition &= Q(audience=Audience.PUBLIC)
        return self.filter(condition)


class QuestionVersion(Resource):
    """The text of a question as it was published: it never changes, because people were asked exactly this."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=Status.choices)
    audience = models.CharField(max_length=10, choices=Audience.choices)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    format = models.CharField(max_length=15, choices=Format.choices)
    prompt = models.TextField()
    material = models.TextField(blank=True, default="", db_default="")
    """Code, a log or a table that is read with the prompt."""
    material_html = models.TextField(blank=True, default="", db_default="")
    assesses = models.TextField()
    assesses_html = models.TextField()
    guidance = models.TextField()
    guidance_html = models.TextField()
    common_mistakes = models.TextField()
    common_mistakes_html = models.TextField()
    key_points = models.JSONField(default=list)
    """``{id, text, crucial, match, since}``."""
    red_flags = models.JSONField(default=list)
    """``{id, text, pattern, why}``."""
    probes = models.JSONField(default=list)
    level = models.CharField(max_length=10, choices=Level.choices)
    level_order = models.GeneratedField(
        expression=rank(Level, "level"), output_field=models.PositiveSmallIntegerField(), db_persist=True
    )
    minutes = models.PositiveSmallIntegerField()
    importance = models.PositiveSmallIntegerField()
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="versions")
    topics = models.ManyToManyField(Topic, related_name="versions")
    roles = models.ManyToManyField(Role, related_name="versions")
    qualities = models.ManyToManyField(Quality, through="questions.QuestionQuality", related_name="versions")
    applies_to = models.JSONField(default=dict)
    """Package to range of versions: ``{"django": ">=5.2"}``."""
    sources = models.JSONField(default=list)
    """``{title, url, locator, read_on}``."""

    objects = QuestionVersionQuerySet.as_manager()

    class Meta:
        ordering = ("question", "-version")
        constraints = [
            models.UniqueConstraint(fields=("question", "version"), name="one_text_a_version"),
            models.CheckConstraint(condition=Q(version__gte=1), name="versions_begin_at_one"),
            models.CheckConstraint(condition=Q(minutes__range=(1, 120)), name="question_minutes_1_to_120"),
            models.CheckConstraint(condition=Q(importance__range=(1, 3)), name="question_importance_1_to_3"),
        ]

    def __str__(self) -> str:
        return f"{self.question_id} v{self.version}"


class QuestionQuality(models.Model):
    """How strong the evidence is that a question gives of a quality, 1 to 3."""

    version = models.ForeignKey(QuestionVersion, on_delete=models.CASCADE, related_name="evidence")
    quality = models.ForeignKey(Quality, on_delete=models.PROTECT, related_name="evidence")
    strength = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("-strength", "quality__position", "id")
        constraints = [
            models.UniqueConstraint(fields=("version", "quality"), name="a_version_has_a_quality_once"),
            models.CheckConstraint(condition=Q(strength__range=(1, 3)), name="evidence_strength_1_to_3"),
        ]

    def __str__(self) -> str:
        return f"{self.quality_id} {self.strength}"


class AnswerQuerySet(models.QuerySet["Answer"]):
    """Answers are seen with the eyes that see their question."""

    def visible_to(self, person: Person | AnonymousUser | None) -> AnswerQuerySet:
        """Answers of the current version of every visible question."""
        condition = visible(sight_of(person), "version__question__")
        return self.filter(condition, version__question__current=models.F("version"))


class Answer(Resource):
    """An example answer at one score: what somebody would say, and why it has that score."""

    version = models.ForeignKey(QuestionVersion, on_delete=models.CASCADE, related_name="answers")
    score = models.PositiveSmallIntegerField()
    body = models.TextField()
    """Markdown, without the samples."""
    body_html = models.TextField()
    why_this_score = models.TextField()
    why_this_score_html = models.TextField()
    samples = models.JSONField(default=list)
    """``{language, code, run}``; ``run`` says that the code is executed by ``pack test``."""
    samples_html = models.JSONField(default=list)
    """The same samples, highlighted."""

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ("version", "score")
        constraints = [
            models.UniqueConstraint(fields=("version", "score"), name="one_answer_a_score"),
            models.CheckConstraint(condition=Q(score__range=(1, 4)), name="answer_score_1_to_4"),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} at {self.score}"
