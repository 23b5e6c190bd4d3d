"""Who sees and who writes the tables of calls; a sheet is blind until all sheets are locked."""

from pathlib import Path

from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable
from korpu.foundations.files.operations import OwnsFiles

SQL = Path(__file__).parent / "sql"
STAFF = "compartment_id = any((select korpu_calls_staff())::bigint[])"
OWN = "(select korpu_calls_own())"
ASSESSED = "any((select korpu_calls_assessed())::bigint[])"
APPOINTED = "any((select korpu_calls_appointed())::bigint[])"
ME = "(select korpu_actor())"
SYSTEM = "(select korpu_is_system())"


def seen(table: str, column: str) -> str:
    """The row this one belongs to is seen: decided by that table's own policy."""
    return f"exists (select from {table} parent where parent.id = {column})"


def run(table: str, column: str) -> str:
    """The row this one belongs to is of a call the actor runs."""
    return f"exists (select from {table} parent where parent.id = {column} and parent.{STAFF})"


OF_CALL = seen("calls_call", "call_id")
RUN_CALL = run("calls_call", "call_id")
OF_APPLICATION = seen("calls_application", "application_id")
RUN_APPLICATION = run("calls_application", "application_id")
MY_APPLICATION = f"application_id = {OWN}"
REVEALED = (
    "exists (select from calls_call parent where parent.id = call_id and parent.revealed_at is not "
    f"null and (parent.{STAFF} or parent.id = {APPOINTED}))"
)
CALL = ("calls_call", "call_id")
APPLICATION = ("calls_application", "application_id")


def protect(table: str, *, using: str, check: str = "", delete: str = "false") -> ProtectTable:
    return ProtectTable(f"calls_{table}", using=using, check=check, delete=delete)


class Migration(migrations.Migration):
    dependencies = [
        ("calls", "0001_initial"),
        ("accounts", "0002_access"),
        ("files", "0002_rights"),
    ]
    operations = [
        migrations.RunSQL(
            (SQL / "access.sql").read_text(encoding="utf-8"),
            (SQL / "undo_access.sql").read_text(encoding="utf-8"),
        ),
        # What is published is public; a draft is its staff's.
        protect("call", using=f"published_at is not null or {STAFF}", check=STAFF),
        *(
            protect(name, using=OF_CALL, check=RUN_CALL, delete=RUN_CALL)
            for name in ("post", "condition", "criterion", "askeddocument")
        ),
        protect("callversion", using=OF_CALL, check=RUN_CALL),
        protect("award", using=OF_CALL, check=RUN_CALL, delete=RUN_CALL),
        protect(
            "question",
            using=f"answered_at is not null or {MY_APPLICATION} or {RUN_CALL}",
            check=f"({MY_APPLICATION} and answered_at is null) or {RUN_CALL}",
        ),
        # An applicant reaches one application; the staff what was submitted; assessors what is theirs.
        protect(
            "application",
            using=f"key_sha256 = (select korpu_calls_key()) or {SYSTEM} or id = {ASSESSED}"
            f" or ({STAFF} and submitted_at is not null)",
            check=f"key_sha256 = (select korpu_calls_key()) or {STAFF}",
        ),
        protect(
            "candidate", using=OF_APPLICATION, check=MY_APPLICATION, delete=MY_APPLICATION
        ),
        protect("applicationdocument", using=OF_APPLICATION, check=MY_APPLICATION),
        protect("finding", using=RUN_APPLICATION, delete=RUN_APPLICATION),
        protect("step", using=f"{MY_APPLICATION} or {RUN_APPLICATION}"),
        protect("notice", using=f"{MY_APPLICATION} or {RUN_APPLICATION}", check=RUN_APPLICATION),
        protect(
            "objection",
            using=f"{MY_APPLICATION} or {RUN_APPLICATION}",
            check=f"({MY_APPLICATION} and ruling = '') or {RUN_APPLICATION}",
        ),
        protect("decision", using=RUN_APPLICATION),
        # Whoever is appointed declares conflicts; nobody appoints themselves.
        protect(
            "assessor",
            using=f"user_id = {ME} or {RUN_CALL}",
            check=f"{RUN_CALL} or (user_id = {ME} and call_id = {APPOINTED})",
        ),
        protect("assessorconflict", using=seen("calls_assessor", "assessor_id")),
        protect(
            "assessment",
            using=f"user_id = {ME} or {REVEALED}",
            check=f"(user_id = {ME} and application_id = {ASSESSED})"
            f" or (user_id is null and {REVEALED} and {RUN_CALL})",
        ),
        protect("score", using=seen("calls_assessment", "assessment_id"), delete=""),
        protect("contract", using=f"{MY_APPLICATION} or {STAFF}", check=STAFF),
        protect(
            "contractperson",
            using=seen("calls_contract", "contract_id"),
            check=run("calls_contract", "contract_id"),
        ),
        OwnsFiles("calls_applicationdocument", "file_id"),
        OwnsFiles("calls_notice", "file_id"),
        AuditTable("calls_call"),
        *(
            AuditTable(f"calls_{name}", parent=CALL)
            for name in (
                "post",
                "condition",
                "criterion",
                "askeddocument",
                "callversion",
                "question",
                "award",
                "assessor",
            )
        ),
        AuditTable("calls_application", mask=("key_sha256",), parent=CALL),
        *(
            AuditTable(f"calls_{name}", parent=APPLICATION)
            for name in (
                "candidate",
                "applicationdocument",
                "finding",
                "step",
                "notice",
                "objection",
                "decision",
                "assessorconflict",
                "assessment",
                "contract",
            )
        ),
        AuditTable("calls_score", parent=("calls_assessment", "assessment_id")),
        AuditTable("calls_contractperson", parent=("calls_contract", "contract_id")),
        # What has happened stays happened.
        *(
            migrations.RunSQL(
                f"revoke update, delete on calls_{name} from korpu_app",
                f"grant update, delete on calls_{name} to korpu_app",
            )
            for name in ("step", "notice", "callversion")
        ),
    ]
