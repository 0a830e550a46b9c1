"""Rubrics: the qualities that an interview judges, with what weight, and what each score looks like."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from vivavoce.accounts.models import Person
from vivavoce.core.models import Resource
from vivavoce.packs.models import Pack
from vivavoce.questions.models import Level, Quality, Role, Status
from vivavoce.questions.models.choices import rank
from vivavoce.questions.visibility import sight_of


class RubricQuerySet(models.QuerySet["Rubric"]):
    """Every list of rubrics begins with ``visible_to``."""

    def visible_to(self, person: Person | AnonymousUser | None) -> RubricQuerySet:
        """Published versions for everyone, all for editors."""
        return self if sight_of(person).drafts else self.filter(status=Status.PUBLISHED)

    def current(self) -> RubricQuerySet:
        """One row a slug: the newest published version, or before there is one the newest."""
        return self.filter(is_current=True)


class Rubric(Resource):
    """One version of a rubric; its text never changes, because people were judged by exactly this."""

    slug = models.SlugField(max_length=80)
    version = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=Status.choices)
    is_current = models.BooleanField(default=False)
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="rubrics")
    title = models.CharField(max_length=120)
    summary = models.TextField()
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="rubrics")
    level = models.CharField(max_length=10, choices=Level.choices)
    level_order = models.GeneratedField(
        expression=rank(Level, "level"), output_field=models.PositiveSmallIntegerField(), db_persist=True
    )

    objects = RubricQuerySet.as_manager()

    class Meta:
        ordering = ("slug", "-version")
        constraints = [
            models.UniqueConstraint(fields=("slug", "version"), name="one_rubric_a_version"),
            models.UniqueConstraint(
                fields=("slug",), condition=Q(is_current=True), name="one_current_version_of_a_rubric"
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="rubric_versions_begin_at_one"),
        ]

    def __str__(self) -> str:
        return f"{self.slug} v{self.version}"


class Criterion(Resource):
    """A quality inside a rubric: its share of the whole, the score to aim for, and the anchors as they were then."""

    rubric = models.ForeignKey(Rubric, on_delete=models.CASCADE, related_name="criteria")
    quality = models.ForeignKey(Quality, on_delete=models.PROTECT, related_name="criteria")
    position = models.PositiveSmallIntegerField()
    weight = models.PositiveSmallIntegerField()
    """A share: two counts twice as much as one."""
    weight_reason = models.TextField(blank=True)
    target = models.PositiveSmallIntegerField()
    anchors = models.JSONField(default=list)
    """Four of ``{score, text, signs[]}``, copied from the quality when the version was loaded."""

    class Meta:
        ordering = ("position",)
        verbose_name_plural = "criteria"
        constraints = [
            models.UniqueConstraint(fields=("rubric", "quality"), name="a_rubric_has_a_quality_once"),
            models.CheckConstraint(condition=Q(weight__gte=1), name="criterion_weight_at_least_1"),
            models.CheckConstraint(condition=Q(target__range=(1, 4)), name="criterion_target_1_to_4"),
        ]

    def __str__(self) -> str:
        return f"{self.rubric_id} {self.position}"
