"""Exercises: what a question's download holds, byte for byte."""

import django.db.models.deletion
from django.db import migrations, models

import vivavoce.core.models
from vivavoce.packs.operations import RaisesBankRevision


class Migration(migrations.Migration):
    dependencies = [("packs", "0001_packs"), ("questions", "0002_qualities_in_one_order")]

    operations = [
        migrations.CreateModel(
            name="Exercise",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=vivavoce.core.models.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("archive", models.BinaryField()),
                (
                    "pack",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="exercises", to="packs.pack"
                    ),
                ),
            ],
            options={"ordering": ("slug",)},
        ),
        migrations.AddField(
            model_name="question",
            name="exercise",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="question",
                to="questions.exercise",
            ),
        ),
        RaisesBankRevision("questions", "Exercise"),
    ]
