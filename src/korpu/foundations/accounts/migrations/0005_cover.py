from django.db import migrations

ADMINISTERS = "(select korpu_holds('administration'))"
AUDITS = "(select korpu_holds('audit'))"
ME = "(select korpu_actor())"
SEES = f"absent_id = {ME} or deputy_id = {ME} or {ADMINISTERS} or {AUDITS}"
COLLEAGUE = "absent_id = any((select korpu_colleague_ids())::bigint[])"

FUNCTIONS = """
create function korpu_colleague_ids() returns bigint[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(distinct g.user_id), '{}') from accounts_rolegrant g
         where g.compartment_id = any(korpu_compartments()) and g.ended_at is null
           and korpu_today() between g.valid_from and coalesce(g.valid_until, 'infinity') $$;
comment on function korpu_colleague_ids() is
  'Who holds a role today in a compartment of the actor.';

create function korpu_may_cover(the_absent bigint, the_deputy bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select the_absent = any(korpu_colleague_ids()) and the_deputy = any(korpu_colleague_ids())
           and the_deputy <> korpu_actor()
           and not exists (select from accounts_rolegrant g
                            where g.user_id = the_absent and g.ended_at is null
                              and coalesce(g.valid_until, 'infinity') >= korpu_today()
                              and g.compartment_id <> all(korpu_compartments())) $$;
comment on function korpu_may_cover(bigint, bigint) is
  'Both work in an office of the actor, and the absent one holds no role anywhere else: no role '
  'passes on that the actor''s own office did not give.';
"""
BACK = "drop function korpu_may_cover(bigint, bigint); drop function korpu_colleague_ids();"


class Migration(migrations.Migration):
    """Heads of offices see who is away in them, and arrange who stands in."""

    dependencies = [("accounts", "0004_the_service_is_known")]
    operations = [
        migrations.RunSQL(FUNCTIONS, BACK),
        migrations.RunSQL(
            f"alter policy korpu_see on accounts_deputyship using ({SEES} or {COLLEAGUE})",
            f"alter policy korpu_see on accounts_deputyship using ({SEES})",
        ),
        migrations.RunSQL(
            "alter policy korpu_add on accounts_deputyship with check ("
            f"{ADMINISTERS} or (granted_by_id = {ME} and korpu_may_cover(absent_id, deputy_id)))",
            f"alter policy korpu_add on accounts_deputyship with check ({ADMINISTERS})",
        ),
        migrations.RunSQL(
            "alter policy korpu_change on accounts_deputyship using ("
            f"{ADMINISTERS} or korpu_may_cover(absent_id, deputy_id))",
            f"alter policy korpu_change on accounts_deputyship using ({ADMINISTERS})",
        ),
    ]
