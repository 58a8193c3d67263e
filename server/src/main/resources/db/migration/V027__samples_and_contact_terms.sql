-- Made up for the demo: a person who does not exist, with conversations that never took place.
alter table customer add column sample boolean not null default false;

-- What a contact is found by while its name is typed: the words of its name, the characters and the
-- pairs of characters of a name in a script without spaces, its e-mail addresses and their domains,
-- the ends of its telephone numbers, and its tags. `ContactTerms` divides what is typed in the same way.
create function contact_terms(name_key text, emails text[], phone_keys text[], tags text[])
    returns tsvector
    language sql immutable parallel safe
return array_to_tsvector(array(
    select distinct left(term, 300)
      from (select (regexp_matches(
                       coalesce(name_key, ''),
                       '[^\s!-/:-@\[-`{-~\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+',
                       'g'))[1]
             union all
            select substr(name_key, place, size)
              from generate_series(1, length(coalesce(name_key, ''))) as place,
                   generate_series(1, 2) as size
             where substr(name_key, place, size)
                   ~ ('^[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]{'
                      || size || '}$')
             union all select unnest(emails)
             union all select split_part(unnest(emails), '@', 2)
             union all select ltrim(unnest(phone_keys), '0')
             union all select lower(normalize(unnest(tags), nfkc))) as parts (term)
     where term <> ''));

alter table contact
    add column terms tsvector generated always as
        (contact_terms(name_key, emails, phone_keys, tags)) stored;

create index contact_terms_index on contact using gin (terms) with (fastupdate = off);

-- No samples of names that come from a channel (decision 31).
alter table contact alter column terms set statistics 0;

-- When the person of a conversation was erased: what was typed before that is not stored any more.
alter table conversation add column erased_at timestamptz;
