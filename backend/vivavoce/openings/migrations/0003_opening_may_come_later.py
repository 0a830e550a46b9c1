"""Says that a hiring application may get its opening later."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Explains the field; the column stays as it is."""

    dependencies = [("openings", "0002_hiring")]

    operations = [
        migrations.AlterField(
            model_name="application",
            name="opening",
            field=models.ForeignKey(
                blank=True,
                help_text="Hiring may add it later.",
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="applications",
                to="openings.opening",
            ),
        )
    ]
