"""Migration operations for content tables: raise the bank's revision, and keep a version's text as it was.

    operations = [..., RaisesBankRevision("questions", "Question"), KeepsText("questions", "Answer", ("body_html",))]

Triggers, not code: neither bulk SQL nor the admin can forget them.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

# Upsert: a test that empties every table leaves no row to update.
RAISE = """
CREATE OR REPLACE FUNCTION packs_raise_revision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    mine bigint := pg_current_xact_id()::text::bigint;
BEGIN
    INSERT INTO packs_bankrevision AS bank (id, number, raised_by) VALUES (1, 1, mine)
    ON CONFLICT (id) DO UPDATE SET number = bank.number + 1, raised_by = mine
    WHERE bank.raised_by IS DISTINCT FROM mine;
    RETURN NULL;
END $$
"""

# Generated columns have no value yet in a BEFORE trigger, so they are among the columns left out.
KEEP = """
CREATE OR REPLACE FUNCTION packs_keep_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - coalesce(TG_ARGV, '{}') <> to_jsonb(OLD) - coalesce(TG_ARGV, '{}') THEN
        RAISE EXCEPTION 'the text of % % is published and does not change; make a new version', TG_TABLE_NAME, OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$
"""


class _OnTable(Operation):
    """A trigger on a model's table."""

    reversible = True
    trigger: str
    function: str

    def __init__(self, app_label: str, model_name: str) -> None:
        self.app_label = app_label
        self.model_name = model_name

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Nothing that Django's models know of changes."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Make the trigger."""
        schema_editor.execute(self.function, None)  # no parameters: a per cent sign is a per cent sign
        schema_editor.execute(self.statement(schema_editor.quote_name(self._table(to_state))))

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Remove the trigger; the function stays for other tables."""
        table = schema_editor.quote_name(self._table(from_state))
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {self.trigger} ON {table}")

    def statement(self, table: str) -> str:
        """The statement that makes the trigger on the quoted table."""
        raise NotImplementedError

    def _table(self, state: ProjectState) -> str:
        return str(state.apps.get_model(self.app_label, self.model_name)._meta.db_table)


class RaisesBankRevision(_OnTable):
    """Let every statement that writes to this table raise the bank's revision, once a transaction."""

    trigger = "raise_revision"
    function = RAISE

    def statement(self, table: str) -> str:
        """After the statement, whatever it changed."""
        return (
            f"CREATE OR REPLACE TRIGGER {self.trigger} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION packs_raise_revision()"
        )

    def describe(self) -> str:
        """One line for ``migrate --plan``."""
        return f"Raise the bank's revision with every change to {self.model_name}"


class KeepsText(_OnTable):
    """Refuse an UPDATE that changes anything but the named columns: versions are immutable."""

    trigger = "keep_text"
    function = KEEP

    def __init__(self, app_label: str, model_name: str, except_for: Sequence[str]) -> None:
        super().__init__(app_label, model_name)
        self.except_for = tuple(except_for)

    def statement(self, table: str) -> str:
        """Before each row's update."""
        columns = ", ".join(f"'{column}'" for column in self.except_for)
        return (
            f"CREATE OR REPLACE TRIGGER {self.trigger} BEFORE UPDATE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION packs_keep_text({columns})"
        )

    def describe(self) -> str:
        """One line for ``migrate --plan``."""
        return f"Keep the text of {self.model_name} as it was published"
