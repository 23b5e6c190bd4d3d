-- Mentors and their contracts, for the people of an assistance compartment only.
create function korpu_mentors()
  returns table (id bigint, full_name text, valid_from date, valid_until date)
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select u.id, u.full_name::text, g.valid_from, g.valid_until
    from accounts_rolegrant g
    join accounts_user u on u.id = g.user_id and u.is_active
   where g.role = 'mentor' and g.ended_at is null
     and coalesce(g.valid_until, 'infinity') >= korpu_today()
     and korpu_holds('assistance')
   order by u.full_name, g.valid_from $$;
comment on function korpu_mentors() is
  'Who holds a mentor''s contract now or later, and from when to when.';
