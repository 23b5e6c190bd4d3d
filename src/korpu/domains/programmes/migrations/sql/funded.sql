create function korpu_funded_projects() returns bigint[]
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select coalesce(array_agg(distinct party.project_id), '{}')
    from korpu_held_roles() held
    join organisations_office office on office.id = held.office_id
    join programmes_party party on party.organisation_id = office.organisation_id
   where held.business = 'donor' and party.role = 'donor' and party.removed_at is null
     and (korpu_office() is null or held.office_id = korpu_office()) $$;
comment on function korpu_funded_projects() is
  'Projects the actor''s organisation funds, when the actor stands for it as donor.';
