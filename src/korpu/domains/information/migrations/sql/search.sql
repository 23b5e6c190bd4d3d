-- Which publications hold the words asked for. Row-level security keeps "@@" from using the index,
-- so it is asked here, past it; the keys found are worth nothing without the rows, which are
-- protected as ever.
create function information_matches(asked tsquery)
  returns table (publication_id bigint, rank real)
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select id, ts_rank(search, asked) from information_publication where search @@ asked $$;
comment on function information_matches(tsquery) is
  'Keys of publications that hold the words, and how well they match.';
