-- One Facebook app. Sealed columns are encrypted under the key outside the database.
create table messaging_account (
    id                        uuid        primary key,
    key                       text        not null unique,
    name                      text        not null check (name <> '' and length(name) <= 100),
    application_id            text        not null
        check (application_id <> '' and length(application_id) <= 100),
    application_secret_sealed bytea       not null,
    application_secret_tail   text        not null check (length(application_secret_tail) <= 4),
    -- Meta may sign with it until the new one has spread, so it is good for a while only.
    previous_secret_sealed    bytea,
    previous_secret_until     timestamptz,
    verify_token_sealed       bytea       not null,
    -- Which privacy notice an administrator had read, when the account was made by hand.
    privacy_text              text,
    privacy_language          text,
    privacy_at                timestamptz,
    created_at                timestamptz not null,
    created_by                uuid        not null references user_account,
    changed_at                timestamptz not null,
    changed_by                uuid        not null references user_account,
    revision                  int         not null default 1,
    constraint a_previous_secret_has_an_end
        check ((previous_secret_sealed is null) = (previous_secret_until is null)),
    constraint a_privacy_notice_is_whole
        check ((privacy_at is null) = (privacy_text is null)
               and (privacy_at is null) = (privacy_language is null))
);

-- When Meta last called about an account, and whether it could show that it was Meta.
create table webhook_contact (
    account_id    uuid        primary key references messaging_account on delete cascade,
    signed_at     timestamptz,
    unsigned_at   timestamptz,
    verified_at   timestamptz,
    unverified_at timestamptz
);

-- What somebody typed about an account or its pages and has not saved yet, sealed as a whole.
create table account_draft (
    id         uuid        primary key,
    owner      uuid        not null references user_account,
    account_id uuid        references messaging_account on delete cascade,
    sealed     bytea       not null,
    expires_at timestamptz not null
);

create index account_draft_owner on account_draft (owner, account_id);
create index account_draft_expires_at on account_draft (expires_at);

create table facebook_page (
    id           uuid        primary key,
    account_id   uuid        not null references messaging_account,
    -- Meta's name for it. A page belongs to one account only.
    page_id      text        not null unique check (page_id ~ '^[0-9]{1,100}$'),
    name         text        not null check (name <> '' and length(name) <= 100),
    token_sealed bytea       not null,
    token_tail   text        not null check (length(token_tail) <= 4),
    -- Stopped by an administrator: nothing is sent for the page, and Meta is to send us nothing of
    -- it.
    stopped_at   timestamptz,
    created_at   timestamptz not null,
    created_by   uuid        not null references user_account,
    changed_at   timestamptz not null,
    changed_by   uuid        not null references user_account,
    revision     int         not null default 1
);

create index facebook_page_account on facebook_page (account_id);

-- What a page was called that is in no account any more: what was said through it keeps its name.
create table removed_page (
    page_id    text        primary key,
    name       text        not null,
    removed_at timestamptz not null
);

-- What an administrator has chosen in the wizard that sets a Facebook page up in a workstream, and
-- has not created yet. One for each administrator and workstream.
create table page_set_up_draft (
    owner                 uuid        not null references user_account on delete cascade,
    workstream_id         uuid        not null references workstream on delete cascade,
    page_id               text        not null,
    language              text        not null,
    extended_window       boolean     not null,
    customer_files        boolean     not null,
    agent_files           boolean     not null,
    files_refused         text        not null,
    files_refused_enabled boolean     not null,
    expires_at            timestamptz not null,
    primary key (owner, workstream_id)
);

create index page_set_up_draft_expires_at on page_set_up_draft (expires_at);

-- What Meta told about a page: a warning, a restriction, its end.
create table page_notice (
    id      uuid        primary key,
    channel text        not null,
    page    text        not null,
    warning text        not null,
    reason  text,
    at      timestamptz not null,
    seen_at timestamptz,
    seen_by uuid
);

create unique index page_notice_once on page_notice (channel, page, at, warning);
create index page_notice_unseen on page_notice (at) where seen_at is null;

-- What is known of whether a page's events all arrived. due_at: when it is looked at next, be it
-- for a check of its subscription or for the next step of a catch-up.
create table page_watch (
    page          text        primary key,
    -- A catch-up is wanted, once the subscription is known to be good.
    wanted        boolean     not null default true,
    -- The catch-up under way: from when, until when, and where the list goes on.
    since         timestamptz,
    until         timestamptz,
    cursor        text,
    conversations int         not null default 0,
    found         int         not null default 0,
    -- Why it does not get on.
    problem       text,
    detail        text,
    failures      int         not null default 0,
    -- Everything until then was delivered, or fetched afterwards; null: nothing was fetched yet.
    whole_until   timestamptz,
    due_at        timestamptz not null,
    check_at      timestamptz not null,
    checked_at    timestamptz,
    finished_at   timestamptz,
    constraint a_catch_up_has_both_ends check ((since is null) = (until is null))
);

create index page_watch_due on page_watch (due_at);

-- How a page stands, as it was last measured, and when it is looked at again.
create table page_status (
    page       text        primary key,
    state      text        not null
        check (state in ('NOT_STARTED', 'RUNNING', 'NEEDS_ATTENTION', 'STOPPED')),
    since      timestamptz not null,
    -- What Meta told about its token and its subscription.
    token      jsonb,
    fields     text[],
    -- Somebody waits for the verdict.
    asked      boolean     not null default true,
    due_at     timestamptz not null,
    checked_at timestamptz
);

create index page_status_due on page_status (due_at);

-- What was found, one row for each thing that is looked at.
create table page_finding (
    page    text        not null references page_status on delete cascade,
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
    state  text        not null,
    causes text[]      not null default '{}',
    at     timestamptz not null
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
    alert_at timestamptz,
    ended_at timestamptz
);

create unique index a_page_tells_a_cause_once on page_alert (page, cause, days)
    where ended_at is null;
create index page_alert_due on page_alert (alert_at) where alert_at is not null;

-- An administrator writes to the page to see whether it arrives.
create table test_message (
    page       text        primary key references page_status on delete cascade,
    started_at timestamptz not null,
    started_by uuid        not null
);

-- Somebody asked Meta to have their data deleted, or took the app off their account. The user id is
-- the app's own, not a page's.
create table privacy_request (
    id           uuid        primary key,
    code         text        not null unique,
    account_id   uuid        not null,
    account_name text        not null,
    kind         text        not null check (kind in ('DELETION', 'DEAUTHORIZATION')),
    user_id      text        not null,
    state        text        not null
        check (state in ('WAITING', 'ERASED', 'NOBODY', 'UNMATCHED', 'NOTED')),
    detail       text,
    persons      int         not null default 0,
    messages     int         not null default 0,
    attempts     int         not null default 0,
    due_at       timestamptz,
    issued_at    timestamptz not null,
    asked_at     timestamptz not null,
    settled_at   timestamptz,
    settled_by   uuid,
    constraint asked_once unique (account_id, kind, user_id, issued_at),
    constraint only_what_waits_is_due check ((state = 'WAITING') = (due_at is not null))
);

create index privacy_request_due on privacy_request (due_at) where due_at is not null;
create index privacy_request_lately on privacy_request (asked_at desc);
