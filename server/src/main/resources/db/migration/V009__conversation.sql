create table conversation (
    id                   uuid        primary key,
    number               bigint      generated always as identity (start with 1001),
    channel              text        not null,
    endpoint             text        not null,
    person               text        not null,
    customer_id          uuid        not null,
    agent_id             uuid,
    -- Who holds the thread in the channel, as far as we know; null where nobody said. How long it
    -- is held without a sign is the channel's to say, so the end is stored.
    thread_owner         text        check (thread_owner in ('US', 'INBOX', 'APP', 'NOBODY')),
    thread_app           text,
    thread_until         timestamptz,
    -- What lists show, and whose words they are.
    preview              text        not null default '',
    preview_kind         text        not null default 'TEXT',
    preview_author       text        not null default 'CUSTOMER',
    preview_inbound      boolean     not null default true,
    unread               int         not null default 0,
    state                text        not null
        check (state in ('OPEN', 'ACTIVE', 'WAITING', 'WRAP_UP', 'CLOSED')),
    since                timestamptz not null,
    -- Closing is carried out after a while, in which the agent may take it back. Until then the
    -- conversation is in wrap-up, and close_at says when that while is over.
    closing              boolean     not null default false,
    close_at             timestamptz,
    opened_at            timestamptz not null,
    last_message_at      timestamptz not null,
    last_customer_act_at timestamptz,
    delivered_until      timestamptz,
    read_until           timestamptz,
    constraint an_agent_holds_what_is_active
        check (state not in ('ACTIVE', 'WRAP_UP') or agent_id is not null),
    constraint nobody_holds_what_is_open check (state <> 'OPEN' or agent_id is null),
    constraint only_what_is_wrapped_up_is_closing check (not closing or state = 'WRAP_UP'),
    constraint only_what_is_closed_stays_for_ever check ((state = 'CLOSED') = (close_at is null))
);

-- PostgreSQL keeps samples of what columns hold, for planning. No statement looks for these values,
-- and the samples would outlive what is erased (decision 31).
alter table conversation alter column preview set statistics 0;

create unique index one_running_conversation_per_person on conversation (channel, endpoint, person)
    where state <> 'CLOSED';
create index conversation_of_person on conversation (channel, endpoint, person, opened_at desc);
-- Who may see a customer's picture is asked of all their conversations, closed ones too.
create index conversation_of_customer on conversation (customer_id);
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
    id               uuid        primary key,
    conversation_id  uuid        not null references conversation,
    channel          text        not null,
    endpoint         text        not null,
    mid              text        collate "C",
    request_key      text,
    author           text        not null
        check (author in ('CUSTOMER', 'AGENT', 'BOT', 'SYSTEM', 'OUTSIDE')),
    agent_id         uuid,
    -- With whose app it was written what did not go out through Parley; null where nobody said.
    written_with     text        check (written_with in ('US', 'INBOX', 'APP')),
    written_with_app text,
    kind             text        not null,
    text             text,
    content          jsonb,
    note             text,
    reply_to         text,
    reaction         text,
    -- Which version of its text a message shows: the number of the edit that made it.
    version          int         not null default 0,
    edits            jsonb,
    -- Not delivered, but found in the channel's own record afterwards.
    recovered        boolean     not null default false,
    status           text        not null
        check (status in ('RECEIVED', 'QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'READ', 'FAILED',
                          'UNKNOWN')),
    cause            text,
    sent_at          timestamptz not null,
    channel_at       timestamptz,
    erased_at        timestamptz,
    constraint what_is_received_is_the_customers check ((status = 'RECEIVED') = (author = 'CUSTOMER')),
    -- Not every system line does: what Parley itself says to customers is the system's too, and
    -- tells nothing to agents only.
    constraint only_a_system_line_tells_something check (note is null or author = 'SYSTEM'),
    constraint only_an_app_has_a_number check (written_with_app is null or written_with = 'APP')
);

-- No samples of words, as above.
alter table message
    alter column text set statistics 0,
    alter column content set statistics 0,
    alter column edits set statistics 0;

create unique index message_by_mid on message (channel, endpoint, mid) where mid is not null;
create index message_timeline on message (conversation_id, sent_at, id);
create index message_not_sent on message (conversation_id)
    where status in ('FAILED', 'UNKNOWN');
create index message_not_yet_read on message (conversation_id, coalesce(channel_at, sent_at))
    where status in ('SENT', 'DELIVERED');
create unique index message_written_once on message (conversation_id, request_key)
    where request_key is not null;
