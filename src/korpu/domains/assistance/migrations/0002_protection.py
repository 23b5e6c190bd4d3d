from pathlib import Path

from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable
from korpu.foundations.files.operations import OwnsFiles

SQL = (Path(__file__).parent / "sql" / "mentors.sql").read_text(encoding="utf-8")

SOMEBODY = "(select korpu_actor()) is not null"
ADMINISTERS = "(select korpu_holds('administration'))"
MINE = "compartment_id = any((select korpu_compartments())::bigint[])"


def _seen(table: str, column: str) -> str:
    """The row this one belongs to is seen: decided by that table's own policy."""
    return f"exists (select from {table} parent where parent.id = {column})"


OF_CASE = _seen("casework_case", "case_id")
OF_PLAN = _seen("assistance_supportplan", "plan_id")
OF_VERSION = _seen("assistance_planversion", "version_id")
OF_MY_PLAN = (
    "exists (select from assistance_supportplan parent where parent.id = plan_id and parent."
    f"{MINE})"
)
PLAN = ("assistance_supportplan", "plan_id")
VERSION = ("assistance_planversion", "version_id")


class Migration(migrations.Migration):
    dependencies = [
        ("assistance", "0001_initial"),
        ("casework", "0002_protection"),
    ]

    operations = [
        migrations.RunSQL(SQL, "drop function korpu_mentors()"),
        # Who pays and how much is no secret among the people of the house.
        ProtectTable("assistance_programme", using=SOMEBODY, check=ADMINISTERS, delete="false"),
        ProtectTable("assistance_tariffrow", using=SOMEBODY, check=ADMINISTERS, delete="false"),
        ProtectTable("assistance_referral", using=MINE, delete="false"),
        ProtectTable("assistance_supportplan", using=OF_CASE, check=MINE, delete="false"),
        # Restricted: a mentor, who sees the case by a share, does not see these.
        ProtectTable("assistance_screening", using=MINE, delete="false"),
        ProtectTable("assistance_screeningsignal", using=MINE, delete="false"),
        ProtectTable(
            "assistance_mentorassignment", using=OF_PLAN, check=OF_MY_PLAN, delete="false"
        ),
        ProtectTable("assistance_planversion", using=OF_PLAN, delete="false"),
        ProtectTable("assistance_planneed", using=OF_VERSION, delete="false"),
        ProtectTable("assistance_planline", using=OF_VERSION, delete="false"),
        ProtectTable("assistance_visit", using=OF_PLAN, delete="false"),
        ProtectTable("assistance_delivery", using=OF_PLAN, delete="false"),
        OwnsFiles("assistance_delivery", "proof_id"),
        AuditTable("assistance_programme"),
        AuditTable("assistance_tariffrow", parent=("assistance_programme", "programme_id")),
        AuditTable("assistance_referral"),
        AuditTable("assistance_supportplan", parent=("casework_case", "case_id")),
        AuditTable("assistance_screening", parent=PLAN),
        AuditTable("assistance_screeningsignal", parent=("assistance_screening", "screening_id")),
        AuditTable("assistance_mentorassignment", parent=PLAN),
        AuditTable("assistance_planversion", parent=PLAN),
        AuditTable("assistance_planneed", parent=VERSION),
        AuditTable("assistance_planline", parent=VERSION),
        AuditTable("assistance_visit", parent=PLAN),
        AuditTable("assistance_delivery", parent=PLAN),
    ]
