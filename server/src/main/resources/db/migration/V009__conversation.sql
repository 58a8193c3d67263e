create table conversation (
    id                   uuid        primary key,
    number               bigint      generated always as identity (start with 1001),
    channel              text        not null,
    endpoint             text        not null,
    person               text        not null,
    customer_id          uuid        not null,
    agent_id             uuid,
    -- Which app controls the conversation in its channel, as far as is known; null if the channel
    -- reported nothing. The channel defines how long control lasts without activity, so the end is
    -- stored.
    controlled_by        text        check (controlled_by in ('PARLEY', 'INBOX', 'APP', 'NOBODY')),
    controlling_app      text,
    controlled_until     timestamptz,
    -- The last message as lists show it.
    preview              text        not null default '',
    preview_kind         text        not null default 'TEXT',
    preview_author       text        not null default 'CUSTOMER',
    preview_inbound      boolean     not null default true,
    unread               int         not null default 0,
    state                text        not null
        check (state in ('OPEN', 'ACTIVE', 'WAITING', 'WRAP_UP', 'CLOSED')),
    since                timestamptz not null,
    -- Closing can be undone for a short time. Until then the conversation is in wrap-up, and
    -- close_at is the end of that time.
    closing              boolean     not null default false,
    close_at             timestamptz,
    opened_at            timestamptz not null,
    last_message_at      timestamptz not null,
    -- When a message was last written, by the clock of the server. close_at is recalculated from
    -- it only when close_at is reached.
    active_at            timestamptz not null,
    last_customer_act_at timestamptz,
    delivered_until      timestamptz,
    read_until           timestamptz,
    constraint an_agent_holds_what_is_active
        check (state not in ('ACTIVE', 'WRAP_UP') or agent_id is not null),
    constraint nobody_holds_what_is_open check (state <> 'OPEN' or agent_id is null),
    constraint only_what_is_wrapped_up_is_closing check (not closing or state = 'WRAP_UP'),
    constraint only_what_is_closed_stays_for_ever check ((state = 'CLOSED') = (close_at is null))
) with (
    -- Each message updates the row of its conversation. With free space in the block, and no index
    -- of the updated columns, the new version of the row stays in the same block.
    fillfactor = 70
);

-- PostgreSQL stores samples of column values for its planner. No statement searches for these
-- values, and the samples would remain after an erasure (decision 31).
alter table conversation alter column preview set statistics 0;

create unique index one_running_conversation_per_person on conversation (channel, endpoint, person)
    where state <> 'CLOSED';
create index conversation_of_person on conversation (channel, endpoint, person, opened_at desc);
-- Access to a customer's picture depends on all their conversations, including closed ones.
create index conversation_of_customer on conversation (customer_id);
create index conversation_open on conversation (opened_at) where state = 'OPEN';
create index conversation_of_agent on conversation (agent_id) where state <> 'CLOSED';
create index conversation_closed_by_agent on conversation (agent_id, since desc)
    where state = 'CLOSED';
create index conversation_due on conversation (close_at) where close_at is not null;
create index conversation_by_opening on conversation (opened_at desc, id desc);
create index conversation_by_person on conversation (person, opened_at desc, id desc);
create unique index conversation_number on conversation (number);

-- The entries of the timeline, ordered by sent_at. channel_message_id is the channel's id of a
-- message.
create table message (
    id                 uuid        primary key,
    conversation_id    uuid        not null references conversation,
    channel            text        not null,
    endpoint           text        not null,
    channel_message_id text        collate "C",
    request_key        text        collate "C",
    author             text        not null
        check (author in ('CUSTOMER', 'AGENT', 'BOT', 'SYSTEM', 'OUTSIDE')),
    agent_id           uuid,
    -- The app with which a message was written that Parley did not send; null if unknown.
    written_with       text        check (written_with in ('PARLEY', 'INBOX', 'APP')),
    written_with_app   text,
    kind               text        not null,
    text               text,
    content            jsonb,
    note               text,
    reply_to           text,
    reaction           text,
    -- The version of the text that is shown: the number of the edit that it comes from.
    version            int         not null default 0,
    edits              jsonb,
    -- Not delivered as an event, but fetched from the channel's message history later.
    recovered          boolean     not null default false,
    status             text        not null
        check (status in ('RECEIVED', 'QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'READ', 'FAILED',
                          'UNKNOWN')),
    cause              text,
    sent_at            timestamptz not null,
    channel_at         timestamptz,
    erased_at          timestamptz,
    constraint what_is_received_is_the_customers check ((status = 'RECEIVED') = (author = 'CUSTOMER')),
    -- The opposite does not hold: an automated message is also by SYSTEM, and has no note.
    constraint only_a_system_line_tells_something check (note is null or author = 'SYSTEM'),
    constraint only_an_app_has_a_number check (written_with_app is null or written_with = 'APP')
);

-- No samples of customers' words, as above.
alter table message
    alter column text set statistics 0,
    alter column content set statistics 0,
    alter column edits set statistics 0;

create unique index message_by_channel_message_id on message (channel, endpoint, channel_message_id)
    where channel_message_id is not null;
create index message_timeline on message (conversation_id, sent_at, id);
create index message_not_sent on message (conversation_id)
    where status in ('FAILED', 'UNKNOWN');
create index message_not_yet_read on message (conversation_id, coalesce(channel_at, sent_at))
    where status in ('SENT', 'DELIVERED');
create unique index message_written_once on message (conversation_id, request_key)
    where request_key is not null;
