"""A link that was taken back can say so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Keeps when an invitation was revoked."""

    dependencies = [("interviews", "0004_held_here")]

    operations = [
        migrations.AddField(
            model_name="invitation", name="revoked_at", field=models.DateTimeField(null=True, editable=False)
        )
    ]
