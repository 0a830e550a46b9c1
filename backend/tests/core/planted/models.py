"""Things on shelves: enough relations for every test of core."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from vivavoce.core.models import Counted, Resource


class State(models.TextChoices):
    """How far a thing is."""

    NEW = "new"
    USED = "used"
    WORN = "worn"


class Shelf(Resource):
    """Where a thing stands."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=50)

    objects: ClassVar[models.Manager[Shelf]] = models.Manager()

    class Meta(Resource.Meta):
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name


class Mark(Resource):
    """What can be said of many things."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=50)

    objects: ClassVar[models.Manager[Mark]] = models.Manager()

    def __str__(self) -> str:
        return self.name


class ThingQuerySet(models.QuerySet["Thing"]):
    """Things, by who may see them."""

    def visible_to(self, person: object) -> ThingQuerySet:
        """A person's own things."""
        return self.filter(owner_id=getattr(person, "pk", None)).exclude(owner=None)


class Thing(Counted):
    """Something that one person owns."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True)
    name = models.CharField(max_length=50)
    size = models.IntegerField(default=1)
    state = models.CharField(max_length=10, choices=State.choices, default=State.NEW)
    bought_at = models.DateTimeField(null=True, blank=True)
    shelf = models.ForeignKey(Shelf, on_delete=models.PROTECT)
    marks = models.ManyToManyField(Mark, blank=True)

    objects = ThingQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name
