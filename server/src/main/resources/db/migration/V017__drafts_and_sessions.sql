-- What is typed and not sent yet: one draft per user, conversation and mode, and beside it older
-- texts that were typed in another window at the same time. The window where it is typed chooses the
-- revision, so that it recognizes its own texts.
create table draft (
    id              uuid        primary key,
    user_id         uuid        not null,
    conversation_id uuid        not null references conversation,
    mode            text        not null check (mode in ('REPLY', 'NOTE')),
    revision        uuid        not null,
    text            text        not null,
    reply_to        uuid,
    reply_buttons   text[]      not null,
    typed_at        timestamptz not null,
    replaced        boolean     not null
);

-- No samples of these words, which would remain after an erasure (decision 31).
alter table draft
    alter column text set statistics 0,
    alter column reply_buttons set statistics 0;

create unique index one_draft_per_conversation_and_mode on draft (user_id, conversation_id, mode)
    where not replaced;
create index draft_of_conversation on draft (conversation_id);
create index draft_by_age on draft (typed_at);

-- The conversations that a user has open as tabs at the desk, and those closed last, to reopen them.
create table session_tab (
    user_id         uuid        not null,
    conversation_id uuid        not null references conversation,
    -- The place in the row of tabs: when it was opened.
    opened_at       timestamptz not null,
    used_at         timestamptz not null,
    -- null while it is open.
    closed_at       timestamptz,
    -- Whether the user had it in front of them last. None is active when they left it for the list.
    active          boolean     not null,
    primary key (user_id, conversation_id),
    constraint only_an_open_tab_is_active check (not active or closed_at is null)
);

create index session_tab_of_conversation on session_tab (conversation_id);
