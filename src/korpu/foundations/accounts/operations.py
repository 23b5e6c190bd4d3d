"""Migration operations of the accounts room."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class ProtectTable(Operation):
    """Let the database decide who sees and who writes the rows of a table.

    Row-level security is enabled and forced. Without an actor nothing is seen. The owner alone
    (migrations, ``security definer`` functions, backups) has a policy that lets everything through.

    Args:
        table: the table's name in the database.
        using: SQL condition on a row: who sees it. Use the fast form,
            ``compartment_id = any((select korpu_compartments())::bigint[])``; a function called
            per row is twenty times slower.
        check: SQL condition on a row, as it was and as it becomes: who writes it. Empty: whoever
            sees it.
        delete: who removes it. Empty: whoever writes it; ``"false"``: nobody.
    """

    reversible = True

    def __init__(self, table: str, *, using: str, check: str = "", delete: str = "") -> None:
        self.table = table
        self.using = using
        self.check = check
        self.delete = delete

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Policies are no part of Django's picture of the models."""

    def database_forwards(
        self,
        app_label: str,  # noqa: ARG002 - Django's signature
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,  # noqa: ARG002 - Django's signature
        to_state: ProjectState,  # noqa: ARG002 - Django's signature
    ) -> None:
        table = schema_editor.quote_name(self.table)
        write = self.check or self.using
        for statement in (
            f"alter table {table} enable row level security",
            f"alter table {table} force row level security",
            f"create policy korpu_see on {table} for select using ({self.using})",
            f"create policy korpu_add on {table} for insert with check ({write})",
            f"create policy korpu_change on {table} for update using ({write})",
            f"create policy korpu_remove on {table} for delete using ({self.delete or write})",
            f"create policy korpu_owner on {table} to current_user using (true) with check (true)",
        ):
            schema_editor.execute(statement)

    def database_backwards(
        self,
        app_label: str,  # noqa: ARG002 - Django's signature
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,  # noqa: ARG002 - Django's signature
        to_state: ProjectState,  # noqa: ARG002 - Django's signature
    ) -> None:
        table = schema_editor.quote_name(self.table)
        for policy in ("see", "add", "change", "remove", "owner"):
            schema_editor.execute(f"drop policy if exists korpu_{policy} on {table}")
        schema_editor.execute(f"alter table {table} no force row level security")
        schema_editor.execute(f"alter table {table} disable row level security")

    def describe(self) -> str:
        return f"Protect {self.table} by row-level security"
