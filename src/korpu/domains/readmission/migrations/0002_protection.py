from pathlib import Path

from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable
from korpu.foundations.files.operations import OwnsFiles

SQL = Path(__file__).parents[1] / "sql"
MINE = "compartment_id = any((select korpu_compartments())::bigint[])"
OTHER_SIDE = "counterpart_id = any((select korpu_compartments())::bigint[])"
SHARED = "case_id = any((select korpu_shared_cases())::bigint[])"
PROTECTS = "(select korpu_holds('protection'))"
ADMINISTERS = "(select korpu_holds('administration'))"
FINDING_OUT = "(select korpu_signing_in())"

# The two sides of the application; the protection office while a quarantined case is open to it.
BOTH_SIDES = f"{MINE} or {OTHER_SIDE} or ({SHARED} and {PROTECTS})"
INSIDE = f"{MINE} or ({SHARED} and {PROTECTS})"
# The border office as well, while the case is open to it.
JOURNEY = f"{MINE} or {OTHER_SIDE} or {SHARED}"
# A reply is the other side's once a letter to it has left.
REPLY = (
    f"{MINE} or ({SHARED} and {PROTECTS}) or ({OTHER_SIDE} and exists (select from casework_letter l"
    " where l.case_id = readmission_reply.case_id and l.sent_at is not null))"
)
CASE = ("casework_case", "case_id")


def of_case(table, using, check=""):
    """A table whose rows belong to a case; nobody removes one."""
    return [
        ProtectTable(table, using=using, check=check, delete="false"),
        AuditTable(table, parent=CASE),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("readmission", "0001_initial"),
        ("casework", "0002_protection"),
        ("accounts", "0002_access"),
        ("audit", "0001_initial"),
        ("files", "0002_rights"),
    ]
    operations = [
        *of_case("readmission_application", BOTH_SIDES, f"{MINE} or {OTHER_SIDE}"),
        *of_case("readmission_specialneeds", BOTH_SIDES, f"{MINE} or {OTHER_SIDE}"),
        *of_case("readmission_familymember", BOTH_SIDES, f"{MINE} or {OTHER_SIDE}"),
        *of_case("readmission_evidenceitem", BOTH_SIDES, f"{MINE} or {OTHER_SIDE}"),
        *of_case("readmission_supplement", BOTH_SIDES, f"{MINE} or {OTHER_SIDE}"),
        *of_case("readmission_identityconfirmation", INSIDE, MINE),
        *of_case("readmission_interviewrequest", INSIDE, MINE),
        *of_case("readmission_interviewrecord", INSIDE, MINE),
        *of_case("readmission_interviewslot", BOTH_SIDES, MINE),
        *of_case("readmission_finding", INSIDE, MINE),
        *of_case("readmission_particulars", BOTH_SIDES, f"{MINE} or {OTHER_SIDE}"),
        *of_case("readmission_reply", REPLY, MINE),
        *of_case("readmission_traveldocument", JOURNEY, MINE),
        *of_case("readmission_transfernotice", JOURNEY),
        *of_case("readmission_arrival", JOURNEY, SHARED),
        ProtectTable("readmission_draft", using=MINE),
        # What is typed into a draft is nobody's statement yet; the trail keeps that it changed.
        AuditTable("readmission_draft", mask=("typed", "members")),
        ProtectTable("readmission_draftevidence", using=MINE),
        AuditTable("readmission_draftevidence", parent=("readmission_draft", "draft_id")),
        ProtectTable(
            "readmission_apitoken",
            using=f"{ADMINISTERS} or {FINDING_OUT} or user_id = (select korpu_actor())",
            check=ADMINISTERS,
            delete="false",
        ),
        AuditTable("readmission_apitoken", mask=("digest",)),
        ProtectTable("readmission_repeatedrequest", using=MINE),
        ProtectTable("readmission_apiuse", using=f"{FINDING_OUT} or {ADMINISTERS}"),
        OwnsFiles("readmission_evidenceitem", "file_id"),
        OwnsFiles("readmission_draftevidence", "file_id"),
        migrations.RunSQL(
            (SQL / "unchanged.sql").read_text(encoding="utf-8"),
            (SQL / "undo_unchanged.sql").read_text(encoding="utf-8"),
        ),
    ]
