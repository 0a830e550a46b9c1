"""Tokens may hold the scopes of practice."""

import django.contrib.postgres.fields
from django.db import migrations, models

SCOPES = (
    "bank:read", "me:read", "me:write", "tokens:read", "tokens:write", "openings:read", "openings:write",
    "interviews:read", "interviews:write", "practice:read", "practice:write",
)  # fmt: skip


class Migration(migrations.Migration):
    """Names the choices; the column stays as it is."""

    dependencies = [("accounts", "0002_groups")]

    operations = [
        migrations.AlterField(
            model_name="token",
            name="scopes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(choices=[(scope, scope) for scope in SCOPES], max_length=20), size=None
            ),
        )
    ]
