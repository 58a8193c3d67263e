-- A person or a company that the company knows, as its own record of them.
create table contact (
    id         uuid        primary key,
    -- For the audit log, which contains no personal data.
    number     bigint      generated always as identity,
    kind       text        not null check (kind in ('PERSON', 'COMPANY')),
    -- Null after the person was erased whose profile it was copied from (decision 47).
    name       text,
    -- The name as it is compared with others.
    name_key   text,
    -- The customer whose name in the channel was copied, until somebody changes it.
    name_of    uuid        references customer,
    company_id uuid        references contact,
    emails     text[]      not null default '{}',
    phones     text[]      not null default '{}',
    -- The telephone numbers as they are compared with others.
    phone_keys text[]      not null default '{}',
    tags       text[]      not null default '{}',
    notes      text        not null default '',
    created_at timestamptz not null,
    created_by uuid        references user_account,
    changed_at timestamptz not null,
    changed_by uuid        references user_account,
    revision   int         not null default 1,
    constraint a_name_has_a_key check ((name is null) = (name_key is null)),
    constraint only_a_person_works_for_a_company check (kind = 'PERSON' or company_id is null)
);

-- No samples of names that come from a channel: they would remain after an erasure (decision 31).
alter table contact
    alter column name set statistics 0,
    alter column name_key set statistics 0;

create unique index contact_number on contact (number);
create index contact_by_name on contact (name_key);
create index contact_by_email on contact using gin (emails);
create index contact_by_phone on contact using gin (phone_keys);
create index contact_of_company on contact (company_id) where company_id is not null;
create index contact_by_name_of on contact (name_of) where name_of is not null;

-- The contact or company that a customer, as a channel knows them, is.
create table contact_link (
    customer_id uuid        primary key references customer,
    contact_id  uuid        not null references contact,
    linked_at   timestamptz not null,
    linked_by   uuid        references user_account
);

create index contact_link_of_contact on contact_link (contact_id);
