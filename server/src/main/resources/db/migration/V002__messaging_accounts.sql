-- One Facebook app. Sealed columns are encrypted under the key outside the database.
create table messaging_account (
    id                        uuid        primary key,
    key                       text        not null unique,
    name                      text        not null check (name <> '' and length(name) <= 100),
    application_id            text        not null
                              check (application_id <> '' and length(application_id) <= 100),
    application_secret_sealed bytea       not null,
    application_secret_tail   text        not null check (length(application_secret_tail) <= 4),
    -- Meta may sign with it until the new one has spread.
    previous_secret_sealed    bytea,
    verify_token_sealed       bytea       not null,
    created_at                timestamptz not null,
    created_by                uuid        not null references user_account,
    changed_at                timestamptz not null,
    changed_by                uuid        not null references user_account,
    revision                  integer     not null default 1
);

create table facebook_page (
    id           uuid        primary key,
    account_id   uuid        not null references messaging_account,
    -- Meta's name for it. A page belongs to one account only.
    page_id      text        not null unique check (page_id ~ '^[0-9]{1,100}$'),
    name         text        not null check (name <> '' and length(name) <= 100),
    token_sealed bytea       not null,
    token_tail   text        not null check (length(token_tail) <= 4),
    created_at   timestamptz not null,
    created_by   uuid        not null references user_account,
    changed_at   timestamptz not null,
    changed_by   uuid        not null references user_account,
    revision     integer     not null default 1
);

create index facebook_page_account on facebook_page (account_id);
