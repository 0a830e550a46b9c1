"""Decisions of debriefs move into a log of their own, and the debrief's row changes no more."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import vivavoce.core.models
from vivavoce.core.operations import CountChanges

KEEP = """
INSERT INTO interviews_debriefdecision
       (id, created_at, updated_at, debrief_id, decision, rationale, decided_by_id, decided_at)
SELECT gen_random_uuid(), updated_at, updated_at, id, decision, rationale, decided_by_id,
       coalesce(decided_at, updated_at)
  FROM interviews_debrief WHERE decision <> '' OR rationale <> ''
"""
PUT_BACK = """
SET CONSTRAINTS ALL IMMEDIATE;
UPDATE interviews_debrief d
   SET decision = l.decision, rationale = l.rationale, decided_by_id = l.decided_by_id,
       decided_at = CASE WHEN l.decision <> '' THEN l.decided_at END
  FROM (SELECT DISTINCT ON (debrief_id) * FROM interviews_debriefdecision
         ORDER BY debrief_id, decided_at DESC, id DESC) l
 WHERE l.debrief_id = d.id
"""
COUNTED = CountChanges("interviews", "Debrief")


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0007_informed_raters"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DebriefDecision",
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
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("advance", "Advance"), ("hold", "Hold"), ("reject", "Reject"), ("offer", "Offer")],
                        help_text="Blank: a mock's note.",
                        max_length=7,
                    ),
                ),
                ("rationale", models.TextField(blank=True, max_length=20000)),
                ("decided_at", models.DateTimeField()),
                (
                    "debrief",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="interviews.debrief",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["decided_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decision", ""), models.Q(("rationale", ""), _negated=True), _connector="OR"
                        ),
                        name="debrief_decision_gives_its_reason",
                    )
                ],
            },
        ),
        migrations.RemoveConstraint(model_name="debrief", name="debrief_decision_has_a_reason"),
        migrations.RunSQL(KEEP, PUT_BACK),
        migrations.RunSQL("DROP TRIGGER IF EXISTS count_change ON interviews_debrief", COUNTED.sql),
        *(
            migrations.RemoveField(model_name="debrief", name=name)
            for name in ("decision", "rationale", "decided_by", "decided_at", "row_version")
        ),
    ]
