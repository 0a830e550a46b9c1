"""Ids that callers choose are unique among their own rows, so that they tell nothing of others'."""

from typing import Any

from django.db import migrations, models

from vivavoce.core.models import KeyField

# As part of the table's definition: no trigger of a committed answer and no policy of a row stands in the way.
COPY = 'ALTER TABLE "practice_{model}" ALTER COLUMN key TYPE uuid USING id'


def shown(model: str) -> list[Any]:
    """The column, filled with the ids that were shown so far."""
    return [
        migrations.AddField(model, "key", models.UUIDField(null=True)),
        migrations.RunSQL(COPY.format(model=model), migrations.RunSQL.noop),
        migrations.AlterField(model, "key", KeyField()),
        migrations.AddConstraint(
            model, models.UniqueConstraint(fields=["owner", "key"], name=f"{model}_key_is_its_owners")
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [("practice", "0002_committed_text")]

    operations = [*shown("attempt"), *shown("review")]
