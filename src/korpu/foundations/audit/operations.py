"""Migration operations of the audit room."""

import json
from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class AuditTable(Operation):
    """Note every insert, update and delete of a table in the trail, in the same transaction.

    Only changed columns are kept, with their old and new values.

    Args:
        table: the table's name in the database.
        mask: columns whose values are secrets; the trail keeps only that they changed.
        ignore: columns that say nothing about anybody's act; a change of these alone is not noted.
        parent: table and foreign key column of the thing this row belongs to, so that an auditor
            looking at a case finds the changes of its parts: ``("casework_case", "case_id")``.
        key: the column that names the row.
    """

    reversible = True

    def __init__(
        self,
        table: str,
        *,
        mask: Sequence[str] = (),
        ignore: Sequence[str] = (),
        parent: tuple[str, str] | None = None,
        key: str = "id",
    ) -> None:
        self.table = table
        self.mask = tuple(mask)
        self.ignore = tuple(ignore)
        self.parent = parent
        self.key = key

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """A trigger is no part of Django's picture of the models."""

    def database_forwards(
        self,
        app_label: str,  # noqa: ARG002 - Django's signature
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,  # noqa: ARG002 - Django's signature
        to_state: ProjectState,  # noqa: ARG002 - Django's signature
    ) -> None:
        name = schema_editor.quote_name
        options = schema_editor.quote_value(json.dumps(self._options()))
        schema_editor.execute(
            f"create trigger korpu_audit after insert or update or delete on {name(self.table)} "
            f"for each row execute function korpu_audit_change({options})"
        )

    def database_backwards(
        self,
        app_label: str,  # noqa: ARG002 - Django's signature
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,  # noqa: ARG002 - Django's signature
        to_state: ProjectState,  # noqa: ARG002 - Django's signature
    ) -> None:
        schema_editor.execute(
            f"drop trigger if exists korpu_audit on {schema_editor.quote_name(self.table)}"
        )

    def describe(self) -> str:
        return f"Audit changes of {self.table}"

    def _options(self) -> dict[str, Any]:
        options: dict[str, Any] = {
            "mask": list(self.mask),
            "ignore": list(self.ignore),
            "key": self.key,
        }
        if self.parent:
            options["parent_table"], options["parent_column"] = self.parent
        return options
