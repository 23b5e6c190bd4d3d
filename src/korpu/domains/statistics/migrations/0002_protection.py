"""Who sees and who writes the tables of statistics; what was counted is never rewritten."""

from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable

OURS = "compartment_id = any((select korpu_compartments())::bigint[])"
RELEASED = "select run_id from statistics_release where status in ('published', 'superseded')"
STATISTICS = "(select korpu_holds('statistics'))"
NEVER_CHANGED = (
    "statistics_extractbatch",
    "statistics_cell",
    "statistics_truecount",
    "statistics_populationfigure",
)
TABLES = (*NEVER_CHANGED, "statistics_run", "statistics_release", "statistics_referencedataset")


def for_analytics(table: str) -> migrations.RunSQL:
    """The analytics role of the database reads statistics, and nothing else."""
    return migrations.RunSQL(
        f"grant select on {table} to korpu_analytics; "
        f"create policy korpu_analytics on {table} for select to korpu_analytics using (true);",
        f"drop policy korpu_analytics on {table}; revoke select on {table} from korpu_analytics;",
    )


class Migration(migrations.Migration):
    dependencies = [("statistics", "0001_initial"), ("accounts", "0002_access")]
    operations = [
        # An approved release is announced: its title and day are public, its figures are not.
        ProtectTable(
            "statistics_release",
            using=f"{OURS} or status in ('approved', 'published', 'superseded')",
            check=OURS,
            delete="false",
        ),
        ProtectTable(
            "statistics_run", using=f"{OURS} or id in ({RELEASED})", check=OURS, delete="false"
        ),
        ProtectTable(
            "statistics_cell", using=f"{OURS} or run_id in ({RELEASED})", check=OURS, delete="false"
        ),
        ProtectTable("statistics_truecount", using=OURS, delete="false"),
        ProtectTable("statistics_extractbatch", using=OURS, delete="false"),
        # Public tables of other bodies: anybody reads them, only statistics loads them.
        ProtectTable(
            "statistics_referencedataset", using="true", check=STATISTICS, delete="false"
        ),
        ProtectTable(
            "statistics_populationfigure", using="true", check=STATISTICS, delete="false"
        ),
        *(
            migrations.RunSQL(
                f"revoke update, delete on {table} from korpu_app",
                f"grant update, delete on {table} to korpu_app",
            )
            for table in NEVER_CHANGED
        ),
        *(for_analytics(table) for table in TABLES),
        AuditTable("statistics_release"),
        AuditTable("statistics_run", ignore=("rule", "parameters", "manifest")),
        AuditTable("statistics_extractbatch", ignore=("content",)),
        AuditTable("statistics_referencedataset"),
    ]
