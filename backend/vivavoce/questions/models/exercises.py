"""Exercises as they are downloaded: made when the pack is loaded, so that a server needs no files of it."""

from __future__ import annotations

from django.db import models

from vivavoce.core.models import Resource
from vivavoce.packs.models import Pack


class Exercise(Resource):
    """A small pytest project; the question that it belongs to points here."""

    slug = models.SlugField(max_length=80, unique=True)
    """Of its question."""
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="exercises")
    archive = models.BinaryField()
    """The zip, byte for byte."""

    class Meta:
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.slug
