"""Who sees figures, money and the office's own notes.

The public reads approved money and approved or counted figures of a published project; risks are
for the office and the donors, remarks, history and workbooks for the office.
"""

from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable

MINE = "p.compartment_id = any((select korpu_compartments())::bigint[])"
FUNDED = "project_id = any((select korpu_funded_projects())::bigint[])"
SEEN = "exists (select from programmes_project p where p.id = project_id)"
KEPT = f"exists (select from programmes_project p where p.id = project_id and {MINE})"
APPROVED = f"({SEEN} and state = 'approved') or {KEPT}"
SETTLED = f"({SEEN} and (approved_at is not null or actual is null)) or {KEPT}"
RULES = {
    "result": SEEN,
    "indicator": SEEN,
    "period": SETTLED,
    "budgetline": APPROVED,
    "transaction": SEEN,
    "risk": f"{KEPT} or {FUNDED}",
    "comment": KEPT,
    "change": KEPT,
    "workbook": KEPT,
}
OWNER = ("programmes_project", "project_id")


class Migration(migrations.Migration):
    dependencies = [("programmes", "0003_results_and_money"), ("programmes", "0002_protection")]
    operations = [
        *(
            ProtectTable(f"programmes_{part}", using=rule, check=KEPT, delete="false")
            for part, rule in RULES.items()
        ),
        migrations.RunSQL(
            f"alter policy korpu_see on programmes_budget using ({APPROVED})",
            f"alter policy korpu_see on programmes_budget using ({SEEN})",
        ),
        migrations.RunSQL(
            "revoke update, delete on programmes_change from korpu_app",
            "grant update, delete on programmes_change to korpu_app",
        ),
        *(
            AuditTable(f"programmes_{part}", ignore=("declared",), parent=OWNER)
            for part in ("result", "indicator", "period", "budgetline", "transaction", "risk")
        ),
        AuditTable("programmes_comment", parent=OWNER),
        AuditTable("programmes_workbook", ignore=("rows",), parent=OWNER),
        AuditTable("programmes_change", ignore=("before", "after"), parent=OWNER),
    ]
