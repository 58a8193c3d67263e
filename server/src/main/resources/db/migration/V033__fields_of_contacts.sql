-- A field that the company adds to its contacts, or to its companies (decision 62).
create table contact_field (
    id           uuid        primary key,
    kind         text        not null check (kind in ('PERSON', 'COMPANY')),
    -- What files, slugs and contacts call it. It never changes.
    key          text        not null check (key ~ '^[a-z][a-z0-9_]{0,29}$'),
    english_name text        not null check (english_name <> '' and length(english_name) <= 60),
    chinese_name text        not null check (chinese_name <> '' and length(chinese_name) <= 60),
    english_help text        not null check (length(english_help) <= 200),
    chinese_help text        not null check (length(chinese_help) <= 200),
    type         text        not null check (type in ('TEXT', 'LONG_TEXT', 'WHOLE_NUMBER', 'DECIMAL',
                                                      'DATE', 'YES_NO', 'CHOICE')),
    required     boolean     not null,
    at_desk      boolean     not null,
    -- Of a choice, in their order: id, english, chinese.
    options      jsonb       not null default '[]'
        check ((type = 'CHOICE') = (jsonb_array_length(options) > 0)),
    position     int         not null,
    created_at   timestamptz not null,
    created_by   uuid        not null references user_account,
    changed_at   timestamptz not null,
    changed_by   uuid        not null references user_account,
    revision     int         not null default 1
);

create unique index contact_field_key on contact_field (kind, key);
create unique index contact_field_english_name on contact_field (kind, lower(english_name));
create unique index contact_field_chinese_name on contact_field (kind, lower(chinese_name));

-- What a contact is found by: the values of these fields as they are compared, one a line.
create function contact_field_key(field_values jsonb, keys text[]) returns text
    language sql immutable parallel safe
return coalesce((select string_agg(lower(normalize(field.value, nfkc)), E'\n' order by field.key)
                   from jsonb_each_text(field_values) as field
                  where field.key = any (keys)), '');

alter table contact
    -- The values of its fields, each a text, by the field's key.
    add column field_values jsonb not null default '{}' check (jsonb_typeof(field_values) = 'object'),
    add column field_key    text  not null default '';

-- The terms of a contact now include the words of its fields, and each value as a whole.
alter table contact drop column terms;

alter table contact
    add column terms tsvector generated always as
        (contact_terms(coalesce(name_key, '') || E'\n' || field_key, emails, phone_keys,
                       tags || string_to_array(field_key, E'\n'))) stored;

create index contact_terms_index on contact using gin (terms) with (fastupdate = off);

-- No samples of names that come from a channel (decision 31).
alter table contact alter column terms set statistics 0;
