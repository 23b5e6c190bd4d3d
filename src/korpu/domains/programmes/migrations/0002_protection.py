"""Who sees and who writes the tables of programmes.

A published project is read by everybody, a donor's by the donor's people, the rest by the office
that keeps it. Of its money the public reads what is approved, of its figures what is approved or
counted; risks and issued reports are
for the office and the donors, remarks, history, workbooks and what waits for the office.
Only that office writes.
"""

from pathlib import Path

from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable

SQL = (Path(__file__).parent / "sql" / "funded.sql").read_text(encoding="utf-8")
OURS = "compartment_id = any((select korpu_compartments())::bigint[])"
FUNDED = "any((select korpu_funded_projects())::bigint[])"
SEEN = "exists (select from programmes_project p where p.id = project_id)"
KEPT = f"exists (select from programmes_project p where p.id = project_id and p.{OURS})"
APPROVED = f"({SEEN} and state = 'approved') or {KEPT}"
SETTLED = f"({SEEN} and (approved_at is not null or actual is null)) or {KEPT}"
KEEPERS = "(select korpu_holds('programmes'))"
ISSUED = f"{KEPT} or project_id = {FUNDED}"
OF_A_SEEN_AMOUNT = (
    "exists (select from programmes_budget b where b.id = budget_id)"
    " or exists (select from programmes_budgetline l where l.id = line_id)"
    " or exists (select from programmes_transaction t where t.id = transaction_id)"
)
RULES = {
    "activity": SEEN,
    "budget": APPROVED,
    "budgetline": APPROVED,
    "change": KEPT,
    "claim": SEEN,
    "comment": KEPT,
    "component": SEEN,
    "edition": ISSUED,
    "editionfile": ISSUED,
    "figureproposal": KEPT,
    "indicator": SEEN,
    "narrative": KEPT,
    "objective": SEEN,
    "party": SEEN,
    "period": SETTLED,
    "projectdate": SEEN,
    "projectinstrument": SEEN,
    "projectoffice": SEEN,
    "report": KEPT,
    "result": SEEN,
    "risk": ISSUED,
    "split": OF_A_SEEN_AMOUNT,
    "transaction": SEEN,
    "workbook": KEPT,
}
# Written once.
FIXED = ("change", "edition", "editionfile")
# What the trail leaves out; of the other parts what the files declare.
IGNORED = {
    "change": ("before", "after"),
    "comment": (),
    "edition": ("content",),
    "editionfile": ("content",),
    "figureproposal": (),
    "narrative": (),
    "report": (),
    "workbook": ("rows",),
}


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
            using=f"published_at is not null or {OURS} or id = {FUNDED}",
            check=OURS,
            delete="false",
        ),
        # What is published elsewhere, and where: no secret of anybody.
        ProtectTable("programmes_source", using="true", check=KEEPERS, delete="false"),
        ProtectTable("programmes_instrument", using="true", check=KEEPERS, delete="false"),
        *(
            ProtectTable(f"programmes_{part}", using=rule, check=KEPT, delete="false")
            for part, rule in RULES.items()
        ),
        *(
            migrations.RunSQL(
                f"revoke update, delete on programmes_{table} from korpu_app",
                f"grant update, delete on programmes_{table} to korpu_app",
            )
            for table in FIXED
        ),
        AuditTable("programmes_project", ignore=("declared",)),
        AuditTable("programmes_source", ignore=("declared",)),
        AuditTable("programmes_instrument", ignore=("declared",)),
        *(
            AuditTable(
                f"programmes_{part}",
                ignore=IGNORED.get(part, ("declared",)),
                parent=("programmes_project", "project_id"),
            )
            for part in RULES
        ),
    ]
