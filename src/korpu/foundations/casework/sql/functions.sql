-- The actor, and the colleagues the actor stands in for today.
create function korpu_working_for() returns bigint[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array_remove(array_agg(distinct who), null)
    from (select korpu_actor() as who
          union all
          select on_behalf_of from korpu_held_roles()) people
$$;

-- Who holds a role today in a compartment the actor is in: the people a case can be given to.
create function korpu_colleagues(place bigint) returns table (id bigint, full_name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct u.id, u.full_name::text
    from accounts_rolegrant g
    join accounts_user u on u.id = g.user_id and u.is_active
   where g.compartment_id = place and place = any (korpu_compartments()) and g.ended_at is null
     and korpu_today() between g.valid_from and coalesce(g.valid_until, 'infinity')
   order by 2, 1
$$;

-- Cases shared with the actor today, in person or with one of the actor's compartments, or with a
-- colleague the actor stands in for. Owned by the owner, so that the policies of shares can lean on
-- cases and those of cases on shares.
create function korpu_shared_cases() returns bigint[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct share.case_id), '{}')
    from casework_caseshare share
   where share.ended_at is null
     and korpu_today() between share.valid_from and share.valid_until
     and (share.compartment_id = any (korpu_compartments())
          or share.user_id = any (korpu_working_for()))
$$;

-- Whether the actor may see the case at all.
create function korpu_case_visible(asked bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from casework_case c
     where c.id = asked
       and (c.compartment_id = any (korpu_compartments())
            or c.counterpart_id = any (korpu_compartments())
            or c.id = any (korpu_shared_cases())))
$$;

-- The whole log of a case the actor may see, for the engine: an act is judged by every entry,
-- also by those its actor may not read.
create function korpu_case_log(asked bigint) returns setof casework_act
language sql stable security definer set search_path = public, pg_temp as $$
  select act.* from casework_act act
   where act.case_id = asked and korpu_case_visible(asked)
   order by act.seq
$$;

-- Replace the projected deadlines of a case the actor may see; a row that says the same is left alone.
create function korpu_store_deadlines(asked bigint, rows jsonb) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not korpu_case_visible(asked) then
    raise exception 'case % is not visible to the actor', asked using errcode = '42501';
  end if;
  delete from casework_deadline
   where case_id = asked and position >= jsonb_array_length(rows);
  insert into casework_deadline as stored
         (id, case_id, position, deadline, title, kind, state, anchor_on, due_on, breached_on,
          effect, proposes, explanation, citation, confidence)
  select gen_random_uuid(), asked, r.position, r.deadline, r.title, r.kind, r.state, r.anchor_on,
         r.due_on, r.breached_on, r.effect, r.proposes, r.explanation, r.citation, r.confidence
    from jsonb_to_recordset(rows) as r(
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

-- The log is append-only, whoever asks.
create function korpu_log_is_append_only() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'the log of a case is append-only' using errcode = '42501';
end
$$;

create trigger casework_act_append_only
  before update or delete on casework_act
  for each row execute function korpu_log_is_append_only();

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
