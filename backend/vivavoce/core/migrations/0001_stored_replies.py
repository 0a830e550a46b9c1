"""Replies kept for ``Idempotency-Key``. They hold what somebody saw, so the database shows them to nobody else.

The service may neither read nor delete the rows of others; what is old goes by a function of the owner's.
"""

from django.db import migrations, models

WALL = """
ALTER TABLE core_storedreply ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON core_storedreply FOR ALL
    USING (person = (SELECT nullif(current_setting('vivavoce.person', true), '')::uuid))
    WITH CHECK (person = (SELECT nullif(current_setting('vivavoce.person', true), '')::uuid));
"""

# It waits for nobody, takes a hundred at a time, and leaves by its own clock too what a key may still ask for.
FORGET = """
CREATE FUNCTION core_forget_replies(before timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    DELETE FROM core_storedreply WHERE claim IN (
        SELECT claim FROM core_storedreply WHERE created_at < least(before, clock_timestamp() - interval '24 hours')
         ORDER BY created_at LIMIT 100 FOR UPDATE SKIP LOCKED
    )
$$;
"""


class Migration(migrations.Migration):
    """The table, its wall, and the way out of it."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="StoredReply",
            fields=[
                ("claim", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("person", models.UUIDField()),
                ("route", models.TextField()),
                ("key", models.CharField(max_length=255)),
                ("digest", models.CharField(max_length=64)),
                ("status", models.PositiveSmallIntegerField()),
                ("headers", models.JSONField()),
                ("body", models.TextField(blank=True)),
                ("created_at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.RunSQL(WALL, "DROP POLICY own ON core_storedreply;"),
        migrations.RunSQL(FORGET, "DROP FUNCTION core_forget_replies(timestamptz);"),
    ]
