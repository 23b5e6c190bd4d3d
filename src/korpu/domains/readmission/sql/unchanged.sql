-- What was received, found and answered stays as it was written, whoever asks: a correction is a row
-- of its own. A transfer notice alone ends, once.
create function readmission_unchanged() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;

create trigger unchanged before update or delete on readmission_application
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_specialneeds
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_familymember
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_evidenceitem
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_supplement
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_identityconfirmation
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_interviewrequest
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_interviewrecord
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_particulars
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_finding
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_interviewslot
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_reply
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_traveldocument
  for each row execute function readmission_unchanged();
create trigger unchanged before update or delete on readmission_arrival
  for each row execute function readmission_unchanged();

create function readmission_notice_ends() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' or old.ended_on is not null
     or to_jsonb(new) - 'ended_on' <> to_jsonb(old) - 'ended_on' then
    raise exception 'a transfer notice can only be ended' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger unchanged before update or delete on readmission_transfernotice
  for each row execute function readmission_notice_ends();
