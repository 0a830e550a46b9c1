"""Qualities of one strength and place come in one order, whatever way the database reads them."""

from django.db import migrations


class Migration(migrations.Migration):
    """Options only; the database does not change."""

    dependencies = [("questions", "0001_questions")]

    operations = [
        migrations.AlterModelOptions(
            name="questionquality",
            options={"ordering": ("-strength", "quality__position", "id")},
        ),
    ]
