-- Who acts, and which compartments that opens. Functions run as the tables' owner, with a search
-- path of their own, and answer about the acting person only.

create function korpu_today() returns date
  language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('korpu.today', true), '')::date, current_date) $$;
comment on function korpu_today() is 'The day on which roles are judged, as the application says.';

create function korpu_office() returns bigint
  language sql stable parallel safe
  as $$ select nullif(current_setting('korpu.office', true), '')::bigint $$;
comment on function korpu_office() is 'The one office the person acts for; null: all of theirs.';

create function korpu_signing_in() returns boolean
  language sql stable parallel safe
  as $$ select coalesce(current_setting('korpu.signing_in', true), '') = 'on' $$;
comment on function korpu_signing_in() is
  'The application is finding out who somebody is: accounts and their keys may be looked up.';

create function korpu_system_user() returns bigint
  language sql stable security definer set search_path = public, pg_temp
  as $$ select id from accounts_user where is_system and is_active $$;

create function korpu_is_system() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from accounts_user
                        where id = korpu_actor() and is_system and is_active) $$;

create function korpu_held_roles()
  returns table (role text, compartment_id bigint, business text, office_id bigint,
                 on_behalf_of bigint)
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select g.role::text, g.compartment_id, c.business::text, c.office_id, null::bigint
    from accounts_rolegrant g
    join accounts_compartment c on c.id = g.compartment_id
    join accounts_user u on u.id = g.user_id and u.is_active
   where g.user_id = korpu_actor() and g.ended_at is null
     and korpu_today() between g.valid_from and coalesce(g.valid_until, 'infinity')
  union all
  select g.role::text, g.compartment_id, c.business::text, c.office_id, d.absent_id
    from accounts_deputyship d
    join accounts_user deputy on deputy.id = d.deputy_id and deputy.is_active
    join accounts_user absent on absent.id = d.absent_id and absent.is_active
    join accounts_rolegrant g on g.user_id = d.absent_id and g.deputies_allowed
    join accounts_compartment c on c.id = g.compartment_id
   where d.deputy_id = korpu_actor() and d.ended_at is null
     and korpu_today() between d.valid_from and d.valid_until
     and g.ended_at is null
     and korpu_today() between g.valid_from and coalesce(g.valid_until, 'infinity') $$;
comment on function korpu_held_roles() is
  'Roles the actor holds today, one row per grant; on_behalf_of: the absent colleague whose it is.';

create function korpu_compartments() returns bigint[]
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select case when korpu_is_system()
    then (select coalesce(array_agg(id), '{}') from accounts_compartment)
    else (select coalesce(array_agg(distinct compartment_id), '{}') from korpu_held_roles()
           where korpu_office() is null or office_id = korpu_office())
  end $$;
comment on function korpu_compartments() is
  'Compartments the actor may see; all of them for the system actor, none when nobody acts.';

create function korpu_holds(wanted text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select korpu_is_system() or exists (
    select from korpu_held_roles()
     where business = wanted and (korpu_office() is null or office_id = korpu_office())) $$;
comment on function korpu_holds(text) is 'The actor holds a role in some compartment of a business.';

create function korpu_directory() returns bigint[]
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select coalesce(array_agg(distinct o.id), '{}')
    from accounts_user me
    left join organisations_organisation mine on mine.id = me.organisation_id
    join organisations_organisation o
      on o.id = me.organisation_id or o.kind = 'service' or mine.kind = 'service'
   where me.id = korpu_actor() and me.is_active $$;
comment on function korpu_directory() is
  'Organisations whose people the actor may know: their own, the service, and for the service all.';

create function korpu_names(wanted bigint[]) returns table (id bigint, full_name text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select u.id, u.full_name::text from accounts_user u
         where korpu_actor() is not null and u.id = any(wanted) $$;
comment on function korpu_names(bigint[]) is
  'Names alone, for the signatures under acts of people the actor may not otherwise know.';

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

create function korpu_account_guard() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$
begin
  if pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then
    return new;
  end if;
  if new.is_system or (tg_op = 'UPDATE' and (old.is_system or old.uuid <> new.uuid)) then
    raise exception 'The account of the service itself is made and changed by its owner only.'
      using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' and not korpu_holds('administration') and (
       old.is_active, old.organisation_id, old.email)
       is distinct from (new.is_active, new.organisation_id, new.email) then
    raise exception 'Only an administrator changes who an account belongs to.'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger account_guard before insert or update on accounts_user
  for each row execute function korpu_account_guard();
