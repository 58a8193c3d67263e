-- What is owed to customers. A row leaves when the channel has taken the message, or refused it
-- for good; the message itself then tells how it went.
create table outgoing (
    message_id      uuid        primary key references message,
    conversation_id uuid        not null references conversation,
    channel         text        not null,
    page            text        not null,
    place           bigint      generated always as identity,
    state           text        not null check (state in ('QUEUED', 'SENDING', 'UNKNOWN')),
    attempts        int         not null default 0,
    attempt_id      uuid,
    attempted_at    timestamptz,
    due_at          timestamptz not null
);

create index outgoing_due on outgoing (due_at);
create index outgoing_lane on outgoing (conversation_id, place);

-- A page that the channel does not let us send for just now.
create table page_pause (
    channel  text        not null,
    page     text        not null,
    until    timestamptz not null,
    cause    text        not null,
    primary key (channel, page)
);
