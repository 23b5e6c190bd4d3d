from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable

CASE = ("casework_case", "case_id")
ME = "(select korpu_actor())"
MINE = "any((select korpu_compartments())::bigint[])"
SYSTEM = "(select korpu_is_system())"
CASE_SEEN = "exists (select from casework_case c where c.id = case_id)"
OFFICE_OF_CASE = (
    f"exists (select from casework_case c where c.id = case_id and c.compartment_id = {MINE})"
)

FUNCTIONS = """
-- Whose calendar feed answers to a token, and the enquiry a link leads to: asked by visitors, who
-- see no row. The token itself is nowhere in the database.
create function korpu_feed_owner(asked text) returns bigint
  language sql stable security definer set search_path = public, pg_temp
  as $$ select f.user_id from casework_calendarfeed f join accounts_user u on u.id = f.user_id
         where f.token_sha256 = asked and f.ended_at is null and u.is_active $$;
create function korpu_enquiry_behind(asked text) returns bigint
  language sql stable security definer set search_path = public, pg_temp
  as $$ select e.id from casework_enquiry e where e.token_sha256 = asked $$;
-- The organisation the actor belongs to.
create function korpu_organisation() returns bigint
  language sql stable security definer set search_path = public, pg_temp
  as $$ select organisation_id from accounts_user where id = korpu_actor() and is_active $$;
"""
BACK = """
drop function korpu_feed_owner(text); drop function korpu_enquiry_behind(text);
drop function korpu_organisation();
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0004_people_at_work")]
    operations = [
        migrations.RunSQL(FUNCTIONS, BACK),
        ProtectTable(
            "casework_savedlist",
            using=f"owner_id = {ME} or compartment_id = {MINE}",
            check=f"owner_id = {ME} and (compartment_id is null or compartment_id = {MINE})",
            delete=f"owner_id = {ME}",
        ),
        AuditTable("casework_savedlist"),
        ProtectTable(
            "casework_handover",
            using=f"made_by_id = {ME} or compartment_id = {MINE}",
            check=f"compartment_id = {MINE}",
            delete="false",
        ),
        AuditTable("casework_handover"),
        ProtectTable(
            "casework_handoverline", using=CASE_SEEN, check=OFFICE_OF_CASE, delete="false"
        ),
        AuditTable("casework_handoverline", parent=CASE),
        ProtectTable(
            "casework_calendarfeed", using=f"user_id = {ME} or {SYSTEM}", delete="false"
        ),
        AuditTable("casework_calendarfeed", mask=("token_sha256",)),
        # The office of the case; and the body asked, by an account of its own.
        ProtectTable(
            "casework_enquiry",
            using=f"{OFFICE_OF_CASE} or organisation_id = (select korpu_organisation())",
            delete="false",
        ),
        AuditTable("casework_enquiry", parent=CASE, mask=("token_sha256", "address")),
    ]
