-- Finding people beside row-level security. The application reaches the index only through these.

create function korpu_index_person(the_person bigint, shown text, year smallint, country text,
                                   name_keys text[], skeletons text[], neighbours jsonb)
  returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  tokens integer[];
begin
  if korpu_actor() is null then
    raise exception 'Nobody acts.' using errcode = 'insufficient_privilege';
  end if;
  perform korpu_unindex_person(the_person);
  insert into persons_nametoken (key, skeleton)
    select distinct on (k) k, s from unnest(name_keys, skeletons) as given(k, s)
    on conflict (key) do nothing;
  select array_agg(id order by id) into tokens from persons_nametoken where key = any(name_keys);
  insert into persons_tokenneighbour (form, token_id)
    select form, t.id from persons_nametoken t,
           lateral jsonb_array_elements_text(neighbours -> t.key) as given(form)
     where t.id = any(tokens)
    on conflict do nothing;
  insert into persons_searchentry (person_id, person_uuid, shown_name, birth_year, nationality, keys)
    select id, uuid, shown, year, country, name_keys from persons_person where id = the_person;
  insert into persons_searchpair (low, high, birth_year, person_id)
    select one, other, year, the_person
      from unnest(tokens) one join unnest(tokens) other on one <= other;
end $$;
comment on function korpu_index_person(bigint, text, smallint, text, text[], text[], jsonb) is
  'Puts a person into the search index, replacing what was there.';

create function korpu_unindex_person(the_person bigint) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  delete from persons_searchpair p
   using persons_searchentry e, persons_nametoken one, persons_nametoken other
   where e.person_id = the_person and p.person_id = the_person
     and one.key = any(e.keys) and other.key = any(e.keys)
     and p.low = one.id and p.high = other.id and p.birth_year = e.birth_year;
  delete from persons_searchentry where person_id = the_person;
end $$;
comment on function korpu_unindex_person(bigint) is 'Takes a person out of the search index.';

create function korpu_name_tokens(word text, word_skeleton text, forms text[], loose boolean)
  returns table (token_id integer, score real)
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
begin
  return query
  select found.id, max(found.score)::real from (
    select t.id, 3.0 as score from persons_nametoken t where t.key = word
    union all (select t.id, 1.5 + similarity(t.key, word) from persons_nametoken t
      where length(word) >= 3 and t.key like word || '%' order by length(t.key) limit 15)
    union all select t.id, 1.5 + similarity(t.key, word)
      from persons_tokenneighbour n join persons_nametoken t on t.id = n.token_id
      where n.form = any(forms)
    union all select t.id, 1.0 + similarity(t.key, word) from persons_nametoken t
      where t.skeleton = word_skeleton
    union all (select t.id, similarity(t.key, word) from persons_nametoken t
      where loose and t.key % word order by similarity(t.key, word) desc limit 20)
  ) found group by found.id order by 2 desc limit 24;
end $$;
revoke all on function korpu_name_tokens(text, text, text[], boolean) from public;

create function korpu_person_candidates(words text[], skeletons text[], neighbours jsonb,
                                        years smallint[], loose boolean, at_most integer)
  returns table (person_id bigint, person_uuid uuid, shown_name text, birth_year smallint,
                 nationality text, keys text[])
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
begin
  if korpu_actor() is null then
    return;
  end if;
  return query
  with token as materialized (
    select word.place, t.token_id, t.score
      from unnest(words, skeletons) with ordinality as word(key, skeleton, place)
      cross join lateral korpu_name_tokens(word.key, word.skeleton,
        array(select jsonb_array_elements_text(neighbours -> word.key)), loose) t
  ), pair as (
    select least(one.token_id, other.token_id) as low, greatest(one.token_id, other.token_id) as high,
           max(one.score + other.score) as score
      from token one join token other on one.place < other.place
     group by 1, 2
    union all
    select token_id, token_id, score from token where cardinality(words) = 1
  ), found as (
    select born.person_id, pair.score + 0.3 as score
      from pair cross join unnest(years) as wanted(year) cross join lateral (
        select p.person_id from persons_searchpair p
         where p.low = pair.low and p.high = pair.high and p.birth_year = wanted.year
         limit 60) born
    union all
    select any_year.person_id, pair.score from pair cross join lateral (
      select p.person_id from persons_searchpair p
       where p.low = pair.low and p.high = pair.high limit 60) any_year
  ), hit as (
    select f.person_id, max(f.score) as score from found f group by 1 order by 2 desc limit at_most
  )
  select e.person_id, e.person_uuid, e.shown_name::text, e.birth_year, e.nationality::text,
         e.keys::text[]
    from hit join persons_searchentry e on e.person_id = hit.person_id;
end $$;
comment on function korpu_person_candidates(text[], text[], jsonb, smallint[], boolean, integer) is
  'Persons whose names hold words like two of the words asked for (or the one), by the minimum data '
  'a search may show; those born in one of the years first. Merged records are not among them.';

create function korpu_persons_by_document(wanted text)
  returns table (person_id bigint, person_uuid uuid, shown_name text, birth_year smallint,
                 nationality text, keys text[])
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select distinct e.person_id, e.person_uuid, e.shown_name::text, e.birth_year,
         e.nationality::text, e.keys::text[]
    from persons_helddocument d join persons_searchentry e on e.person_id = d.person_id
   where korpu_actor() is not null and length(wanted) >= 5 and d.withdrawn_at is null
     and d.number_key = wanted
   limit 50 $$;
comment on function korpu_persons_by_document(text) is
  'Persons named by a document with exactly this number (capitals, letters and digits only).';

create function korpu_person_known_by(wanted bigint[])
  returns table (person_id bigint, title_az text, title_en text, title_ru text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
  with reader as (
    select i.person_id, i.compartment_id from persons_involvement i where i.person_id = any(wanted)
    union select p.id, p.compartment_id from persons_person p where p.id = any(wanted)
  ), knowing as (
    select reader.person_id, c.office_id, o.organisation_id,
           c.id = any(korpu_compartments()) or not exists (
             select from persons_quietbusiness q where q.business = c.business) as named
      from reader join accounts_compartment c on c.id = reader.compartment_id
      join organisations_office o on o.id = c.office_id
     where korpu_actor() is not null
  )
  select distinct k.person_id, o.title_az::text, o.title_en::text, o.title_ru::text
    from knowing k join organisations_office o on o.id = k.office_id where k.named
  union
  select k.person_id, o.title_az::text, o.title_en::text, o.title_ru::text
    from knowing k join organisations_organisation o on o.id = k.organisation_id
   where not exists (select from knowing other where other.person_id = k.person_id and other.named)
$$;
comment on function korpu_person_known_by(bigint[]) is
  'Offices that know the persons. An office whose knowing is a secret is named to itself only; where '
  'no other office knows the person, its organisation is named.';

create function korpu_person_entries(wanted uuid[])
  returns table (person_id bigint, person_uuid uuid, shown_name text, birth_year smallint,
                 nationality text, keys text[])
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select e.person_id, e.person_uuid, e.shown_name::text, e.birth_year, e.nationality::text,
         e.keys::text[]
    from persons_person p join persons_searchentry e on e.person_id = p.id
   where korpu_actor() is not null and p.uuid = any(wanted) $$;
comment on function korpu_person_entries(uuid[]) is 'The minimum about persons found before.';

create function korpu_registered_since(words text[], since timestamptz, until timestamptz)
  returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
declare
  ids integer[];
begin
  perform pg_advisory_xact_lock(hashtextextended(array_to_string(words, ' '), 7013001));
  select array_agg(t.id order by t.id) into ids from persons_nametoken t where t.key = any(words);
  return korpu_actor() is not null and cardinality(ids) = cardinality(words) and exists (
    select from persons_searchpair pair
      join persons_person p on p.id = pair.person_id
      join persons_searchentry e on e.person_id = p.id
     where pair.low = ids[1] and pair.high = ids[cardinality(ids)] and e.keys @> words::varchar[]
       and p.created_at > since and p.created_at <= until);
end $$;
comment on function korpu_registered_since(text[], timestamptz, timestamptz) is
  'Whether somebody with these words in the name was registered in a period; from then to the end '
  'of the transaction nobody else asks the same.';
