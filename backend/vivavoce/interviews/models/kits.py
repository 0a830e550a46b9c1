"""Kits: the plan of one interview, with its questions in order and the minutes of each."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef, Q

from vivavoce.accounts.models import Person
from vivavoce.core.models import Resource
from vivavoce.packs.models import Pack
from vivavoce.questions.models import Level, Quality, QuestionVersion, Role, Status
from vivavoce.questions.models.choices import rank
from vivavoce.questions.visibility import sight_of
from vivavoce.rubrics.models import Rubric


class KitPurpose(models.TextChoices):
    """What a kit is made for."""

    HIRING = "hiring", "Hiring"
    MOCK = "mock", "Mock"


class KitQuerySet(models.QuerySet["Kit"]):
    """Every list of kits begins with ``visible_to``."""

    def visible_to(self, person: Person | AnonymousUser | None) -> KitQuerySet:
        """Published versions for everyone, all for editors; without a question that one may not read."""
        kits = self if sight_of(person).drafts else self.filter(status=Status.PUBLISHED)
        readable = QuestionVersion.objects.visible_to(person)
        guarded = KitItem.objects.filter(kit=OuterRef("pk")).exclude(question_version__in=readable)
        return kits.exclude(Exists(guarded))

    def current(self) -> KitQuerySet:
        """One row a slug: the newest published version, or before there is one the newest."""
        return self.filter(is_current=True)


class Kit(Resource):
    """One version of a kit; its text never changes, because interviews were held by exactly this."""

    slug = models.SlugField(max_length=80)
    version = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=Status.choices)
    is_current = models.BooleanField(default=False)
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="kits")
    title = models.CharField(max_length=120)
    summary = models.TextField()
    purpose = models.CharField(max_length=6, choices=KitPurpose.choices)
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="kits")
    level = models.CharField(max_length=10, choices=Level.choices)
    level_order = models.GeneratedField(
        expression=rank(Level, "level"), output_field=models.PositiveSmallIntegerField(), db_persist=True
    )
    rubric = models.ForeignKey(Rubric, on_delete=models.PROTECT, related_name="kits")
    minutes = models.PositiveSmallIntegerField()
    focus = models.ManyToManyField(Quality, related_name="kits")
    """The qualities that it is meant to find out about."""
    opening_minutes = models.PositiveSmallIntegerField()
    opening_script = models.TextField()
    closing_minutes = models.PositiveSmallIntegerField()
    """The reserve for the candidate's own questions."""
    closing_script = models.TextField()

    objects = KitQuerySet.as_manager()

    class Meta:
        ordering = ("slug", "-version")
        constraints = [
            models.UniqueConstraint(fields=("slug", "version"), name="one_kit_a_version"),
            models.UniqueConstraint(
                fields=("slug",), condition=Q(is_current=True), name="one_current_version_of_a_kit"
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="kit_versions_begin_at_one"),
        ]

    def __str__(self) -> str:
        """Slug and version."""
        return f"{self.slug} v{self.version}"


class KitItem(Resource):
    """A question of a kit in exactly the version that was planned, with its minutes and follow-ups."""

    kit = models.ForeignKey(Kit, on_delete=models.CASCADE, related_name="items")
    question_version = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="kit_items")
    position = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    pause = models.PositiveSmallIntegerField(default=0, db_default=0)
    """Minutes of break before it."""
    part = models.CharField(max_length=60, blank=True, default="", db_default="")
    """What begins with it, in a kit of several parts."""
    required = models.BooleanField()
    probes = models.JSONField(default=list)
    """Follow-up questions, as they are spoken."""

    class Meta:
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=("kit", "position"), name="one_kit_item_a_position"),
            models.UniqueConstraint(fields=("kit", "question_version"), name="a_kit_asks_a_question_once"),
            models.CheckConstraint(condition=Q(minutes__gte=1), name="kit_item_minutes_at_least_1"),
        ]

    def __str__(self) -> str:
        """Its place in the kit."""
        return f"{self.kit_id} {self.position}"
