-- Defines how the conversations of its endpoints are distributed.
create table workstream (
    id                          uuid        primary key,
    fallback_queue_id           uuid        not null references queue,
    channel                     text        not null,
    name                        text        not null,
    is_default                  boolean     not null default false,
    mode                        text        not null default 'PUSH' check (mode in ('PUSH', 'PICK')),
    capacity                    int         not null check (capacity > 0),
    presences                   text[]      not null default '{AVAILABLE,BUSY}'
        check (presences <> '{}' and presences <@ '{AVAILABLE,BUSY,DO_NOT_DISTURB,AWAY,OFFLINE}'),
    keep_same_agent             boolean     not null default true,
    wrap_up_block               text        not null default 'ALWAYS'
        check (wrap_up_block in ('ALWAYS', 'CUSTOM', 'NEVER')),
    wrap_up_minutes             int         check (wrap_up_minutes between 1 and 60),
    close_waiting_after_seconds bigint      not null check (close_waiting_after_seconds > 0),
    created_at                  timestamptz not null,
    created_by                  uuid        references user_account,
    changed_at                  timestamptz not null,
    changed_by                  uuid        references user_account,
    revision                    int         not null default 1,
    constraint a_workstream_has_a_name check (name <> '' and length(name) <= 100),
    constraint only_a_custom_block_has_a_time
        check ((wrap_up_block = 'CUSTOM') = (wrap_up_minutes is not null))
);

create unique index one_default_workstream on workstream (is_default) where is_default;
create unique index workstream_name on workstream (lower(name));
create index workstream_fallback_queue on workstream (fallback_queue_id);

-- An endpoint that is set up in a workstream, in at most one. An endpoint is the company's end of a
-- channel: a page, an account, a phone number, a chat widget.
create table channel_instance (
    channel         text        not null,
    endpoint        text        not null,
    workstream_id   uuid        not null references workstream,
    language        text        not null default 'en' check (language in ('en', 'zh-TW')),
    -- Whether an agent may also send in the time by which the channel extends its reply window.
    extended_window boolean     not null default false,
    customer_files  boolean     not null default false,
    agent_files     boolean     not null default false,
    created_at      timestamptz not null,
    created_by      uuid        references user_account,
    changed_at      timestamptz not null,
    changed_by      uuid        references user_account,
    revision        int         not null default 1,
    primary key (channel, endpoint)
);

create index channel_instance_workstream on channel_instance (workstream_id);

-- Messages that Parley sends to customers automatically. `level` is what a row applies to, and
-- `subject` identifies it: for ENDPOINT, the channel and the endpoint's id with a slash between.
-- Without a row, or with a row without a text, the default text is sent.
create table automated_message (
    level    text    not null check (level in ('ENDPOINT')),
    subject  text    not null,
    trigger  text    not null check (trigger in ('FILES_REFUSED')),
    language text    not null check (language in ('en', 'zh-TW')),
    text     text    check (length(text) between 1 and 500),
    enabled  boolean not null,
    primary key (level, subject, trigger, language)
);
