"""Ids of evidence are unique on their own scorecard, so that they tell nothing of others'."""

from django.db import migrations, models

from vivavoce.core.models import KeyField


class Migration(migrations.Migration):
    dependencies = [("interviews", "0009_policy_of_ones_own_tables")]

    operations = [
        migrations.AddField("evidence", "key", models.UUIDField(null=True)),
        # As part of the table's definition: an UPDATE would see no row, since row-level security binds its owner too.
        migrations.RunSQL(
            "ALTER TABLE interviews_evidence ALTER COLUMN key TYPE uuid USING id", migrations.RunSQL.noop
        ),
        migrations.AlterField("evidence", "key", KeyField()),
        migrations.AddConstraint(
            "evidence", models.UniqueConstraint(fields=["scorecard", "key"], name="evidence_key_is_unique")
        ),
    ]
