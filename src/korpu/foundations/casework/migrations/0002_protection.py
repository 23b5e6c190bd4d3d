from pathlib import Path

from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable
from korpu.foundations.casework import protection
from korpu.foundations.files.operations import OwnsFiles

SQL = Path(__file__).parents[1] / "sql"
CASE = ("casework_case", "case_id")
ME = "(select korpu_actor())"
MINE = "any((select korpu_compartments())::bigint[])"
SYSTEM = "(select korpu_is_system())"
CASE_SEEN = "exists (select from casework_case c where c.id = case_id)"
OFFICE_OF_CASE = (
    f"exists (select from casework_case c where c.id = case_id and c.compartment_id = {MINE})"
)


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
        ProtectTable(
            "casework_savedlist",
            using=f"owner_id = {ME} or compartment_id = {MINE}",
            check=f"owner_id = {ME} and (compartment_id is null or compartment_id = {MINE})",
            delete=f"owner_id = {ME}",
        ),
        AuditTable("casework_savedlist"),
        ProtectTable(
            "casework_handover",
            using=f"made_by_id = {ME} or compartment_id = {MINE}",
            check=f"compartment_id = {MINE}",
            delete="false",
        ),
        AuditTable("casework_handover"),
        ProtectTable(
            "casework_handoverline", using=CASE_SEEN, check=OFFICE_OF_CASE, delete="false"
        ),
        AuditTable("casework_handoverline", parent=CASE),
        ProtectTable(
            "casework_calendarfeed", using=f"user_id = {ME} or {SYSTEM}", delete="false"
        ),
        AuditTable("casework_calendarfeed", mask=("token_sha256",)),
        # The office of the case; and the body asked, by an account of its own.
        ProtectTable(
            "casework_enquiry",
            using=f"{OFFICE_OF_CASE} or organisation_id = (select korpu_organisation())",
            delete="false",
        ),
        AuditTable("casework_enquiry", parent=CASE, mask=("token_sha256", "address")),
    ]
