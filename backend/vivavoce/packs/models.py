"""What was loaded from which pack, and the one number that rises with every change to the public bank."""

from __future__ import annotations

from django.db import models

from vivavoce.core.models import Resource


class Pack(Resource):
    """A folder of content for one role, as it was loaded last."""

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=120)
    summary = models.TextField()
    version = models.CharField(max_length=20)
    language = models.CharField(max_length=10)
    licence = models.CharField(max_length=60)
    """Of the prose."""
    code_licence = models.CharField(max_length=60)
    maintainers = models.JSONField(default=list)
    """Roles, never persons' names."""
    fingerprint = models.CharField(max_length=64, default="", editable=False)
    """Of every file and of the code that read it: the same fingerprint means that there is nothing to load."""

    class Meta:
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.slug


class PackEntry(models.Model):
    """One entry of a pack as it was loaded: enough to say what a load would create, update, retire or refuse."""

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=40)
    identity = models.CharField(max_length=80)
    label = models.CharField(max_length=80)
    version = models.PositiveIntegerField(default=0)
    """0 for kinds that have no versions."""
    digest = models.CharField(max_length=64)
    extra = models.CharField(max_length=64)
    """Digest of what may change at an unchanged version."""
    retired = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("pack", "kind", "identity"), name="one_entry_an_identity")]

    def __str__(self) -> str:
        return f"{self.kind} {self.identity}"


class BankRevision(models.Model):
    """The state of the public bank as one number; database triggers raise it once a transaction (``operations``)."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    raised_by = models.BigIntegerField(null=True, editable=False)
    """The database's number of the transaction that raised it last."""

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_bank_revision")]

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        """The revision now, one cheap query."""
        return cls.objects.values_list("number", flat=True).first() or 0
