"""Who sees and who writes the tables of IATI reporting.

Published versions of a public project are everybody's, and nobody changes one. Details and
imported files are the office's own; a donor's people read the details of what it funds.
"""

from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable

OURS = "compartment_id = any((select korpu_compartments())::bigint[])"
FUNDED = "p.id = any((select korpu_funded_projects())::bigint[])"
KEEPERS = "(select korpu_holds('programmes'))"


def of_project(condition: str) -> str:
    return f"exists (select from programmes_project p where p.id = project_id and ({condition}))"


class Migration(migrations.Migration):
    dependencies = [
        ("programmes_iati", "0001_initial"),
        ("programmes", "0002_protection"),
        ("accounts", "0002_access"),
        ("audit", "0001_initial"),
    ]
    operations = [
        ProtectTable(
            "programmes_iati_profile",
            using=of_project(f"p.{OURS} or {FUNDED}"),
            check=of_project(f"p.{OURS}"),
            delete="false",
        ),
        ProtectTable(
            "programmes_iati_publishedrecord",
            using=f"project_id is null or {of_project('true')}",
            check=f"{of_project(f'p.{OURS}')} or (project_id is null and {KEEPERS})",
            delete="false",
        ),
        migrations.RunSQL(
            "revoke update, delete on programmes_iati_publishedrecord from korpu_app",
            "grant update, delete on programmes_iati_publishedrecord to korpu_app",
        ),
        ProtectTable("programmes_iati_importedfile", using=OURS, delete="false"),
        # It stands in public files.
        ProtectTable(
            "programmes_iati_reporteridentifier",
            using="true",
            check="(select korpu_holds('administration'))",
            delete="false",
        ),
        migrations.RunSQL(
            "revoke update, delete on programmes_iati_reporteridentifier from korpu_app",
            "grant update, delete on programmes_iati_reporteridentifier to korpu_app",
        ),
        AuditTable("programmes_iati_reporteridentifier"),
        AuditTable("programmes_iati_profile", parent=("programmes_project", "project_id")),
        AuditTable("programmes_iati_publishedrecord", ignore=("content",)),
        AuditTable("programmes_iati_importedfile", ignore=("content",)),
    ]
