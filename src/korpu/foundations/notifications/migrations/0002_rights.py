from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable

OWN = "user_id = (select korpu_actor()) or (select korpu_is_system())"

NOTIFY = """
create function korpu_notify(people bigint[], the_kind text, the_key text, sentence jsonb,
                             place text, usual text, moment timestamptz) returns setof bigint
  language sql volatile security definer set search_path = public, pg_temp
  as $$
  insert into notifications_notification (uuid, user_id, kind, key, title, href, telling, created_at)
    select gen_random_uuid(), u.id, the_kind, the_key, sentence, place,
           coalesce((select c.telling from notifications_choice c
                      where c.user_id = u.id and c.kind = the_kind), usual), moment
      from accounts_user u
     where u.id = any(people) and u.is_active and not u.is_system and korpu_actor() is not null
  on conflict (user_id, kind, key) do nothing
  returning id $$;
comment on function korpu_notify is
  'Tells people of something once; what they were told is not shown to whoever caused it.';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0001_initial"),
        ("accounts", "0002_access"),
        ("audit", "0001_initial"),
    ]
    operations = [
        ProtectTable("notifications_notification", using=OWN, check=OWN),
        ProtectTable("notifications_choice", using=OWN, check="user_id = (select korpu_actor())"),
        migrations.RunSQL(
            NOTIFY,
            "drop function korpu_notify(bigint[], text, text, jsonb, text, text, timestamptz)",
        ),
        AuditTable("notifications_choice", parent=("accounts_user", "user_id")),
    ]
