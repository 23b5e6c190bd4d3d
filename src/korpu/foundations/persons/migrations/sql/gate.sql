-- The non-refoulement gate and the way from a record to the one that stands for it.

create function korpu_person_cluster(wanted bigint[]) returns bigint[]
  language sql stable security definer set search_path = public, pg_temp
  as $$
  with recursive up(id, merged_into_id) as (
    select p.id, p.merged_into_id from persons_person p where p.id = any(wanted)
    union select p.id, p.merged_into_id from persons_person p join up on p.id = up.merged_into_id
  ), down(id) as (
    select id from up
    union select p.id from persons_person p join down on p.merged_into_id = down.id
  ) select coalesce(array_agg(id), '{}') from down $$;
comment on function korpu_person_cluster(bigint[]) is
  'The given persons with every record merged into them or standing for them.';
revoke all on function korpu_person_cluster(bigint[]) from public;

create function korpu_person_kept(wanted uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$
  with recursive up(uuid, merged_into_id) as (
    select p.uuid, p.merged_into_id from persons_person p
     where p.uuid = wanted and korpu_actor() is not null
    union select p.uuid, p.merged_into_id from persons_person p join up on p.id = up.merged_into_id
  ) select uuid from up where merged_into_id is null $$;
comment on function korpu_person_kept(uuid) is 'The record that stands for a person after merges.';

create function korpu_gate(wanted bigint[], day date) returns text
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
declare
  known bigint[];
  family bigint[];
begin
  if korpu_actor() is null or coalesce(cardinality(wanted), 0) = 0
     or array_position(wanted, null) is not null then
    return 'blocked';
  end if;
  select coalesce(array_agg(id), '{}') into known from persons_person where id = any(wanted);
  if not known @> wanted then
    return 'blocked';
  end if;
  known := korpu_person_cluster(known);
  select array_agg(distinct other.person_id) into family
    from persons_involvement own
    join persons_involvement other on other.case_uuid = own.case_uuid
   where own.person_id = any(known);
  family := korpu_person_cluster(known || coalesce(family, '{}'));
  if exists (select from persons_protectionhold h
              where h.person_id = any(family)
                and (h.valid_until is null or h.valid_until >= day)) then
    return 'blocked';
  end if;
  return 'clear';
end $$;
comment on function korpu_gate(bigint[], date) is
  'Whether anything about these persons may leave the country: clear or blocked, never why. A hold '
  'of any member of a file blocks the file; a hold that begins later blocks already; an unknown '
  'person, or none, is blocked.';
