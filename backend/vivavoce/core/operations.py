"""Migration operations."""

from __future__ import annotations

from django.db.migrations import RunSQL

# clock_timestamp, not now(): within one transaction a row must not be updated before it was created.
COUNT_CHANGE = """
CREATE OR REPLACE FUNCTION core_count_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.row_version := OLD.row_version + 1;
    NEW.updated_at := clock_timestamp();
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER count_change BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION core_count_change()
"""


def CountChanges(app_label: str, model_name: str) -> RunSQL:  # noqa: N802 - reads as an operation in a migration
    """Let the database raise ``row_version`` and set ``updated_at`` at every update of a ``Counted`` model."""
    table = f'"{app_label}_{model_name.lower()}"'
    return RunSQL(COUNT_CHANGE.format(table=table), f"DROP TRIGGER IF EXISTS count_change ON {table}")
