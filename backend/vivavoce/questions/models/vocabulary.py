"""What questions refer to: categories, topics, qualities, roles, and the steps of preparation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from vivavoce.core.models import Resource
from vivavoce.packs.models import Pack

if TYPE_CHECKING:
    from vivavoce.questions.models.questions import Question


class Term(Resource):
    """A named thing that a pack defines once; identity is its slug.

    Packs share terms: two packs may use the same topic, and a term stays while one of them holds it.
    """

    slug = models.SlugField(max_length=80, unique=True)
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="+")
    retired = models.BooleanField(default=False)
    """No file defines it any more; what refers to it keeps its name."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.slug


class Category(Term):
    """One of the kinds of interview question."""

    name = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField()
    summary = models.TextField()
    what_to_expect = models.TextField()

    class Meta:
        ordering = ("position", "id")
        verbose_name_plural = "categories"


class Topic(Term):
    """A finer subject, inside or across categories."""

    name = models.CharField(max_length=80)

    class Meta:
        ordering = ("slug", "id")


class Quality(Term):
    """A trait that interviews look for, with the anchors of the one scale from 1 to 4."""

    name = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField()
    summary = models.TextField()
    signals = models.JSONField(default=list)
    """Sentences: what somebody does or says who has it."""
    anchors = models.JSONField(default=list)
    """Four of ``{score, text, signs[]}``; a rubric's version keeps its own copy."""

    class Meta:
        ordering = ("position", "id")
        verbose_name_plural = "qualities"


class Role(Term):
    """A job that people are interviewed for: the guide to its title, and the words of its adverts."""

    title = models.CharField(max_length=80)
    summary = models.TextField()
    summary_html = models.TextField()
    work = models.JSONField(default=list)
    ladder = models.JSONField(default=list)
    """``{level, title, summary, signs[]}`` from junior to lead."""
    titles = models.JSONField(default=list)
    """``{title, note}``: other names of the job in adverts."""
    keywords = models.JSONField(default=list)
    """``{term, aliases[], topic, quality, note}``; topic and quality are slugs or null."""

    class Meta:
        ordering = ("slug", "id")


class Step(Term):
    """One way to prepare, in the order in which to begin."""

    title = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField()
    why = models.TextField()
    minutes = models.PositiveIntegerField()
    """Time to plan for the first pass."""
    what_to_do = models.TextField()
    what_to_do_html = models.TextField()
    reading = models.JSONField(default=list)
    """``{title, url, locator, read_on}``."""

    class Meta:
        ordering = ("position", "id")

    @property
    def visible_questions(self) -> list[Question]:
        """What a view prefetched as ``shown_questions``: those that the caller may see, in their places."""
        links: list[StepQuestion] = getattr(self, "shown_questions", [])
        return [link.question for link in links]


class StepQuestion(models.Model):
    """A question that a step works through, in its place."""

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="step_questions")
    question = models.ForeignKey("questions.Question", on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=("step", "question"), name="a_step_has_a_question_once")]

    def __str__(self) -> str:
        return f"{self.step_id} {self.position}"
