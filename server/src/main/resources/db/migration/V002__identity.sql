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
    -- Incremented when existing sessions must end: after a new password or a deactivation.
    epoch                int         not null default 1,
    created_at           timestamptz not null,
    created_by           uuid        references user_account,
    changed_at           timestamptz not null,
    changed_by           uuid        references user_account,
    last_signed_in_at    timestamptz,
    revision             int         not null default 1,
    constraint a_user_has_a_role check (administrator or supervisor or agent)
);

create unique index user_account_sign_in_name on user_account (lower(sign_in_name));

-- The browsers in which a user has signed in, by the hash of their cookie. Failed sign-ins from
-- other browsers do not lock them out.
create table known_device (
    user_id      uuid        not null references user_account,
    device_hash  bytea       not null,
    signed_in_at timestamptz not null,
    primary key (user_id, device_hash)
);

-- Recent failed sign-ins, one row for each name, address and known browser, shared by all nodes.
-- Users confirm their current password before they change it; failures of that count too.
create table sign_in_throttle (
    kind     text        not null check (kind in ('NAME', 'ADDRESS', 'DEVICE', 'CURRENT_PASSWORD')),
    subject  text        not null,
    failures int         not null,
    since    timestamptz not null,
    primary key (kind, subject)
);

create index sign_in_throttle_since on sign_in_throttle (since);

-- An API token: the permissions of a program that acts for a user, and their expiry.
create table api_token (
    id           uuid        primary key,
    user_id      uuid        not null references user_account,
    name         text        not null check (name <> '' and length(name) <= 100),
    token_hash   bytea       not null unique,
    scopes       text[]      not null check (scopes <@ '{READ,WRITE,CONFIGURE}' and scopes <> '{}'),
    created_at   timestamptz not null,
    created_by   uuid        references user_account,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

create index api_token_user on api_token (user_id, created_at);

-- The audit log: the user, the action, its subject, and the values before and after.
create table audit_entry (
    id      uuid        primary key,
    who     uuid        references user_account,
    action  text        not null,
    subject text        not null,
    before  jsonb       not null,
    after   jsonb       not null,
    at      timestamptz not null
);

create index audit_entry_subject on audit_entry (subject, at);
-- The audit log is listed newest first: all entries, by user, or by kind of subject.
create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_who on audit_entry (who, at desc, id desc);
create index audit_entry_kind on audit_entry (split_part(subject, '/', 1), at desc, id desc);
-- For all entries with an action, including those whose subject no longer exists.
create index audit_entry_action on audit_entry (action, at);

-- Sessions of browsers. Names and types are those that Spring Session uses, except that a session's
-- id is stored as its hash: only the cookie contains the id, so nobody can take over a session with
-- a copy of the database.
create table spring_session (
    primary_id            char(36)     primary key,
    session_id            char(64)     not null unique,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval int          not null,
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
