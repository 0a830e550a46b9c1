"""Kits and their items."""

import django.db.models.deletion
from django.db import migrations, models

import vivavoce.core.models
from vivavoce.packs.operations import KeepsText, RaisesBankRevision


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0001_interviews"),
        ("packs", "0001_packs"),
        ("questions", "0001_questions"),
        ("rubrics", "0001_rubrics"),
    ]

    operations = [
        migrations.CreateModel(
            name="Kit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vivavoce.core.models.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("slug", models.SlugField(max_length=80)),
                ("version", models.PositiveIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in_review", "In review"),
                            ("published", "Published"),
                            ("retired", "Retired"),
                        ],
                        max_length=10,
                    ),
                ),
                ("is_current", models.BooleanField(default=False)),
                ("title", models.CharField(max_length=120)),
                ("summary", models.TextField()),
                ("purpose", models.CharField(choices=[("hiring", "Hiring"), ("mock", "Mock")], max_length=6)),
                (
                    "level",
                    models.CharField(
                        choices=[("junior", "Junior"), ("mid", "Mid"), ("senior", "Senior"), ("lead", "Lead")],
                        max_length=10,
                    ),
                ),
                (
                    "level_order",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(level="junior", then=models.Value(1)),
                            models.When(level="mid", then=models.Value(2)),
                            models.When(level="senior", then=models.Value(3)),
                            models.When(level="lead", then=models.Value(4)),
                            default=models.Value(0),
                            output_field=models.PositiveSmallIntegerField(),
                        ),
                        output_field=models.PositiveSmallIntegerField(),
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField()),
                ("opening_minutes", models.PositiveSmallIntegerField()),
                ("opening_script", models.TextField()),
                ("closing_minutes", models.PositiveSmallIntegerField()),
                ("closing_script", models.TextField()),
                ("focus", models.ManyToManyField(related_name="kits", to="questions.quality")),
                (
                    "pack",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="kits", to="packs.pack"
                    ),
                ),
                (
                    "role",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="kits", to="questions.role"
                    ),
                ),
                (
                    "rubric",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="kits", to="rubrics.rubric"
                    ),
                ),
            ],
            options={
                "ordering": ("slug", "-version"),
            },
        ),
        migrations.CreateModel(
            name="KitItem",
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
                ("minutes", models.PositiveSmallIntegerField()),
                ("required", models.BooleanField()),
                ("probes", models.JSONField(default=list)),
                (
                    "kit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="interviews.kit"
                    ),
                ),
                (
                    "question_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kit_items",
                        to="questions.questionversion",
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
            },
        ),
        migrations.AddConstraint(
            model_name="kit",
            constraint=models.UniqueConstraint(fields=("slug", "version"), name="one_kit_a_version"),
        ),
        migrations.AddConstraint(
            model_name="kit",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_current", True)), fields=("slug",), name="one_current_version_of_a_kit"
            ),
        ),
        migrations.AddConstraint(
            model_name="kit",
            constraint=models.CheckConstraint(
                condition=models.Q(("version__gte", 1)), name="kit_versions_begin_at_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="kititem",
            constraint=models.UniqueConstraint(fields=("kit", "position"), name="one_kit_item_a_position"),
        ),
        migrations.AddConstraint(
            model_name="kititem",
            constraint=models.UniqueConstraint(fields=("kit", "question_version"), name="a_kit_asks_a_question_once"),
        ),
        migrations.AddConstraint(
            model_name="kititem",
            constraint=models.CheckConstraint(
                condition=models.Q(("minutes__gte", 1)), name="kit_item_minutes_at_least_1"
            ),
        ),
        RaisesBankRevision("interviews", "Kit"),
        RaisesBankRevision("interviews", "KitItem"),
        KeepsText("interviews", "Kit", ("status", "is_current", "level_order", "updated_at")),
        KeepsText("interviews", "KitItem", ()),
    ]
