"""The first tables."""

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import vivavoce.core.models
from vivavoce.core.operations import CountChanges


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Opening",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vivavoce.core.models.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("title", models.CharField(help_text="The job's title as the advert has it.", max_length=200)),
                ("organization", models.CharField(help_text="Who is hiring.", max_length=200)),
                ("industry", models.CharField(blank=True, max_length=100)),
                ("description", models.TextField(blank=True, max_length=20000)),
                ("city", models.CharField(blank=True, max_length=100)),
                ("region", models.CharField(blank=True, max_length=100)),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        help_text="ISO 3166 code, such as NL.",
                        max_length=2,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z]{2}\\Z", "Write two capitals (ISO 3166), such as NL."
                            )
                        ],
                    ),
                ),
                (
                    "remote",
                    models.CharField(
                        choices=[("no", "On site"), ("hybrid", "Hybrid"), ("full", "Fully remote")],
                        default="no",
                        max_length=6,
                    ),
                ),
                (
                    "employment_type",
                    models.CharField(
                        choices=[
                            ("full_time", "Full time"),
                            ("part_time", "Part time"),
                            ("contractor", "Contractor"),
                            ("temporary", "Temporary"),
                            ("intern", "Intern"),
                            ("other", "Other"),
                        ],
                        default="full_time",
                        max_length=10,
                    ),
                ),
                (
                    "salary_min",
                    models.PositiveIntegerField(blank=True, help_text="Lower end, in whole units.", null=True),
                ),
                (
                    "salary_max",
                    models.PositiveIntegerField(blank=True, help_text="Upper end, in whole units.", null=True),
                ),
                (
                    "salary_currency",
                    models.CharField(
                        default="EUR",
                        help_text="ISO 4217 code, such as EUR.",
                        max_length=3,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z]{3}\\Z", "Write three capitals (ISO 4217), such as EUR."
                            )
                        ],
                    ),
                ),
                (
                    "salary_period",
                    models.CharField(
                        choices=[
                            ("year", "Year"),
                            ("month", "Month"),
                            ("week", "Week"),
                            ("day", "Day"),
                            ("hour", "Hour"),
                        ],
                        default="year",
                        max_length=5,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[("junior", "Junior"), ("mid", "Mid"), ("senior", "Senior"), ("lead", "Lead")],
                        max_length=6,
                    ),
                ),
                ("posting_url", models.URLField(blank=True, help_text="Where the advert stands.", max_length=500)),
                ("posted_on", models.DateField(blank=True, null=True)),
                ("valid_through", models.DateField(blank=True, help_text="Last day to apply.", null=True)),
                (
                    "skills",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=50
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="openings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Application",
            fields=[
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
                    "side",
                    models.CharField(
                        choices=[("candidate", "Candidate"), ("hiring", "Hiring")], default="candidate", max_length=9
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("saved", "Saved"),
                            ("applied", "Applied"),
                            ("screening", "Screening"),
                            ("interviewing", "Interviewing"),
                            ("offer", "Offer"),
                            ("accepted", "Accepted"),
                            ("rejected", "Rejected"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="saved",
                        max_length=12,
                    ),
                ),
                ("stage_label", models.CharField(blank=True, help_text="One's own name for the stage.", max_length=60)),
                ("next_action", models.CharField(blank=True, max_length=200)),
                ("next_action_on", models.DateField(blank=True, null=True)),
                ("contacts", models.JSONField(blank=True, default=list, help_text="People: name, role, email, phone.")),
                ("notes", models.TextField(blank=True, max_length=20000)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="applications",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "opening",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="applications", to="openings.opening"
                    ),
                ),
            ],
            options={
                "ordering": ["-updated_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="StageChange",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vivavoce.core.models.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "from_stage",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("saved", "Saved"),
                            ("applied", "Applied"),
                            ("screening", "Screening"),
                            ("interviewing", "Interviewing"),
                            ("offer", "Offer"),
                            ("accepted", "Accepted"),
                            ("rejected", "Rejected"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "to_stage",
                    models.CharField(
                        choices=[
                            ("saved", "Saved"),
                            ("applied", "Applied"),
                            ("screening", "Screening"),
                            ("interviewing", "Interviewing"),
                            ("offer", "Offer"),
                            ("accepted", "Accepted"),
                            ("rejected", "Rejected"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=12,
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=60)),
                ("at", models.DateTimeField(help_text="When it happened, which may be before it was written down.")),
                ("note", models.TextField(blank=True, max_length=2000)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="history", to="openings.application"
                    ),
                ),
            ],
            options={
                "ordering": ["at", "id"],
            },
        ),
        migrations.AddIndex(
            model_name="opening",
            index=models.Index(fields=["owner", "-created_at", "id"], name="openings_op_owner_i_6cc8ac_idx"),
        ),
        migrations.AddConstraint(
            model_name="opening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("salary_min__isnull", True),
                    ("salary_max__isnull", True),
                    ("salary_min__lte", models.F("salary_max")),
                    _connector="OR",
                ),
                name="opening_salary_range_is_in_order",
                violation_error_message="The lower end of the salary is above its upper end.",
            ),
        ),
        migrations.AddConstraint(
            model_name="opening",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("posted_on__isnull", True),
                    ("valid_through__isnull", True),
                    ("posted_on__lte", models.F("valid_through")),
                    _connector="OR",
                ),
                name="opening_closes_after_it_was_posted",
                violation_error_message="The last day to apply is before the day it was posted.",
            ),
        ),
        migrations.AddIndex(
            model_name="application",
            index=models.Index(fields=["owner", "-updated_at", "id"], name="openings_ap_owner_i_480bd3_idx"),
        ),
        migrations.AddIndex(
            model_name="application",
            index=models.Index(fields=["owner", "stage"], name="openings_ap_owner_i_df0e22_idx"),
        ),
        CountChanges("openings", "Opening"),
        CountChanges("openings", "Application"),
    ]
