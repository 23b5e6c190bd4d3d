-- The twins of korpu.engines.azeri: the same strings from the same text, without ICU.

create function az_fold(given text) returns text
  language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp
  as $$
  select normalize(regexp_replace(normalize(
    replace(replace(replace(replace(
      translate(lower(translate(normalize(given, NFC), 'İI', 'ii')), 'əıøđłŋð', 'eiodlnd'),
      'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'þ', 'th'),
    NFD), '[\u0300-\u036f]', '', 'g'), NFD) $$;
comment on function az_fold(text) is 'Small letters without marks; twin of korpu.engines.azeri.az_fold.';

create function az_sort(given text) returns text
  language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp
  as $$
  with alphabet as (select
    'abcçdeəfgğhxıijkqlmnoöprsştuüvyzw' as small,
    'ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZW' as capital,
    (select string_agg(chr(640 + place), '' order by place) from generate_series(0, 32) place)
      as ranks,
    normalize(given, NFC) as written)
  select translate(regexp_replace(normalize(
           translate(lower(translate(written, 'İI', 'iı')), small, ranks), NFD),
           '[\u0300-\u036f]', '', 'g'), small, ranks)
         || chr(1) || translate(written, small || capital, repeat('0', 33) || repeat('1', 33))
    from alphabet $$;
comment on function az_sort(text) is
  'Order of the Azerbaijani alphabet under collate "C"; twin of korpu.engines.azeri.az_sort_key.';
