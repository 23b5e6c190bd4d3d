"""A migration operation for rooms whose rows own files."""

from django.db.migrations.operations import RunSQL
from psycopg import sql


class OwnsFiles(RunSQL):
    """Let the readers of ``table`` read the rows of the files its ``column`` points at.

    The sub-query runs under the row-level security of ``table``: whoever sees the owning row sees
    the file's row, nobody else does.
    """

    def __init__(self, table: str, column: str) -> None:
        policy = sql.Identifier(f"owned_by_{table}_{column}"[:63])
        create = sql.SQL(
            "create policy {policy} on files_storedfile for select using (exists ("
            "select 1 from {table} owner where owner.{column} = files_storedfile.id))"
        ).format(policy=policy, table=sql.Identifier(table), column=sql.Identifier(column))
        drop = sql.SQL("drop policy {policy} on files_storedfile").format(policy=policy)
        super().__init__(sql=create.as_string(), reverse_sql=drop.as_string())
