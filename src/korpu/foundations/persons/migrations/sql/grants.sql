-- Only a compartment that knows a person may let others read the file.

create function korpu_reading_grant_guard() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  if not exists (select from persons_involvement i
                  where i.person_id = new.person_id and i.compartment_id = new.granted_in_id)
     and not exists (select from persons_person p
                      where p.id = new.person_id and p.compartment_id = new.granted_in_id) then
    raise exception 'The compartment that grants reading does not know the person.'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger grant_guard before insert on persons_readinggrant
  for each row execute function korpu_reading_grant_guard();
