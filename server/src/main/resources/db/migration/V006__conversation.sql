create table conversation (
    id                   uuid        primary key,
    number               bigint      generated always as identity (start with 1001),
    channel              text        not null,
    page                 text        not null,
    person               text        not null,
    customer_id          uuid        not null,
    state                text        not null
        check (state in ('OPEN', 'ACTIVE', 'WAITING', 'WRAP_UP', 'CLOSED')),
    agent_id             uuid,
    since                timestamptz not null,
    close_at             timestamptz,
    opened_at            timestamptz not null,
    last_message_at      timestamptz not null,
    last_customer_act_at timestamptz,
    preview              text        not null default '',
    preview_inbound      boolean     not null default true,
    unread               int         not null default 0,
    delivered_until      timestamptz,
    read_until           timestamptz,
    constraint an_agent_holds_what_is_active
        check (state not in ('ACTIVE', 'WRAP_UP') or agent_id is not null),
    constraint nobody_holds_what_is_open check (state <> 'OPEN' or agent_id is null),
    constraint only_what_is_closed_stays_for_ever check ((state = 'CLOSED') = (close_at is null))
);

create unique index one_running_conversation_per_person on conversation (channel, page, person)
    where state <> 'CLOSED';
create index conversation_of_person on conversation (channel, page, person, opened_at desc);
create index conversation_of_customer on conversation (customer_id) where state <> 'CLOSED';
create index conversation_open on conversation (last_message_at) where state = 'OPEN';
create index conversation_of_agent on conversation (agent_id, last_message_at desc)
    where state <> 'CLOSED';
create index conversation_closed_by_agent on conversation (agent_id, since desc)
    where state = 'CLOSED';
create index conversation_due on conversation (close_at) where close_at is not null;
create index conversation_by_opening on conversation (opened_at desc, id desc);
create index conversation_by_person on conversation (person, opened_at desc, id desc);
create unique index conversation_number on conversation (number);

-- The timeline. sent_at orders it; mid is the channel's name for a message.
create table message (
    id              uuid        primary key,
    conversation_id uuid        not null references conversation,
    channel         text        not null,
    page            text        not null,
    mid             text        collate "C",
    author          text        not null
        check (author in ('CUSTOMER', 'AGENT', 'BOT', 'SYSTEM', 'OUTSIDE')),
    agent_id        uuid,
    kind            text        not null,
    text            text,
    content         jsonb,
    note            text,
    reply_to        text,
    sent_at         timestamptz not null,
    channel_at      timestamptz,
    status          text        not null
        check (status in ('RECEIVED', 'QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'READ', 'FAILED',
                          'UNKNOWN')),
    cause           text,
    reaction        text,
    edits           jsonb,
    erased_at       timestamptz,
    request_key     text,
    constraint what_is_received_is_the_customers check ((status = 'RECEIVED') = (author = 'CUSTOMER')),
    constraint a_system_line_tells_something check ((author = 'SYSTEM') = (note is not null))
);

create unique index message_by_mid on message (channel, page, mid) where mid is not null;
create index message_timeline on message (conversation_id, sent_at, id);
create index message_not_sent on message (conversation_id)
    where status in ('FAILED', 'UNKNOWN');
create index message_not_yet_read on message (conversation_id, coalesce(channel_at, sent_at))
    where status in ('SENT', 'DELIVERED');
create unique index message_written_once on message (conversation_id, request_key)
    where request_key is not null;
