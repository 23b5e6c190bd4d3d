from pathlib import Path

from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable
from korpu.foundations.law import protection

SQL = Path(__file__).parents[1] / "sql"
CASE = ("casework_case", "case_id")


class Migration(migrations.Migration):
    dependencies = [
        ("law", "0001_initial"),
        ("accounts", "0002_access"),
        ("audit", "0001_initial"),
        ("casework", "0002_protection"),
    ]
    operations = [
        migrations.RunSQL(
            (SQL / "functions.sql").read_text(encoding="utf-8"),
            (SQL / "functions_reverse.sql").read_text(encoding="utf-8"),
        ),
        ProtectTable(
            "law_change", using=protection.ANYBODY, check=protection.KEEPERS, delete="false"
        ),
        AuditTable("law_change"),
        ProtectTable(
            "law_edition", using=protection.ANYBODY, check=protection.KEEPERS, delete="false"
        ),
        AuditTable("law_edition", key="uuid"),
        ProtectTable(
            "law_work", using=protection.ANYBODY, check=protection.KEEPERS, delete="false"
        ),
        AuditTable("law_work", ignore=("cursor", "done_count", "changed_count")),
        ProtectTable(
            "law_termchange", using=protection.OF_CASE, check=protection.SYSTEM, delete="false"
        ),
        AuditTable("law_termchange", parent=CASE),
        ProtectTable(
            "law_casemove", using=protection.OF_CASE, check=protection.SYSTEM, delete="false"
        ),
        AuditTable("law_casemove", parent=CASE),
        ProtectTable(
            "law_receipt", using=protection.OF_CASE, check=protection.CASE_IS_VISIBLE, delete="false"
        ),
        ProtectTable("law_declaration", using=protection.ANYBODY, delete="false"),
    ]
