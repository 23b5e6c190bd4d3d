-- Who reaches what of a call. Applicants have no account: they come by a secret link, whose hash the
-- application tells the transaction (korpu.calls_key), and reach the one application it opens.

create function korpu_calls_staff() returns bigint[]
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select case when korpu_is_system()
    then (select coalesce(array_agg(id), '{}') from accounts_compartment)
    else (select coalesce(array_agg(distinct compartment_id), '{}') from korpu_held_roles()
           where role in ('project_manager', 'programme_director')
             and (korpu_office() is null or office_id = korpu_office()))
  end $$;
comment on function korpu_calls_staff() is
  'Compartments whose calls the actor runs. Assessors hold a role there too, and are not among them.';

create function korpu_calls_key() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('korpu.calls_key', true), '') $$;
comment on function korpu_calls_key() is 'SHA-256 of the secret of the link in use; null: none.';

create function korpu_calls_own() returns bigint
  language sql stable security definer set search_path = public, pg_temp
  as $$ select id from calls_application where key_sha256 = korpu_calls_key() $$;
comment on function korpu_calls_own() is 'The application the link in use opens; null: none.';

create function korpu_calls_appointed() returns bigint[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(s.call_id), '{}') from calls_assessor s
         where s.user_id = korpu_actor() and s.removed_at is null
           and exists (select from korpu_held_roles() where role = 'assessor') $$;
comment on function korpu_calls_appointed() is 'Calls the actor assesses, declared or not.';

create function korpu_calls_assessed() returns bigint[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(a.id), '{}')
          from calls_assessor s
          join calls_application a on a.call_id = s.call_id
         where s.user_id = korpu_actor() and s.removed_at is null and s.declared_at is not null
           and exists (select from korpu_held_roles() where role = 'assessor')
           and a.status in ('eligible', 'awarded', 'reserve', 'rejected', 'contracted')
           and not exists (select from calls_assessorconflict x
                            where x.assessor_id = s.id and x.application_id = a.id) $$;
comment on function korpu_calls_assessed() is
  'Applications the actor may read and score: appointed, declared, without a conflict.';

create function korpu_calls_applicants(wanted bigint)
  returns table (id bigint, reference text, organisation_name text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select a.id, a.reference::text, a.organisation_name::text from calls_application a
         where a.call_id = wanted and a.status in ('submitted', 'completion_asked', 'eligible')
           and wanted = any(korpu_calls_appointed())
         order by a.reference $$;
comment on function korpu_calls_applicants(bigint) is
  'Names alone, on which an appointed assessor declares conflicts before seeing anything else.';

create function korpu_calls_progress(wanted bigint)
  returns table (application_id bigint, locked bigint, expected bigint)
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select a.id,
         (select count(*) from calls_assessment t
           where t.application_id = a.id and t.user_id is not null and t.locked_at is not null
             and exists (select from calls_assessor s where s.call_id = a.call_id
                          and s.user_id = t.user_id and s.removed_at is null)),
         (select count(*) from calls_assessor s
           where s.call_id = a.call_id and s.removed_at is null
             and not exists (select from calls_assessorconflict x
                              where x.assessor_id = s.id and x.application_id = a.id))
    from calls_application a
    join calls_call c on c.id = a.call_id
   where a.call_id = wanted and a.status in ('eligible', 'awarded', 'reserve', 'rejected', 'contracted')
     and c.compartment_id = any(korpu_calls_staff()) $$;
comment on function korpu_calls_progress(bigint) is
  'How many sheets of each application are locked and how many are expected; no points.';

create function korpu_calls_has_locked(wanted bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from calls_assessor s
                         join calls_call c on c.id = s.call_id
                         join calls_assessment t on t.call_id = s.call_id and t.user_id = s.user_id
                        where s.id = wanted and t.locked_at is not null
                          and c.compartment_id = any(korpu_calls_staff())) $$;
comment on function korpu_calls_has_locked(bigint) is
  'Whether an assessor has locked a sheet: the fact alone, for the staff of the call.';

create function korpu_calls_candidates()
  returns table (id bigint, full_name text, organisation_id bigint)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select distinct u.id, u.full_name::text, u.organisation_id
          from accounts_rolegrant g
          join accounts_user u on u.id = g.user_id and u.is_active
         where g.role = 'assessor' and g.ended_at is null
           and korpu_today() between g.valid_from and coalesce(g.valid_until, 'infinity')
           and cardinality(korpu_calls_staff()) > 0
         order by 2 $$;
comment on function korpu_calls_candidates() is
  'Who may be appointed to assess: holders of the role today, for those who run calls.';

-- Scores come into the open once, when every expected sheet is locked, and never go back.
create function korpu_calls_guard_reveal() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  if old.revealed_at is not null and new.revealed_at is distinct from old.revealed_at then
    raise exception 'Revealed scores stay revealed.' using errcode = 'check_violation';
  end if;
  if old.revealed_at is null and new.revealed_at is not null and exists (
       select from calls_application a
        where a.call_id = new.id and a.status = 'eligible'
          and ((select count(*) from calls_assessment t
                 where t.application_id = a.id and t.user_id is not null
                   and t.locked_at is not null) < new.assessors_needed
               or exists (
                 select from calls_assessor s
                  where s.call_id = new.id and s.removed_at is null
                    and not exists (select from calls_assessorconflict x
                                     where x.assessor_id = s.id and x.application_id = a.id)
                    and not exists (select from calls_assessment t
                                     where t.application_id = a.id and t.user_id = s.user_id
                                       and t.locked_at is not null)))) then
    raise exception 'Scores are revealed when every assessor has locked every sheet.'
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger reveal_guard before update on calls_call
  for each row execute function korpu_calls_guard_reveal();

-- A locked sheet never changes; nobody writes into one after it is locked or another's.
create function korpu_calls_guard_sheet() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$
begin
  if old.locked_at is not null then
    raise exception 'A locked sheet is never changed.' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger sheet_guard before update or delete on calls_assessment
  for each row execute function korpu_calls_guard_sheet();

create function korpu_calls_guard_score() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  sheet bigint := case when tg_op = 'DELETE' then old.assessment_id else new.assessment_id end;
begin
  perform from calls_assessment t where t.id = sheet and t.locked_at is not null;
  if found then
    raise exception 'A locked sheet is never changed.' using errcode = 'check_violation';
  end if;
  if tg_op <> 'DELETE' and not exists (
       select from calls_criterion k join calls_assessment t on t.call_id = k.call_id
        where k.id = new.criterion_id and t.id = sheet
          and new.points between 0 and k.scale_max) then
    raise exception 'The score is outside the scale of the criterion.'
      using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger score_guard before insert or update or delete on calls_score
  for each row execute function korpu_calls_guard_score();

-- What an applicant may make of the application: submit in time, complete, withdraw. Nothing else.
create function korpu_calls_guard_application() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  is_staff boolean := new.compartment_id = any(korpu_calls_staff());
  closes timestamptz;
begin
  if new.status = 'submitted' and (tg_op = 'INSERT' or old.status = 'draft') then
    select c.closes_at into closes from calls_call c
     where c.id = new.call_id and c.status = 'published';
    if closes is null or new.submitted_at > closes then
      raise exception 'The call takes no applications at this moment.'
        using errcode = 'check_violation';
    end if;
  end if;
  if is_staff then
    return new;
  end if;
  if tg_op = 'INSERT' then
    if new.status <> 'draft' then
      raise exception 'An application begins as a draft.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if (new.call_id, new.compartment_id, new.reference, new.uuid, new.objection_until,
      new.completion_until, new.eligibility_reasons)
     is distinct from
     (old.call_id, old.compartment_id, old.reference, old.uuid, old.objection_until,
      old.completion_until, old.eligibility_reasons)
     or (old.status <> new.status and (old.status, new.status) not in (
           ('draft', 'submitted'), ('completion_asked', 'submitted'), ('draft', 'withdrawn'),
           ('submitted', 'withdrawn'), ('completion_asked', 'withdrawn'),
           ('eligible', 'withdrawn'))) then
    raise exception 'Only the staff of the call decide on an application.'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger application_guard before insert or update on calls_application
  for each row execute function korpu_calls_guard_application();
