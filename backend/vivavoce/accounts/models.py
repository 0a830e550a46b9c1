"""People, and the tokens that act for them."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, BaseUserManager, PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import Lower
from django.utils import timezone

from vivavoce.accounts import rules
from vivavoce.core.models import Counted, Resource


def validate_time_zone(value: str) -> None:
    """Refuse what the IANA database does not name."""
    if not rules.is_time_zone(value):
        raise ValidationError("Not an IANA time zone: write Europe/Lisbon or UTC.", code="invalid_time_zone")


class PersonManager(BaseUserManager["Person"]):
    """Makes people; the e-mail address is the name they sign in with."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> Person:
        """A person who can sign in; without a password nobody can sign in as them."""
        person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> Person:
        """A person who may use the admin, for ``manage.py createsuperuser``."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> Person:
        """Find by e-mail address, whatever its capitals."""
        return self.get(email=(username or "").strip().lower())

    def visible_to(self, person: Person | AnonymousUser) -> models.QuerySet[Person]:
        """Colleagues: whoever may assess for the team and sign in, for those who are one of them."""
        group = Person.groups.through.objects.filter(group__name=rules.INTERVIEWERS)
        seats = group.filter(person=OuterRef("pk"))
        mine = isinstance(person, Person) and group.filter(person=person)
        return self.filter(Exists(seats), Exists(mine), is_active=True) if mine is not False else self.none()


class Person(AbstractBaseUser, PermissionsMixin, Counted):
    """Somebody with an account: a candidate for themselves, and by group also an interviewer or an editor."""

    email = models.EmailField(unique=True, help_text="The name to sign in with, kept in lower case.")
    name = models.CharField(max_length=120, blank=True, help_text="How others see this person.")
    time_zone = models.CharField(
        max_length=64, default="UTC", validators=[validate_time_zone], help_text="IANA name: Europe/Lisbon."
    )
    preferences = models.JSONField(default=dict, blank=True, help_text="What the person chose for the site.")
    is_demo = models.BooleanField(default=False, help_text="Of the demo world; goes when that is erased.")
    is_staff = models.BooleanField(default=False, help_text="May open the admin.")
    is_active = models.BooleanField(default=True, help_text="May sign in.")

    objects: ClassVar[PersonManager] = PersonManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name_plural = "people"
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="person_email_is_lower_case")
        ]

    def __str__(self) -> str:
        """The name when there is one, else the address."""
        return self.name or self.email

    @classmethod
    def normalize_username(cls, username: str) -> str:
        """The address as it is kept; forms call this before they look for another of the same name."""
        return super().normalize_username(username).strip().lower()

    @property
    def known_as(self) -> str:
        """What others read: the name, or how the address begins; never the address."""
        return self.name or self.email.partition("@")[0]

    def get_full_name(self) -> str:
        """The whole name, as the admin and allauth ask for it."""
        return str(self)


def default_expiry() -> datetime:
    """When a token ends whose owner did not say."""
    return timezone.now() + rules.DEFAULT_LIFETIME


class TokenQuerySet(models.QuerySet["Token"]):
    """Reads of tokens."""

    def visible_to(self, person: Person | AnonymousUser) -> TokenQuerySet:
        """One's own that were not revoked; revoked ones stay in the table as a record and are never shown."""
        return self.filter(owner=person, revoked_at=None) if isinstance(person, Person) else self.none()

    def valid_at(self, moment: datetime) -> TokenQuerySet:
        """Those that may be used: neither revoked nor expired, of somebody who may sign in."""
        return self.filter(revoked_at=None, expires_at__gt=moment, owner__is_active=True)


class Token(Resource):
    """Lets a program act for its owner, within its scopes and until it expires. The secret itself is not kept."""

    owner = models.ForeignKey(Person, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80, help_text="What it is for, such as cli.")
    hint = models.CharField(max_length=12, editable=False, help_text="How its secret begins.")
    fingerprint = models.CharField(max_length=64, unique=True, editable=False, help_text="SHA-256 of the secret.")
    scopes = ArrayField(models.CharField(max_length=20, choices=[(s, s) for s in rules.SCOPES]))
    expires_at = models.DateTimeField(default=default_expiry)
    revoked_at = models.DateTimeField(null=True, editable=False)
    last_used_at = models.DateTimeField(null=True, editable=False, help_text="To the minute.")

    objects = TokenQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "id"]
        indexes = [models.Index(fields=["owner", "-created_at", "id"])]

    def __str__(self) -> str:
        """The name that its owner gave it."""
        return self.name

    def allows(self, scope: str) -> bool:
        """True when this token was given the scope."""
        return scope in self.scopes

    def note_use(self, now: datetime) -> None:
        """Remember the use, at most once a minute; without touching ``updated_at``, since nothing was changed."""
        if rules.last_use_is_due(self.last_used_at, now):
            Token.objects.filter(pk=self.pk).update(last_used_at=now)
