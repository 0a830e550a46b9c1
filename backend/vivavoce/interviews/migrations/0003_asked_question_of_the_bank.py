"""What was asked may be a question of the bank."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0002_kits"),
        ("questions", "0001_questions"),
    ]

    operations = [
        migrations.AddField(
            model_name="askedquestion",
            name="question",
            field=models.ForeignKey(
                blank=True,
                help_text="The bank's question, when known.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="questions.question",
            ),
        ),
    ]
