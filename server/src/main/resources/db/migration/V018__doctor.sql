-- Stopped by an administrator: nothing is sent for the page, and Meta is to send us nothing of it.
alter table facebook_page add column stopped_at timestamptz;

-- How a page stands, as it was last measured, and when it is looked at again.
create table page_checkup (
    page       text        primary key,
    state      text        not null
        check (state in ('NOT_STARTED', 'RUNNING', 'NEEDS_ATTENTION', 'STOPPED')),
    since      timestamptz not null,
    -- Somebody waits for the verdict.
    asked      boolean     not null default true,
    due_at     timestamptz not null,
    checked_at timestamptz,
    -- What Meta told about its token and its subscription.
    token      jsonb,
    fields     text[]
);

create index page_checkup_due on page_checkup (due_at);

-- What was found, one row for each thing that is looked at.
create table page_finding (
    page    text        not null references page_checkup on delete cascade,
    topic   text        not null,
    verdict text        not null
        check (verdict in ('GOOD', 'LIMITED', 'WRONG', 'CANNOT_TELL', 'NOT_APPLICABLE')),
    cause   text        not null,
    facts   text[]      not null default '{}',
    detail  text,
    since   timestamptz not null,
    primary key (page, topic)
);

-- How a page stood and why. It outlives the page.
create table page_history (
    id     uuid        primary key,
    page   text        not null,
    at     timestamptz not null,
    state  text        not null,
    causes text[]      not null default '{}'
);

create index page_history_of_page on page_history (page, at desc, id desc);

-- What administrators are told once, until it has ended: by cause, and for the end of a token by
-- how many days are left.
create table page_alert (
    id       uuid        primary key,
    page     text        not null,
    cause    text        not null,
    days     int         not null default 0,
    facts    text[]      not null default '{}',
    began_at timestamptz not null,
    tell_at  timestamptz,
    ended_at timestamptz
);

create unique index a_page_tells_a_cause_once on page_alert (page, cause, days)
    where ended_at is null;
create index page_alert_to_tell on page_alert (tell_at) where tell_at is not null;

-- An administrator writes to the page to see whether it arrives.
create table test_message (
    page       text        primary key references page_checkup on delete cascade,
    started_at timestamptz not null,
    started_by uuid        not null
);

-- When Meta last called about an account, and whether it could show that it was Meta.
create table account_contact (
    account_id    uuid        primary key references messaging_account on delete cascade,
    signed_at     timestamptz,
    unsigned_at   timestamptz,
    verified_at   timestamptz,
    unverified_at timestamptz
);

-- Letters to those who run this installation, until the mail server has taken them.
create table letter (
    id         uuid        primary key,
    key        text        not null unique,
    subject    text        not null,
    text       text        not null,
    written_at timestamptz not null,
    attempts   int         not null default 0,
    due_at     timestamptz,
    sent_at    timestamptz,
    problem    text
);

create index letter_due on letter (due_at) where due_at is not null;

-- Somebody asked Meta to have their data deleted, or took the app off their account. The user id is
-- the app's own, not a page's.
create table privacy_request (
    id           uuid        primary key,
    code         text        not null unique,
    account_id   uuid        not null,
    account_name text        not null,
    kind         text        not null check (kind in ('DELETION', 'DEAUTHORIZATION')),
    user_id      text        not null,
    issued_at    timestamptz not null,
    asked_at     timestamptz not null,
    state        text        not null
        check (state in ('WAITING', 'ERASED', 'NOBODY', 'UNMATCHED', 'NOTED')),
    attempts     int         not null default 0,
    due_at       timestamptz,
    detail       text,
    persons      int         not null default 0,
    messages     int         not null default 0,
    settled_at   timestamptz,
    settled_by   uuid,
    constraint asked_once unique (account_id, kind, user_id, issued_at),
    constraint only_what_waits_is_due check ((state = 'WAITING') = (due_at is not null))
);

create index privacy_request_due on privacy_request (due_at) where due_at is not null;
create index privacy_request_lately on privacy_request (asked_at desc);
