create table user_account (
    id                   uuid        primary key,
    sign_in_name         text        not null check (sign_in_name <> '' and length(sign_in_name) <= 100),
    display_name         text        not null check (display_name <> '' and length(display_name) <= 100),
    password_hash        text        not null,
    administrator        boolean     not null,
    supervisor           boolean     not null,
    agent                boolean     not null,
    language             text        check (language in ('en', 'zh-TW')),
    active               boolean     not null default true,
    must_change_password boolean     not null,
    -- Grows whenever earlier sign-ins must end: a new password, a deactivation.
    epoch                integer     not null default 1,
    created_at           timestamptz not null,
    created_by           uuid        references user_account,
    last_signed_in_at    timestamptz,
    revision             integer     not null default 1,
    check (administrator or supervisor or agent)
);

create unique index user_account_sign_in_name on user_account (lower(sign_in_name));

-- One row for each name and each address with recent failures, shared by all nodes.
create table sign_in_throttle (
    kind       text        not null check (kind in ('NAME', 'ADDRESS')),
    subject    text        not null,
    failures   integer     not null,
    since      timestamptz not null,
    primary key (kind, subject)
);

create index sign_in_throttle_since on sign_in_throttle (since);

create table api_token (
    id           uuid        primary key,
    user_id      uuid        not null references user_account,
    name         text        not null check (name <> '' and length(name) <= 100),
    token_hash   bytea       not null unique,
    created_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

create index api_token_user on api_token (user_id, created_at);

-- Who did what to which, and how it was before and after.
create table audit_entry (
    id      uuid        primary key,
    at      timestamptz not null,
    who     uuid        references user_account,
    action  text        not null,
    subject text        not null,
    before  jsonb       not null,
    after   jsonb       not null
);

create index audit_entry_subject on audit_entry (subject, at);

-- Sign-ins of browsers. Names and types are those that Spring Session reads and writes.
create table spring_session (
    primary_id            char(36)     primary key,
    session_id            char(36)     not null unique,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval integer      not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);

create index spring_session_expiry_time on spring_session (expiry_time);
create index spring_session_principal_name on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
