-- What is pending for customers. A row leaves when the channel has taken the message, or refused it
-- for good; the message itself then tells how it went.
create table outgoing_message (
    message_id      uuid        primary key references message,
    conversation_id uuid        not null references conversation,
    channel         text        not null,
    endpoint        text        not null,
    place           bigint      generated always as identity,
    state           text        not null check (state in ('QUEUED', 'SENDING', 'UNKNOWN')),
    attempts        int         not null default 0,
    traced          int         not null default 0,
    attempt_id      uuid,
    attempted_at    timestamptz,
    pending_since   timestamptz not null,
    -- Of each conversation only the first message has a due date: those behind it get one when it
    -- goes. So what is due is found without looking at what is not, however much waits.
    due_at          timestamptz
);

create index outgoing_lane on outgoing_message (conversation_id, place);
create unique index one_message_of_a_conversation_at_a_time on outgoing_message (conversation_id)
    where due_at is not null;
create index outgoing_to_send on outgoing_message (channel, endpoint, due_at)
    where state = 'QUEUED' and due_at is not null;
create index outgoing_to_trace on outgoing_message (channel, endpoint, due_at)
    where state <> 'QUEUED' and due_at is not null;

-- The sign that one of us puts on a message of a customer's: what it is to be, and what it is.
create table outgoing_reaction (
    message_id      uuid        primary key references message,
    conversation_id uuid        not null references conversation,
    channel         text        not null,
    endpoint        text        not null,
    agent_id        uuid        not null,
    wanted          text,
    given           text,
    state           text        not null check (state in ('PENDING', 'GIVEN', 'FAILED')),
    cause           text,
    attempts        int         not null default 0,
    attempt_id      uuid,
    due_at          timestamptz,
    constraint only_pending_is_due check ((state = 'PENDING') = (due_at is not null)),
    constraint what_failed_has_a_cause check (state <> 'FAILED' or cause is not null)
);

create index outgoing_reaction_due on outgoing_reaction (due_at) where due_at is not null;

-- What goes wrong for a whole endpoint. While it is stopped, or until a time, nothing is sent for
-- it.
create table send_block (
    channel  text        not null,
    endpoint text        not null,
    cause    text        not null,
    detail   text        not null,
    times    int         not null default 1,
    stopped  boolean     not null default false,
    -- Whether somebody has to do something about it.
    alerts   boolean     not null,
    since    timestamptz not null,
    last_at  timestamptz not null,
    until    timestamptz not null,
    primary key (channel, endpoint, cause)
);
