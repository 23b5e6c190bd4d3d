"""Who sees and who writes the tables of programmes.

A published project is read by everybody, a donor's by the donor's people, the rest by the office
that keeps it. Only that office writes.
"""

from pathlib import Path

from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable

SQL = (Path(__file__).parent / "sql" / "funded.sql").read_text(encoding="utf-8")
OURS = "compartment_id = any((select korpu_compartments())::bigint[])"
FUNDED = "id = any((select korpu_funded_projects())::bigint[])"
SEEN = "exists (select from programmes_project p where p.id = project_id)"
KEPT = f"exists (select from programmes_project p where p.id = project_id and p.{OURS})"
KEEPERS = "(select korpu_holds('programmes'))"
PARTS = (
    "activity",
    "budget",
    "claim",
    "component",
    "objective",
    "party",
    "projectdate",
    "projectinstrument",
    "projectoffice",
)


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0001_initial"),
        ("accounts", "0002_access"),
        ("audit", "0001_initial"),
    ]
    operations = [
        migrations.RunSQL(SQL, "drop function korpu_funded_projects()"),
        ProtectTable(
            "programmes_project",
            using=f"published_at is not null or {OURS} or {FUNDED}",
            check=OURS,
            delete="false",
        ),
        # What is published elsewhere, and where: no secret of anybody.
        ProtectTable("programmes_source", using="true", check=KEEPERS, delete="false"),
        ProtectTable("programmes_instrument", using="true", check=KEEPERS, delete="false"),
        *(
            ProtectTable(f"programmes_{part}", using=SEEN, check=KEPT, delete="false")
            for part in PARTS
        ),
        AuditTable("programmes_project", ignore=("declared",)),
        AuditTable("programmes_source"),
        AuditTable("programmes_instrument"),
        *(
            AuditTable(
                f"programmes_{part}",
                ignore=("declared",),
                parent=("programmes_project", "project_id"),
            )
            for part in PARTS
        ),
    ]
