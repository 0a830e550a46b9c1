"""The two groups that every installation has."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

NAMES = ("editors", "interviewers")


def make_groups(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the groups that are not there yet."""
    group = apps.get_model("auth", "Group")
    for name in NAMES:
        group.objects.using(schema_editor.connection.alias).get_or_create(name=name)


class Migration(migrations.Migration):
    """Editors may see drafts; interviewers also see what is kept for the hiring side."""

    dependencies = [("accounts", "0001_person")]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
