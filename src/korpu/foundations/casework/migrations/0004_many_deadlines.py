from pathlib import Path

from django.db import migrations

from korpu.foundations.audit.operations import AuditTable

SQL = Path(__file__).parents[1] / "sql" / "many_deadlines.sql"


class Migration(migrations.Migration):
    """Batches write the deadlines of many cases in one statement.

    The day a case was last projected is nobody's act: a change of that alone is not noted.
    """

    dependencies = [("casework", "0003_deviations")]
    operations = [
        migrations.RunSQL(
            SQL.read_text(encoding="utf-8"), "drop function korpu_store_many_deadlines(jsonb)"
        ),
        migrations.RunSQL(
            "drop trigger korpu_audit on casework_case",
            """create trigger korpu_audit after insert or update or delete on casework_case
               for each row execute function korpu_audit_change('{}')""",
        ),
        AuditTable("casework_case", ignore=("projected_on",)),
    ]
