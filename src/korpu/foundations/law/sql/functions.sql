-- The key of the law in use; null: nothing was ever published. Law is public: no actor is needed.
create function korpu_law_edition() returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select uuid from law_edition order by uuid desc limit 1
$$;

-- The same for a transaction that writes a case: publishing waits until it has ended, so that no
-- case is left with dates of a law that is no longer in use.
create function korpu_hold_law() returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('korpu law', 0));
  return korpu_law_edition();
end
$$;

-- For whoever publishes: waits for those transactions, and keeps new ones waiting.
create function korpu_change_law() returns void
language sql volatile set search_path = public, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended('korpu law', 0))
$$;

-- Everything that was ever published, in that order; also what was withdrawn since.
create function korpu_published_law() returns setof law_change
language sql stable security definer set search_path = public, pg_temp as $$
  select * from law_change where published_at is not null order by published_at, id
$$;

-- What was signed stays as it was signed; a draft goes on, or is discarded.
create function korpu_signed_law_stays() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if old.state not in ('draft') and (
      old.kind, old.subject, old.content, old.instrument, old.article, old.confidence,
      old.valid_from, old.drafted_by_id, old.drafted_at, old.published_by_id, old.published_at,
      old.published_on, old.published_digest)
     is distinct from (
      new.kind, new.subject, new.content, new.instrument, new.article, new.confidence,
      new.valid_from, new.drafted_by_id, new.drafted_at, new.published_by_id, new.published_at,
      new.published_on, new.published_digest) then
    raise exception 'a signed change of the law stays as it is' using errcode = '42501';
  end if;
  return new;
end
$$;

create trigger law_change_stays before update on law_change
  for each row execute function korpu_signed_law_stays();

create function korpu_receipts_stay() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'a receipt stays as it was written' using errcode = '42501';
end
$$;

create trigger law_receipt_stays before update or delete on law_receipt
  for each row execute function korpu_receipts_stay();
create trigger law_declaration_stays before update or delete on law_declaration
  for each row execute function korpu_receipts_stay();
