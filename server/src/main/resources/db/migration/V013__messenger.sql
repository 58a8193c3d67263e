-- The default workstream. 28 days: a customer who has not replied by then rarely does.
insert into workstream (id, fallback_queue_id, channel, name, is_default, capacity,
                        close_waiting_after_seconds, created_at, changed_at)
select '018f0000-0000-7000-8000-000000000001', id, 'FACEBOOK', 'Facebook', true, 20,
       28 * 24 * 3600, now(), now()
  from queue
 where is_default;

-- A Facebook app. Sealed columns are encrypted with the key outside the database.
create table messaging_account (
    id                        uuid        primary key,
    key                       text        not null unique,
    name                      text        not null check (name <> '' and length(name) <= 100),
    application_id            text        not null
        check (application_id <> '' and length(application_id) <= 100),
    application_secret_sealed bytea       not null,
    application_secret_tail   text        not null check (length(application_secret_tail) <= 4),
    -- Meta may sign with the previous secret until the new one is in effect everywhere, so it
    -- remains valid for a limited time.
    previous_secret_sealed    bytea,
    previous_secret_until     timestamptz,
    verify_token_sealed       bytea       not null,
    -- The privacy notice that the administrator read when they created the account.
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

-- When Meta last called the webhook of an account, with and without a valid signature or verify
-- token.
create table webhook_contact (
    account_id    uuid        primary key references messaging_account on delete cascade,
    signed_at     timestamptz,
    unsigned_at   timestamptz,
    verified_at   timestamptz,
    unverified_at timestamptz
);

-- Unsaved input about an account or its pages, encrypted as a whole.
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
    -- The id that Meta gave the page. A page belongs to one account only.
    page_id      text        not null unique check (page_id ~ '^[0-9]{1,100}$'),
    name         text        not null check (name <> '' and length(name) <= 100),
    token_sealed bytea       not null,
    token_tail   text        not null check (length(token_tail) <= 4),
    -- Stopped by an administrator: nothing is sent for the page, and it is unsubscribed from events.
    stopped_at   timestamptz,
    created_at   timestamptz not null,
    created_by   uuid        not null references user_account,
    changed_at   timestamptz not null,
    changed_by   uuid        not null references user_account,
    revision     int         not null default 1
);

create index facebook_page_account on facebook_page (account_id);

-- The name of a page that was removed from its account, for the conversations of that page.
create table removed_page (
    page_id    text        primary key,
    name       text        not null,
    removed_at timestamptz not null
);

-- Unsaved input of the wizard that sets up a Facebook page in a workstream, one row for each
-- administrator and workstream.
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

-- Meta's notices about a page: a warning, a restriction, or the end of one.
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

-- Whether all events of a page arrived. due_at: when its subscription is checked next, or the next
-- step of a catch-up is due.
create table page_watch (
    page          text        primary key,
    -- A catch-up is requested. It starts when the subscription has been checked.
    wanted        boolean     not null default true,
    -- The catch-up in progress: the start and end of its time range, and the position in the list.
    since         timestamptz,
    until         timestamptz,
    cursor        text,
    conversations int         not null default 0,
    found         int         not null default 0,
    -- Why the catch-up makes no progress.
    problem       text,
    detail        text,
    failures      int         not null default 0,
    -- All events until this time were delivered or fetched; null if no catch-up has finished yet.
    whole_until   timestamptz,
    due_at        timestamptz not null,
    check_at      timestamptz not null,
    checked_at    timestamptz,
    finished_at   timestamptz,
    constraint a_catch_up_has_both_ends check ((since is null) = (until is null))
);

create index page_watch_due on page_watch (due_at);

-- The provisioning state of a page when it was last checked, and when it is checked next.
create table page_status (
    page       text        primary key,
    state      text        not null
        check (state in ('NOT_STARTED', 'RUNNING', 'NEEDS_ATTENTION', 'STOPPED')),
    since      timestamptz not null,
    -- What Meta reported about its token and its subscription.
    token      jsonb,
    fields     text[],
    -- A check was requested and is shown as in progress.
    asked      boolean     not null default true,
    due_at     timestamptz not null,
    checked_at timestamptz
);

create index page_status_due on page_status (due_at);

-- The results of the checks, one row for each.
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

-- The earlier states of a page and their causes. It is not deleted with the page.
create table page_history (
    id     uuid        primary key,
    page   text        not null,
    state  text        not null,
    causes text[]      not null default '{}',
    at     timestamptz not null
);

create index page_history_of_page on page_history (page, at desc, id desc);

-- Alerts to administrators. Each is sent once until its cause is gone; for a token that expires,
-- once for each number of days left.
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

-- A test message: an administrator writes to the page to check that messages arrive.
create table test_message (
    page       text        primary key references page_status on delete cascade,
    started_at timestamptz not null,
    started_by uuid        not null
);

-- A person asked Meta to delete their data, or removed the app from their account. The user id is
-- the one for the app, not for a page.
create table privacy_request (
    id           uuid        primary key,
    code         text        not null unique,
    account_id   uuid        not null,
    account_name text        not null,
    kind         text        not null check (kind in ('DELETION', 'DEAUTHORIZATION')),
    user_id      text        not null,
    state        text        not null
        check (state in ('WAITING', 'ERASED', 'NO_DATA', 'ACTION_REQUIRED', 'RECORDED')),
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
