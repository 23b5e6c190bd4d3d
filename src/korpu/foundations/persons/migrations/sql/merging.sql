-- Moving the rows of one record to another and back, whoever may see them.

create function korpu_person_move(the_merge bigint) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  absorbed bigint;
  kept bigint;
  moved integer;
begin
  select m.absorbed_id, m.kept_id into strict absorbed, kept from persons_merge m
   where m.id = the_merge and m.undone_at is null and m.merged_by_id = korpu_actor()
     and not exists (select from persons_mergemove done where done.merge_id = the_merge);
  insert into persons_mergemove (merge_id, table_name, column_name, row_id)
    select the_merge, 'persons_identityfact', 'person_id', f.id
      from persons_identityfact f where f.person_id = absorbed
    union all select the_merge, 'persons_helddocument', 'person_id', d.id
      from persons_helddocument d where d.person_id = absorbed
       and not exists (select from persons_helddocument same
                        where same.person_id = kept and same.kind = d.kind
                          and same.issuer = d.issuer and same.number_key = d.number_key)
    union all select the_merge, 'persons_involvement', 'person_id', i.id
      from persons_involvement i where i.person_id = absorbed
       and not exists (select from persons_involvement same
                        where same.person_id = kept and same.case_uuid = i.case_uuid
                          and same.part = i.part)
    union all select the_merge, 'persons_readinggrant', 'person_id', g.id
      from persons_readinggrant g where g.person_id = absorbed
    union all select the_merge, 'persons_relation', 'person_id', r.id
      from persons_relation r where r.person_id = absorbed and r.relative_id <> kept
       and not exists (select from persons_relation same
                        where same.person_id = kept and same.relative_id = r.relative_id
                          and same.kind = r.kind)
    union all select the_merge, 'persons_relation', 'relative_id', r.id
      from persons_relation r where r.relative_id = absorbed and r.person_id <> kept
       and not exists (select from persons_relation same
                        where same.relative_id = kept and same.person_id = r.person_id
                          and same.kind = r.kind);
  get diagnostics moved = row_count;
  perform korpu_person_repoint(the_merge, kept);
  return moved;
end $$;
comment on function korpu_person_move(bigint) is
  'Moves what hangs on the absorbed record to the kept one and notes each row. Holds of protection '
  'stay where they are: the gate asks for both records.';

create function korpu_person_return(the_merge bigint) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  absorbed bigint;
begin
  select m.absorbed_id into strict absorbed from persons_merge m
   where m.id = the_merge and m.undone_at is not null and m.undone_by_id = korpu_actor();
  return korpu_person_repoint(the_merge, absorbed);
end $$;
comment on function korpu_person_return(bigint) is 'Takes back exactly what korpu_person_move moved.';

create function korpu_person_repoint(the_merge bigint, target bigint) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  place record;
  touched integer := 0;
begin
  for place in select table_name, column_name, array_agg(row_id) as rows
                 from persons_mergemove where merge_id = the_merge group by 1, 2 loop
    execute format('update %I set %I = $1 where id = any($2)', place.table_name, place.column_name)
      using target, place.rows;
    touched := touched + cardinality(place.rows);
  end loop;
  return touched;
end $$;
revoke all on function korpu_person_repoint(bigint, bigint) from public;
