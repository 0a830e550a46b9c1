"""The first tables."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import vivavoce.accounts.models
import vivavoce.core.models
from vivavoce.core.operations import CountChanges


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "id",
                    models.UUIDField(
                        default=vivavoce.core.models.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "email",
                    models.EmailField(
                        help_text="The name to sign in with, kept in lower case.", max_length=254, unique=True
                    ),
                ),
                ("name", models.CharField(blank=True, help_text="How others see this person.", max_length=120)),
                (
                    "time_zone",
                    models.CharField(
                        default="UTC",
                        help_text="IANA name: Europe/Lisbon.",
                        max_length=64,
                        validators=[vivavoce.accounts.models.validate_time_zone],
                    ),
                ),
                (
                    "preferences",
                    models.JSONField(blank=True, default=dict, help_text="What the person chose for the site."),
                ),
                (
                    "is_demo",
                    models.BooleanField(default=False, help_text="Of the demo world; goes when that is erased."),
                ),
                ("is_staff", models.BooleanField(default=False, help_text="May open the admin.")),
                ("is_active", models.BooleanField(default=True, help_text="May sign in.")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "people",
            },
        ),
        migrations.CreateModel(
            name="Token",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vivavoce.core.models.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("name", models.CharField(help_text="What it is for, such as cli.", max_length=80)),
                ("hint", models.CharField(editable=False, help_text="How its secret begins.", max_length=12)),
                (
                    "fingerprint",
                    models.CharField(editable=False, help_text="SHA-256 of the secret.", max_length=64, unique=True),
                ),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("bank:read", "bank:read"),
                                ("me:read", "me:read"),
                                ("me:write", "me:write"),
                                ("tokens:read", "tokens:read"),
                                ("tokens:write", "tokens:write"),
                                ("openings:read", "openings:read"),
                                ("openings:write", "openings:write"),
                                ("interviews:read", "interviews:read"),
                                ("interviews:write", "interviews:write"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                ("expires_at", models.DateTimeField(default=vivavoce.accounts.models.default_expiry)),
                ("revoked_at", models.DateTimeField(editable=False, null=True)),
                ("last_used_at", models.DateTimeField(editable=False, help_text="To the minute.", null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tokens", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                name="person_email_is_lower_case",
            ),
        ),
        migrations.AddIndex(
            model_name="token",
            index=models.Index(fields=["owner", "-created_at", "id"], name="accounts_to_owner_i_a1f70c_idx"),
        ),
        CountChanges("accounts", "Person"),
    ]
