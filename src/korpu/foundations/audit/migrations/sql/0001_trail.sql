-- The trail. Rows are only ever added; the chain over them is a table of its own, so that sealing
-- changes nothing that was written.

create function korpu_actor() returns bigint
  language sql stable parallel safe
  as $$ select nullif(current_setting('korpu.actor', true), '')::bigint $$;
comment on function korpu_actor() is 'Who acts in this transaction; null: nobody said.';

create function korpu_instant(written text) returns timestamptz
  language sql immutable parallel safe
  as $$ select written::timestamptz $$;
comment on function korpu_instant(text) is
  'An instant written YYYY-MM-DDTHH:MM:SS.ffffffZ; immutable because the zone is always given.';

create table audit_event (
  id bigint generated always as identity primary key,
  body text not null,
  at timestamptz generated always as (public.korpu_instant(body::jsonb ->> 'at')) stored,
  kind text generated always as (body::jsonb ->> 'kind') stored,
  actor_id bigint generated always as ((body::jsonb ->> 'actor')::bigint) stored,
  on_behalf_of_id bigint generated always as ((body::jsonb ->> 'on_behalf_of')::bigint) stored,
  object_type text generated always as (body::jsonb ->> 'type') stored,
  object_id text generated always as (body::jsonb ->> 'id') stored,
  object_uuid uuid generated always as ((body::jsonb ->> 'uuid')::uuid) stored,
  parent_type text generated always as (body::jsonb ->> 'parent_type') stored,
  parent_id text generated always as (body::jsonb ->> 'parent_id') stored,
  compartment_id bigint generated always as ((body::jsonb ->> 'compartment')::bigint) stored,
  -- So that an auditor finds a case by the number people know it by.
  object_number text generated always as (coalesce(body::jsonb -> 'new' ->> 'number',
                                                   body::jsonb -> 'old' ->> 'number')) stored
);
create index audit_event_at on audit_event (at, id);
create index audit_event_actor on audit_event (actor_id, id);
create index audit_event_object on audit_event (object_uuid, id) where object_uuid is not null;
create index audit_event_row on audit_event (object_type, object_id, id);
create index audit_event_parent on audit_event (parent_type, parent_id, id)
  where parent_id is not null;
create index audit_event_kind on audit_event (kind, id);
create index audit_event_number on audit_event (object_number, id) where object_number is not null;

create table audit_event_person (
  event_id bigint not null references audit_event (id),
  person_uuid uuid not null,
  compartment_id bigint,
  primary key (event_id, person_uuid)
);
create index audit_event_person_uuid on audit_event_person (person_uuid, event_id);

create table audit_pending (event_id bigint primary key references audit_event (id));

create table audit_seal (
  seq bigint primary key check (seq > 0),
  event_id bigint not null unique references audit_event (id),
  hash bytea not null check (octet_length(hash) = 32)
);

create table audit_anchor (
  id bigint generated always as identity primary key,
  taken_at timestamptz not null default clock_timestamp(),
  seq bigint not null,
  hash bytea not null check (octet_length(hash) = 32)
);

-- Only the definer functions below run as the tables' owner; everybody else is refused here even
-- if somebody granted them the right, and nobody at all changes or removes a row.
create function korpu_audit_guard() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$
begin
  if tg_op = 'INSERT' then
    if current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
      return new;
    end if;
    raise exception 'The audit trail is written by its own functions only.'
      using errcode = 'insufficient_privilege';
  end if;
  raise exception 'The audit trail is never changed or removed (% on %).', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create trigger guard before insert or update or delete on audit_event
  for each row execute function korpu_audit_guard();
create trigger guard before insert or update or delete on audit_event_person
  for each row execute function korpu_audit_guard();
create trigger guard before insert or update or delete on audit_seal
  for each row execute function korpu_audit_guard();
create trigger guard before insert or update or delete on audit_anchor
  for each row execute function korpu_audit_guard();
create trigger guard before insert or update on audit_pending
  for each row execute function korpu_audit_guard();
create trigger guard_all before truncate on audit_event
  for each statement execute function korpu_audit_guard();
create trigger guard_all before truncate on audit_event_person
  for each statement execute function korpu_audit_guard();
create trigger guard_all before truncate on audit_seal
  for each statement execute function korpu_audit_guard();
create trigger guard_all before truncate on audit_anchor
  for each statement execute function korpu_audit_guard();
create trigger guard_all before truncate on audit_pending
  for each statement execute function korpu_audit_guard();

create function korpu_audit_add(entry jsonb) returns bigint
  language plpgsql set search_path = public, pg_temp
  as $$
declare
  added bigint;
begin
  insert into audit_event (body) values (
    ((select jsonb_object_agg(key, value) from jsonb_each(entry) where value <> 'null')
     || jsonb_build_object(
      'at', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'tx', pg_current_xact_id()::text))::text
  ) returning id into added;
  insert into audit_pending (event_id) values (added);
  return added;
end $$;
comment on function korpu_audit_add(jsonb) is
  'Adds one event with the instant and the transaction; works only for the owner of the trail.';

create function korpu_audit_note(entries jsonb) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  entry jsonb;
  added bigint;
  total integer := 0;
begin
  for entry in select value from jsonb_array_elements(entries) loop
    if coalesce(entry ->> 'kind', '') not in ('reading', 'refusal', 'sign_in', 'export', 'check') then
      raise exception 'The application notes readings, refusals, sign-ins, exports and checks; changes are noted by the tables themselves.';
    end if;
    added := korpu_audit_add(entry);
    insert into audit_event_person (event_id, person_uuid, compartment_id)
      select distinct added, person::uuid, (entry ->> 'compartment')::bigint
        from jsonb_array_elements_text(coalesce(entry -> 'persons', '[]')) as person;
    total := total + 1;
  end loop;
  return total;
end $$;
comment on function korpu_audit_note(jsonb) is 'The application''s door: a list of notes.';

create function korpu_audit_masked(data jsonb, masked text[]) returns jsonb
  language sql immutable parallel safe
  as $$
  select coalesce(jsonb_object_agg(
    key, case when key = any(masked) and value <> 'null' then '"***"' else value end), '{}')
    from jsonb_each(data) $$;

create function korpu_audit_change() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  options jsonb := coalesce(tg_argv[0], '{}')::jsonb;
  masked text[] := array(select jsonb_array_elements_text(coalesce(options -> 'mask', '[]')));
  ignored text[] := array(select jsonb_array_elements_text(coalesce(options -> 'ignore', '[]')));
  before_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - ignored end;
  after_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - ignored end;
  whole jsonb := coalesce(after_row, before_row);
  entry jsonb;
begin
  if tg_op = 'UPDATE' then
    select coalesce(jsonb_object_agg(key, value), '{}') into before_row
      from jsonb_each(before_row) where value is distinct from whole -> key;
    select coalesce(jsonb_object_agg(key, value), '{}') into after_row
      from jsonb_each(after_row) where before_row ? key;
    if after_row = '{}' then
      return null;
    end if;
  end if;
  entry := jsonb_build_object(
    'kind', 'change',
    'verb', lower(tg_op),
    'actor', korpu_actor(),
    'on_behalf_of', nullif(current_setting('korpu.on_behalf_of', true), '')::bigint,
    'office', nullif(current_setting('korpu.office', true), '')::bigint,
    'type', tg_table_name,
    'id', whole ->> coalesce(options ->> 'key', 'id'),
    'uuid', whole ->> 'uuid',
    'compartment', whole -> 'compartment_id',
    'parent_type', options ->> 'parent_table',
    'parent_id', whole ->> (options ->> 'parent_column'),
    'old', korpu_audit_masked(before_row, masked),
    'new', korpu_audit_masked(case when tg_op = 'INSERT' then jsonb_strip_nulls(after_row)
                                   else after_row end, masked));
  perform korpu_audit_add(entry);
  return null;
end $$;

-- Sealing. hash(n) = sha256(hash(n-1) || n as eight bytes, big-endian || body in UTF-8);
-- hash(0) is thirty-two zero bytes.
create function korpu_audit_link(previous bytea, seq bigint, body text) returns bytea
  language sql immutable parallel safe
  as $$ select sha256(previous || int8send(seq) || convert_to(body, 'UTF8')) $$;

create function korpu_audit_seal(at_most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  head record;
  place bigint := 0;
  previous bytea := decode(repeat('00', 32), 'hex');
  event record;
  total integer := 0;
begin
  if not pg_try_advisory_xact_lock(hashtext('korpu.audit.seal')) then
    return 0;
  end if;
  select seq, hash into head from audit_seal order by seq desc limit 1;
  if found then
    place := head.seq;
    previous := head.hash;
  end if;
  for event in
    select e.id, e.body from audit_pending p join audit_event e on e.id = p.event_id
     order by e.id limit at_most
  loop
    place := place + 1;
    previous := korpu_audit_link(previous, place, event.body);
    insert into audit_seal (seq, event_id, hash) values (place, event.id, previous);
    delete from audit_pending where event_id = event.id;
    total := total + 1;
  end loop;
  return total;
end $$;
comment on function korpu_audit_seal(integer) is
  'Links waiting events to the chain; 0 also when another session is sealing at this moment.';

create function korpu_audit_take_anchor() returns bigint
  language sql security definer set search_path = public, pg_temp
  as $$
  insert into audit_anchor (seq, hash)
    select seq, hash from audit_seal order by seq desc limit 1 returning seq $$;
comment on function korpu_audit_take_anchor() is 'Remembers the head of the chain; null: no chain.';

-- Denied by default: the owner's functions see the trail; who else may read it is decided by
-- foundations.accounts, which knows people.
do $$
declare
  name text;
begin
  foreach name in array array['audit_event', 'audit_event_person', 'audit_pending', 'audit_seal',
                              'audit_anchor'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to current_user using (true) with check (true)',
                   name || '_owner', name);
  end loop;
end $$;
