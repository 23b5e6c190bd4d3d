from pathlib import Path

from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable

SQL = Path(__file__).parent / "sql"
ADMINISTERS = "(select korpu_holds('administration'))"
AUDITS = "(select korpu_holds('audit'))"
ME = "(select korpu_actor())"
FINDING_OUT = "(select korpu_signing_in())"

SERVICE_ITSELF = """
insert into accounts_user (uuid, email, full_name, language, is_active, is_system, date_joined,
                           password)
  values ('01940000-0000-7000-8000-000000000001', 'system@korpu.invalid', 'Körpü', 'az', true, true,
          '2025-01-01T00:00:00Z', '!');
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("audit", "0001_initial"),
        ("organisations", "0001_initial"),
    ]
    operations = [
        migrations.RunSQL(
            (SQL / "0002_access.sql").read_text(encoding="utf-8"),
            (SQL / "undo_0002.sql").read_text(encoding="utf-8"),
        ),
        ProtectTable(
            "accounts_user",
            using=f"id = {ME} or {FINDING_OUT} or {ADMINISTERS} or {AUDITS}"
            " or organisation_id = any((select korpu_directory())::bigint[])"
            # It signs what timers do: a join from a signature must not lose the row.
            f" or (is_system and {ME} is not null)",
            check=f"id = {ME} or {FINDING_OUT} or {ADMINISTERS}",
            delete="false",
        ),
        ProtectTable(
            "accounts_rolegrant",
            using=f"user_id = {ME} or {ADMINISTERS} or {AUDITS}",
            check=ADMINISTERS,
            delete="false",
        ),
        ProtectTable(
            "accounts_deputyship",
            using=f"absent_id = {ME} or deputy_id = {ME} or {ADMINISTERS} or {AUDITS}"
            " or absent_id = any((select korpu_colleague_ids())::bigint[])",
            check=ADMINISTERS,
            delete="false",
        ),
        # Heads of offices see who is away in them, and arrange who stands in.
        migrations.RunSQL(
            "alter policy korpu_add on accounts_deputyship with check ("
            f"{ADMINISTERS} or (granted_by_id = {ME} and korpu_may_cover(absent_id, deputy_id)));"
            "alter policy korpu_change on accounts_deputyship using ("
            f"{ADMINISTERS} or korpu_may_cover(absent_id, deputy_id))",
            f"alter policy korpu_add on accounts_deputyship with check ({ADMINISTERS});"
            f"alter policy korpu_change on accounts_deputyship using ({ADMINISTERS})",
        ),
        # Names of bodies, units and businesses: public knowledge; only administrators change it.
        ProtectTable("accounts_compartment", using="true", check=ADMINISTERS, delete="false"),
        ProtectTable("organisations_organisation", using="true", check=ADMINISTERS, delete="false"),
        ProtectTable("organisations_office", using="true", check=ADMINISTERS, delete="false"),
        AuditTable("accounts_user", mask=("password",), ignore=("last_login",)),
        AuditTable("accounts_rolegrant", parent=("accounts_user", "user_id")),
        AuditTable("accounts_deputyship", parent=("accounts_user", "absent_id")),
        AuditTable("accounts_compartment"),
        AuditTable("organisations_organisation"),
        AuditTable("organisations_office", parent=("organisations_organisation", "organisation_id")),
        # The trail is read by auditors; holders of a compartment see who read its files.
        migrations.RunSQL(
            f"""
            create policy korpu_see on audit_event for select using ({AUDITS}
              or (kind = 'reading' and compartment_id = any((select korpu_compartments())::bigint[])));
            create policy korpu_see on audit_event_person for select using ({AUDITS}
              or compartment_id = any((select korpu_compartments())::bigint[]));
            create policy korpu_see on audit_seal for select using ({AUDITS});
            create policy korpu_see on audit_pending for select using ({AUDITS});
            create policy korpu_see on audit_anchor for select using ({AUDITS});
            """,
            """
            drop policy korpu_see on audit_event; drop policy korpu_see on audit_event_person;
            drop policy korpu_see on audit_seal; drop policy korpu_see on audit_pending;
            drop policy korpu_see on audit_anchor;
            """,
        ),
        migrations.RunSQL(SERVICE_ITSELF, "delete from accounts_user where is_system"),
    ]
