"""People: who signs in, and where on earth they are."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from uuid6 import uuid7

from vivavoce.accounts import rules


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


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody with an account: a candidate for themselves, and by group also an interviewer or an editor."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
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
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="person_email_is_lower_case"
            )
        ]

    def __str__(self) -> str:
        """The name when there is one, else the address."""
        return self.name or self.email

    def get_full_name(self) -> str:
        """The whole name, as the admin and allauth ask for it."""
        return str(self)
