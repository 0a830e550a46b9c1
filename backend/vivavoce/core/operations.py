"""Migration operations."""

from __future__ import annotations

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

# clock_timestamp, not now(): within one transaction a row must not be updated before it was created.
FUNCTION = """
CREATE OR REPLACE FUNCTION core_count_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.row_version := OLD.row_version + 1;
    NEW.updated_at := clock_timestamp();
    RETURN NEW;
END $$
"""


class CountChanges(Operation):
    """Let the database raise ``row_version`` and set ``updated_at`` at every update of a ``Counted`` model."""

    reversible = True

    def __init__(self, app_label: str, model_name: str) -> None:
        self.app_label = app_label
        self.model_name = model_name

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Nothing that Django's models know of changes."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Make the trigger."""
        table = schema_editor.quote_name(self._table(to_state))
        schema_editor.execute(FUNCTION)
        schema_editor.execute(
            f"CREATE OR REPLACE TRIGGER count_change BEFORE UPDATE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION core_count_change()"
        )

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Remove the trigger; the function stays for other tables."""
        table = schema_editor.quote_name(self._table(from_state))
        schema_editor.execute(f"DROP TRIGGER IF EXISTS count_change ON {table}")

    def describe(self) -> str:
        """One line for ``migrate --plan``."""
        return f"Count the changes of each {self.model_name}"

    def _table(self, state: ProjectState) -> str:
        return str(state.apps.get_model(self.app_label, self.model_name)._meta.db_table)
