from pathlib import Path

from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable
from korpu.foundations.casework import protection
from korpu.foundations.files.operations import OwnsFiles

SQL = Path(__file__).parents[1] / "sql"
CASE = ("casework_case", "case_id")


def part_of_case(table, using):
    """A table whose rows follow their case; whoever sees the case may add, nobody removes."""
    return [
        ProtectTable(table, using=using, check=protection.CASE_IS_VISIBLE, delete="false"),
        AuditTable(table, parent=CASE),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0001_initial"),
        ("accounts", "0002_access"),
        ("audit", "0001_initial"),
        ("files", "0001_initial"),
    ]
    operations = [
        migrations.RunSQL(
            (SQL / "functions.sql").read_text(encoding="utf-8"),
            (SQL / "functions_reverse.sql").read_text(encoding="utf-8"),
        ),
        ProtectTable("casework_case", using=protection.CASE, delete="false"),
        AuditTable("casework_case"),
        *part_of_case("casework_act", protection.BY_AUDIENCE),
        *part_of_case("casework_deadline", protection.OFFICE_AND_SHARED),
        *part_of_case("casework_caseparty", protection.OFFICE_AND_SHARED),
        *part_of_case("casework_assignment", protection.OFFICE_AND_SHARED),
        *part_of_case("casework_caseshare", protection.SHARE),
        *part_of_case("casework_note", protection.NOTE),
        *part_of_case("casework_task", protection.TASK),
        *part_of_case("casework_attachment", protection.BY_AUDIENCE),
        *part_of_case("casework_letter", protection.LETTER),
        ProtectTable("casework_sharereading", using=protection.SHARE_READING, delete="false"),
        # Numbers already given: no case and no person can be told from them.
        ProtectTable("casework_casecounter", using="korpu_actor() is not null", delete="false"),
        OwnsFiles("casework_attachment", "file_id"),
        OwnsFiles("casework_letter", "file_id"),
    ]
