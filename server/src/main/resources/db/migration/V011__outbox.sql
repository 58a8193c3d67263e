-- Messages to be sent. A row is deleted when the channel has accepted or finally refused the
-- message; the result is then in the status of the message.
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
    -- Only the first message of each conversation has a due date; the next one gets its date when
    -- the first is done. Messages that are due are thus found without reading those that wait.
    due_at          timestamptz
);

create index outgoing_lane on outgoing_message (conversation_id, place);
create unique index one_message_of_a_conversation_at_a_time on outgoing_message (conversation_id)
    where due_at is not null;
create index outgoing_to_send on outgoing_message (channel, endpoint, due_at)
    where state = 'QUEUED' and due_at is not null;
create index outgoing_to_trace on outgoing_message (channel, endpoint, due_at)
    where state <> 'QUEUED' and due_at is not null;

-- An agent's reaction to a customer's message: the requested one, and the one that was sent.
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

-- A problem that affects a whole endpoint. Nothing is sent for it while it is stopped, or until a
-- time.
create table send_block (
    channel  text        not null,
    endpoint text        not null,
    cause    text        not null,
    detail   text        not null,
    times    int         not null default 1,
    stopped  boolean     not null default false,
    -- Whether an administrator has to act.
    alerts   boolean     not null,
    since    timestamptz not null,
    last_at  timestamptz not null,
    until    timestamptz not null,
    primary key (channel, endpoint, cause)
);
