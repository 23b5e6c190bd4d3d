-- Deadlines of many cases at once: [{"id": case, "rows": [deadline, …]}, …], with the same outcome as
-- korpu_store_deadlines one by one. Nothing is written when one of them is not visible to the actor.
create function korpu_store_many_deadlines(asked jsonb) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  mine bigint[] := korpu_compartments();
  shared bigint[] := korpu_shared_cases();
  hidden bigint;
begin
  select a.id into hidden
    from jsonb_to_recordset(asked) as a(id bigint)
    left join casework_case c on c.id = a.id
     and (c.compartment_id = any (mine) or c.counterpart_id = any (mine) or c.id = any (shared))
   where c.id is null limit 1;
  if found then
    raise exception 'case % is not visible to the actor', hidden using errcode = '42501';
  end if;
  delete from casework_deadline d
   using jsonb_to_recordset(asked) as a(id bigint, rows jsonb)
   where d.case_id = a.id and d.position >= jsonb_array_length(a.rows);
  insert into casework_deadline as stored
         (id, case_id, position, deadline, title, kind, state, anchor_on, due_on, breached_on,
          effect, proposes, explanation, citation, confidence)
  select gen_random_uuid(), a.id, r.position, r.deadline, r.title, r.kind, r.state, r.anchor_on,
         r.due_on, r.breached_on, r.effect, r.proposes, r.explanation, r.citation, r.confidence
    from jsonb_to_recordset(asked) as a(id bigint, rows jsonb),
         jsonb_to_recordset(a.rows) as r(
         position smallint, deadline varchar, title jsonb, kind varchar, state varchar,
         anchor_on date, due_on date, breached_on date, effect varchar, proposes varchar,
         explanation jsonb, citation varchar, confidence varchar)
  on conflict (case_id, position) do update
     set deadline = excluded.deadline, title = excluded.title, kind = excluded.kind,
         state = excluded.state, anchor_on = excluded.anchor_on, due_on = excluded.due_on,
         breached_on = excluded.breached_on, effect = excluded.effect,
         proposes = excluded.proposes, explanation = excluded.explanation,
         citation = excluded.citation, confidence = excluded.confidence
   where (stored.deadline, stored.title, stored.kind, stored.state, stored.anchor_on,
          stored.due_on, stored.breached_on, stored.effect, stored.proposes, stored.explanation,
          stored.citation, stored.confidence)
         is distinct from
         (excluded.deadline, excluded.title, excluded.kind, excluded.state, excluded.anchor_on,
          excluded.due_on, excluded.breached_on, excluded.effect, excluded.proposes,
          excluded.explanation, excluded.citation, excluded.confidence);
end
$$;
