from django.db import migrations

from korpu.foundations.audit.operations import AuditTable

# Messages are added by anybody's act, through a function that shows nothing; they are seen and
# changed by the service itself and by administrators, and removed by the service itself.
SEES = "(select korpu_holds('administration'))"
SYSTEM = "(select korpu_is_system())"
MAY_SEE = {"mail_message": SEES, "mail_attachment": SYSTEM}


def _protect(table: str, sees: str) -> tuple[str, str]:
    forwards = f"""
        alter table {table} enable row level security;
        alter table {table} force row level security;
        create policy korpu_see on {table} for select using ({sees});
        create policy korpu_change on {table} for update using ({sees}) with check ({sees});
        create policy korpu_remove on {table} for delete using ({SYSTEM});
        create policy korpu_owner on {table} to current_user using (true) with check (true);
    """
    backwards = f"""
        drop policy korpu_see on {table}; drop policy korpu_change on {table};
        drop policy korpu_remove on {table}; drop policy korpu_owner on {table};
        alter table {table} no force row level security;
        alter table {table} disable row level security;
    """
    return forwards, backwards


QUEUE = """
create function korpu_queue_mail(the_uuid uuid, address text, about text, words text, lang text,
                                 further jsonb, moment timestamptz,
                                 names text[], types text[], contents bytea[]) returns bigint
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare key bigint;
begin
  insert into mail_message (uuid, to_address, subject, text, language, headers, state,
                            attempts_count, next_attempt_at, last_error, queued_at, queued_by_id)
    values (the_uuid, address, about, words, lang, further, 'waiting', 0, moment, '', moment,
            korpu_actor())
    returning id into key;
  insert into mail_attachment (message_id, name, media_type, content)
    select key, file.name, file.type, file.content
      from unnest(names, types, contents) as file (name, type, content);
  return key;
end $$;
comment on function korpu_queue_mail is
  'Adds a message to the outbox, on whoever''s act; what was added is not shown to them.';
"""
SIGNATURE = "(uuid, text, text, text, text, jsonb, timestamptz, text[], text[], bytea[])"


class Migration(migrations.Migration):
    dependencies = [
        ("mail", "0001_initial"),
        ("accounts", "0002_access"),
        ("audit", "0001_initial"),
    ]
    operations = [
        *(migrations.RunSQL(*_protect(table, sees)) for table, sees in MAY_SEE.items()),
        migrations.RunSQL(QUEUE, f"drop function korpu_queue_mail{SIGNATURE}"),
        AuditTable("mail_message", mask=("to_address", "subject", "text", "headers")),
        AuditTable(
            "mail_attachment", mask=("name", "content"), parent=("mail_message", "message_id")
        ),
    ]
