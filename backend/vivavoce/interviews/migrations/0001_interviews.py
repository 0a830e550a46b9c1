"""The first tables."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import vivavoce.accounts.models
import vivavoce.core.models
from vivavoce.core.operations import CountChanges


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("openings", "0001_openings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Interview",
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
                    "purpose",
                    models.CharField(
                        choices=[("tracked", "Tracked"), ("mock", "Mock"), ("hiring", "Hiring")],
                        default="tracked",
                        max_length=7,
                    ),
                ),
                (
                    "own_organization",
                    models.CharField(
                        blank=True, help_text="Who holds it, when no application says so.", max_length=200
                    ),
                ),
                (
                    "title",
                    models.CharField(blank=True, help_text="What to call it; else its round does.", max_length=200),
                ),
                (
                    "round",
                    models.CharField(
                        choices=[
                            ("screen", "First call"),
                            ("technical", "Technical"),
                            ("coding", "Live coding"),
                            ("system_design", "System design"),
                            ("behavioural", "Behavioural"),
                            ("take_home", "Take-home review"),
                            ("final", "Final"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=13,
                    ),
                ),
                ("starts_at", models.DateTimeField(blank=True, null=True)),
                (
                    "time_zone",
                    models.CharField(
                        help_text="IANA name.", max_length=64, validators=[vivavoce.accounts.models.validate_time_zone]
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        default=60,
                        help_text="Planned length.",
                        validators=[
                            django.core.validators.MinValueValidator(5),
                            django.core.validators.MaxValueValidator(720),
                        ],
                    ),
                ),
                ("place", models.CharField(blank=True, help_text="Where it is held, when in person.", max_length=200)),
                ("video_link", models.URLField(blank=True, max_length=500)),
                ("notes", models.TextField(blank=True, help_text="What to remember beforehand.", max_length=20000)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("scheduled", "Scheduled"),
                            ("in_progress", "In progress"),
                            ("awaiting_feedback", "Awaiting feedback"),
                            ("complete", "Complete"),
                            ("cancelled", "Cancelled"),
                            ("no_show", "No show"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=17,
                    ),
                ),
                ("cancel_reason", models.CharField(blank=True, editable=False, max_length=500)),
                (
                    "no_show_by",
                    models.CharField(
                        blank=True,
                        choices=[("candidate", "Candidate"), ("interviewer", "Interviewer")],
                        editable=False,
                        max_length=11,
                    ),
                ),
                (
                    "sequence",
                    models.PositiveIntegerField(
                        default=0, editable=False, help_text="iCalendar SEQUENCE: grows when the time changes."
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="interviews",
                        to="openings.application",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="interviews",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["starts_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="InterviewEvent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vivavoce.core.models.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("at", models.DateTimeField()),
                ("verb", models.CharField(help_text="create, reschedule, cancel, complete or no-show.", max_length=20)),
                (
                    "from_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("draft", "Draft"),
                            ("scheduled", "Scheduled"),
                            ("in_progress", "In progress"),
                            ("awaiting_feedback", "Awaiting feedback"),
                            ("complete", "Complete"),
                            ("cancelled", "Cancelled"),
                            ("no_show", "No show"),
                        ],
                        max_length=17,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("scheduled", "Scheduled"),
                            ("in_progress", "In progress"),
                            ("awaiting_feedback", "Awaiting feedback"),
                            ("complete", "Complete"),
                            ("cancelled", "Cancelled"),
                            ("no_show", "No show"),
                        ],
                        max_length=17,
                    ),
                ),
                ("starts_at", models.DateTimeField(help_text="The time that held from then on.", null=True)),
                ("note", models.CharField(blank=True, help_text="The reason that was given.", max_length=500)),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="history", to="interviews.interview"
                    ),
                ),
            ],
            options={
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vivavoce.core.models.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("lead", "Lead"),
                            ("interviewer", "Interviewer"),
                            ("observer", "Observer"),
                            ("candidate", "Candidate"),
                            ("recruiter", "Recruiter"),
                        ],
                        default="interviewer",
                        max_length=11,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("note", models.CharField(blank=True, help_text="Job title, or what one should know.", max_length=200)),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="interviews.interview",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Retrospective",
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
                    "feeling",
                    models.CharField(
                        blank=True,
                        choices=[("badly", "Badly"), ("mixed", "Mixed"), ("well", "Well"), ("very_well", "Very well")],
                        max_length=9,
                    ),
                ),
                ("summary", models.TextField(blank=True, help_text="How it went.", max_length=10000)),
                ("went_well", models.TextField(blank=True, max_length=10000)),
                ("to_improve", models.TextField(blank=True, max_length=10000)),
                (
                    "next_steps",
                    models.TextField(blank=True, help_text="What was agreed for afterwards.", max_length=10000),
                ),
                (
                    "interview",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="retrospective",
                        to="interviews.interview",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AskedQuestion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vivavoce.core.models.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("position", models.PositiveSmallIntegerField()),
                ("prompt", models.CharField(max_length=1000)),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="One's own judgement, 1 to 4.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(4),
                        ],
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=2000)),
                (
                    "retrospective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="asked", to="interviews.retrospective"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
            },
        ),
        migrations.AddIndex(
            model_name="interview",
            index=models.Index(fields=["owner", "starts_at", "id"], name="interviews__owner_i_199a4c_idx"),
        ),
        migrations.AddIndex(
            model_name="interview",
            index=models.Index(fields=["owner", "state"], name="interviews__owner_i_0d7aa0_idx"),
        ),
        migrations.AddConstraint(
            model_name="interview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["draft", "cancelled"]), ("starts_at__isnull", False), _connector="OR"
                ),
                name="interview_has_a_time_once_scheduled",
            ),
        ),
        migrations.AddConstraint(
            model_name="interview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("application__isnull", False), ("own_organization", "")),
                    models.Q(("application__isnull", True), models.Q(("own_organization", ""), _negated=True)),
                    _connector="OR",
                ),
                name="interview_names_its_organization_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="interview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "cancelled"), _negated=True),
                    models.Q(("cancel_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="interview_cancelled_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="interview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("no_show_by__in", ["candidate", "interviewer"]), ("state", "no_show")),
                    models.Q(models.Q(("state", "no_show"), _negated=True), ("no_show_by", "")),
                    _connector="OR",
                ),
                name="interview_no_show_says_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(fields=("interview", "position"), name="participant_position_is_unique"),
        ),
        migrations.AddConstraint(
            model_name="askedquestion",
            constraint=models.UniqueConstraint(
                fields=("retrospective", "position"), name="asked_question_position_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="askedquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__isnull", True), ("score__range", (1, 4)), _connector="OR"),
                name="asked_question_score_is_1_to_4",
            ),
        ),
        CountChanges("interviews", "Interview"),
        CountChanges("interviews", "Retrospective"),
    ]
